public import Foundation
import GRDB
public import OfficeActor

/// What jobs need of the database besides the office itself.
extension OfficeDatabase {
  /// Requests handled before a moment, at most `count`.
  ///
  /// - Throws: an error of SQLite's if the database cannot be read.
  public func requests(handledBefore moment: Date, atMost count: Int) throws -> [RequestID] {
    try pool.read { db in
      try Int64.fetchAll(
        db, sql: "SELECT id FROM handled_update WHERE at < ? ORDER BY rowid LIMIT ?",
        arguments: [Timestamp.text(moment), count]
      ).map(RequestID.init(rawValue:))
    }
  }

  /// Forgets journal entries from before a moment, the oldest first, at most `count`.
  ///
  /// - Throws: an error of SQLite's; nothing was forgotten then.
  /// - Returns: how many there were.
  public func forgetJournal(before moment: Date, atMost count: Int) throws -> Int {
    try pool.write { db in
      try db.execute(
        sql: """
          DELETE FROM journal WHERE id IN (SELECT id FROM journal ORDER BY id LIMIT ?) AND at < ?
          """, arguments: [count, Timestamp.text(moment)])
      return db.changesCount
    }
  }

  /// Gives back some of the space that nothing uses any more.
  ///
  /// - Throws: an error of SQLite's; the file stays as large as it was.
  /// - Returns: whether there is more.
  public func shrink() throws -> Bool {
    try pool.writeWithoutTransaction { try FreeSpace.giveBack($0) }
  }

  /// The moment at which a job last ran, or nil if it never did.
  ///
  /// - Throws: an error of SQLite's if the database cannot be read.
  public func lastRun(of job: String) throws -> Date? {
    try pool.read { db in
      try String.fetchOne(db, sql: "SELECT last_run FROM job WHERE name = ?", arguments: [job])
        .flatMap(Timestamp.moment)
    }
  }

  /// The name under which the moments that were believed are remembered, beside jobs.
  public static let clock = "clock"

  /// The last moment that the data knows: the last one at which the clock was believed; if that was never noted,
  /// when anything in it happened last. Nil if nothing ever did.
  ///
  /// - Throws: an error of SQLite's if the database cannot be read.
  public func lastKnownMoment() throws -> Date? {
    if let believed = try lastRun(of: Self.clock) { return believed }
    return try pool.read { db in
      try [
        "SELECT at FROM journal ORDER BY id DESC LIMIT 1",
        "SELECT at FROM handled_update ORDER BY rowid DESC LIMIT 1",
        "SELECT max(last_run) FROM job",
      ].compactMap { try String.fetchOne(db, sql: $0).flatMap(Timestamp.moment) }.max()
    }
  }

  /// Remembers that a job ran.
  ///
  /// - Throws: an error of SQLite's if the disk did not take it.
  public func remember(run: Date, of job: String) throws {
    try pool.write { db in
      try db.execute(
        sql: "INSERT OR REPLACE INTO job (name, last_run) VALUES (?, ?)",
        arguments: [job, Timestamp.text(run)])
    }
  }
}
