public import Foundation
import GRDB
public import OfficeActor

/// The office's records in `office.db`: SQLite in WAL mode, every commit on the disk before it returns.
public final class OfficeDatabase: OfficeStorage {
  let path: String
  let pool: DatabasePool

  /// Opens the database in a folder, or makes a new one if there is none.
  ///
  /// - Throws: ``OpeningError``; a database that is damaged or too new is left as it was.
  public init(folder: URL) throws(OpeningError) {
    let path = folder.appendingPathComponent("office.db").path
    self.path = path
    do {
      if FileManager.default.fileExists(atPath: path) {
        try Self.checkFile(path)
      } else {
        try Self.create(path)
      }
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      // WAL mode sets NORMAL by itself: a power cut could then lose acknowledged bookings.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try OfficeSchema.migrator.migrate(pool)
    } catch let error as OpeningError {
      throw error
    } catch let error as DatabaseError {
      throw OpeningError(error, path: path)
    } catch {
      throw .cannotUse(path, reason: "\(error)")
    }
  }

  /// Makes a transaction durable with one write to the disk.
  public func commit(_ transaction: Transaction) throws(CommitFailure) {
    do {
      try pool.writeWithoutTransaction { db in
        try db.inTransaction(.immediate) {
          var rows = try OfficeRows(db)
          for change in transaction.changes { try rows.apply(change) }
          for entry in transaction.journal { try rows.append(entry) }
          for request in transaction.handled { try rows.remember(request) }
          for request in transaction.forgotten { try rows.forget(request) }
          try rows.reserve(transaction.counters)
          return .commit
        }
      }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw .constraint(error.message ?? "constraint")
    } catch let error as DatabaseError {
      throw .storage(error.message ?? "\(error.resultCode)")
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Ends all connections; nothing can be committed afterwards.
  public func close() throws {
    // The last connection to close takes everything from the `-wal` into `office.db`, unless it only reads.
    pool.invalidateReadOnlyConnections()
    try pool.close()
  }

  private static var configuration: GRDB.Configuration {
    var configuration = GRDB.Configuration()
    configuration.label = "office.db"
    configuration.maximumReaderCount = 2
    configuration.foreignKeysEnabled = true
    // Somebody may look at, or mend, the tables with another program while the bot runs.
    configuration.busyMode = .timeout(5)
    return configuration
  }

  /// Makes the database under another name first: an `office.db` that is there is always whole.
  private static func create(_ path: String) throws {
    // SQLite would write what belongs to a database that is gone into the new one.
    for leftover in [path + "-wal", path + "-journal"] where try size(of: leftover) > 0 {
      throw OpeningError.damaged(path, reason: "it is missing, but there is \(leftover)")
    }
    let unfinished = path + ".new"
    for file in [unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal"]
    where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
    let queue = try DatabaseQueue(path: unfinished, configuration: configuration)
    try OfficeSchema.migrator.migrate(queue)
    try queue.close()
    try FileManager.default.moveItem(atPath: unfinished, toPath: path)
  }

  /// Looks whether an existing file can be used, without writing to it or to its `-wal`, in which a
  /// process that was killed leaves what it committed last.
  private static func checkFile(_ path: String) throws {
    guard try size(of: path) > 0 else { throw OpeningError.damaged(path, reason: "the file is empty") }
    var configuration = configuration
    configuration.readonly = true
    let queue = try DatabaseQueue(path: path, configuration: configuration)
    let problems = try queue.inDatabase { db in
      guard try !OfficeSchema.migrator.appliedIdentifiers(db).isEmpty else {
        throw OpeningError.damaged(path, reason: "it is not a database of officebot")
      }
      guard try !OfficeSchema.migrator.hasBeenSuperseded(db) else {
        throw OpeningError.newerThanProgram(path)
      }
      return try String.fetchAll(db, sql: "PRAGMA integrity_check(5)").filter { $0 != "ok" }
        + (Row.fetchAll(db, sql: "PRAGMA foreign_key_check").prefix(5)).map { "\($0)" }
    }
    try queue.close()
    guard problems.isEmpty else {
      throw OpeningError.damaged(path, reason: problems.joined(separator: "; "))
    }
  }

  /// Bytes in a file; 0 if there is none.
  private static func size(of path: String) throws -> Int {
    guard FileManager.default.fileExists(atPath: path) else { return 0 }
    return try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
  }
}
