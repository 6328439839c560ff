public import Foundation
import GRDB
public import OfficeActor
import Synchronization

/// The office's records in `office.db`: SQLite in WAL mode, every commit on the disk before it returns.
public final class OfficeDatabase: OfficeStorage {
  let path: String
  let pool: DatabasePool
  /// Ids below these are reserved; nothing is known of it before the first commit.
  private let reserved = Mutex(Counters())

  /// Opens the database in a folder, or makes a new one if there is none.
  ///
  /// - Throws: ``OpeningError``; a database that is damaged or too new is left as it was.
  public convenience init(folder: URL) throws(OpeningError) {
    try self.init(path: Self.path(in: folder))
  }

  /// Opens a database under whatever name it has.
  init(path: String) throws(OpeningError) {
    self.path = path
    do {
      if FileManager.default.fileExists(atPath: path) {
        try OfficeFile(path: path).check()
      } else {
        try Self.create(path)
      }
      pool = try DatabasePool(path: path, configuration: Self.configuration)
      // WAL mode sets NORMAL by itself: a power cut could then lose acknowledged bookings.
      try pool.writeWithoutTransaction { try $0.execute(sql: "PRAGMA synchronous = FULL") }
      try OfficeSchema.migrator.migrate(pool)
    } catch {
      throw OpeningError(error, path: path)
    }
  }

  /// Path of the database in a data folder.
  static func path(in folder: URL) -> String { folder.appendingPathComponent("office.db").path }

  /// Makes a transaction durable with one write to the disk.
  ///
  /// - Throws: ``CommitFailure`` if the disk did not take it; nothing of it is stored then.
  public func commit(_ transaction: Transaction) throws(CommitFailure) {
    let counters = transaction.counters
    let isReserved = reserved.withLock { counters.areBelow($0) }
    do {
      try pool.writeWithoutTransaction { db in
        try db.inPreparedTransaction {
          var rows = try OfficeRows(db)
          for change in transaction.changes { try rows.apply(change) }
          for entry in transaction.journal { try rows.append(entry) }
          for request in transaction.handled { try rows.remember(request) }
          for request in transaction.forgotten { try rows.forget(request) }
          if !isReserved { try rows.reserve(counters) }
        }
      }
      if !isReserved { reserved.withLock { $0 = counters.advanced(by: OfficeRows.reservedIDs) } }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      throw .constraint(error.message ?? "constraint")
    } catch let error as DatabaseError {
      throw .storage(error.message ?? "\(error.resultCode)")
    } catch {
      throw .storage("\(error)")
    }
  }

  /// Ends all connections; nothing can be committed afterwards.
  ///
  /// - Throws: an error of SQLite's if a connection is still in use.
  public func close() throws {
    // The last connection to close takes everything from the `-wal` into `office.db`, unless it only reads.
    pool.invalidateReadOnlyConnections()
    try pool.close()
  }

  /// How every connection to an office's database is set up.
  static var configuration: GRDB.Configuration {
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
    for leftover in [path + "-wal", path + "-journal"] where try OfficeFile(path: leftover).size > 0 {
      throw OpeningError.damaged(path, reason: "it is missing, but there is \(leftover)")
    }
    let unfinished = path + ".new"
    for file in [unfinished, unfinished + "-wal", unfinished + "-shm", unfinished + "-journal"]
    where FileManager.default.fileExists(atPath: file) {
      try FileManager.default.removeItem(atPath: file)
    }
    let queue = try DatabaseQueue(path: unfinished, configuration: configuration)
    // Only a file without tables takes either. Every commit writes whole pages, so they are small; what
    // cleanup leaves empty can be given back bit by bit.
    try queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA page_size = 1024; PRAGMA auto_vacuum = INCREMENTAL")
    }
    try OfficeSchema.migrator.migrate(queue)
    try queue.close()
    try FileManager.default.moveItem(atPath: unfinished, toPath: path)
  }
}

extension Database {
  /// A transaction whose first and last statement SQLite parses once, not at every commit as with GRDB's own.
  fileprivate func inPreparedTransaction(_ body: () throws -> Void) throws {
    try cachedStatement(sql: "BEGIN IMMEDIATE TRANSACTION").execute()
    do {
      try body()
      try cachedStatement(sql: "COMMIT TRANSACTION").execute()
    } catch {
      // What failed may have ended the transaction already; it is the failure to tell about.
      try? rollback()
      throw error
    }
  }
}

extension Counters {
  /// Whether every id that was given is below another counter's.
  fileprivate func areBelow(_ other: Counters) -> Bool {
    nextEmployee <= other.nextEmployee && nextBooking <= other.nextBooking && nextOffer <= other.nextOffer
      && nextNotice <= other.nextNotice && nextRequest <= other.nextRequest
      && nextAbsence <= other.nextAbsence
  }

  fileprivate func advanced(by count: Int64) -> Counters {
    Counters(
      nextEmployee: nextEmployee + count, nextBooking: nextBooking + count, nextOffer: nextOffer + count,
      nextNotice: nextNotice + count, nextRequest: nextRequest + count,
      nextAbsence: nextAbsence + count)
  }
}
