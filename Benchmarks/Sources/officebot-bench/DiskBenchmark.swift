import Foundation
import GRDB

/// What the disk itself can do, to compare bookings with.
enum DiskBenchmark {
  /// 4 KiB appended, then fdatasync, one at a time.
  static func fdatasyncsPerSecond(rounds: Int = 1, steps: Int = 1_000) async throws -> Double {
    try await withScratchFolder { folder in
      let path = folder.appendingPathComponent("append").path
      let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
      guard descriptor >= 0 else { throw POSIXError(.EIO) }
      defer { close(descriptor) }
      let block = [UInt8](repeating: 1, count: 4096)
      return try ratePerSecond(rounds: rounds, steps: steps) {
        guard write(descriptor, block, block.count) == block.count, fdatasync(descriptor) == 0 else {
          throw POSIXError(.EIO)
        }
      }
    }
  }

  /// One bare row inserted and committed, WAL and `synchronous=FULL`, one at a time.
  static func sqliteInsertsPerSecond(rounds: Int = 1, steps: Int = 1_000) async throws -> Double {
    try await withScratchFolder { folder in
      let pool = try DatabasePool(path: folder.appendingPathComponent("bare.db").path)
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = FULL; CREATE TABLE row (id INTEGER PRIMARY KEY, text TEXT)")
      }
      return try ratePerSecond(rounds: rounds, steps: steps) {
        try pool.writeWithoutTransaction { db in
          try db.cachedStatement(sql: "INSERT INTO row (text) VALUES (?)").execute(arguments: ["a booking"])
        }
      }
    }
  }
}
