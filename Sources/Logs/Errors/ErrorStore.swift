import Foundation
import GRDB

/// The error log's file, `errors.db`.
struct ErrorStore {
  /// Why a file cannot be used.
  enum Failure: Error {
    /// It is not ours, or broken; another would do.
    case damaged(String)
    /// The disk is full, gone, or read-only; it may do later.
    case unusable(String)
  }

  private let queue: DatabaseQueue

  /// Opens the file, or makes a new one.
  init(_ file: URL) throws(Failure) {
    do {
      var configuration = GRDB.Configuration()
      configuration.label = "errors.db"
      configuration.journalMode = .wal
      configuration.foreignKeysEnabled = true
      queue = try DatabaseQueue(path: file.path(percentEncoded: false), configuration: configuration)
      let findings = try queue.read { try String.fetchAll($0, sql: "PRAGMA quick_check(1)") }
      guard findings == ["ok"] else { throw Failure.damaged(findings.joined(separator: ", ")) }
      let migrator = Self.migrator
      guard try !queue.read(migrator.hasBeenSuperseded) else {
        throw Failure.damaged("it was written by a newer version of officebot")
      }
      try migrator.migrate(queue)
    } catch {
      throw Failure(error)
    }
  }

  /// Everything that is stored.
  func load() throws(Failure) -> ErrorTable {
    do {
      return try queue.read { db in
        var table = ErrorTable()
        let rows = try Row.fetchCursor(
          db,
          sql: """
            SELECT kind, place, example, quarter, count, first_at, last_at
            FROM error_group JOIN error_count ON error_group = id ORDER BY quarter
            """)
        while let row = try rows.next() {
          guard let first = Date.fromDatabaseValue(row["first_at"]),
            let last = Date.fromDatabaseValue(row["last_at"])
          else { throw Failure.damaged("a time cannot be read") }
          _ = table.add(
            ErrorTable.Count(quarter: row["quarter"], count: row["count"], first: first, last: last),
            to: ErrorTable.Key(kind: row["kind"], place: row["place"]), example: row["example"])
        }
        return table
      }
    } catch {
      throw Failure(error)
    }
  }

  /// Makes what is stored as it is in the table.
  ///
  /// - Parameter changed: ids of groups that may differ; nil if everything may.
  func write(_ table: ErrorTable, changed: Set<Int>?) throws(Failure) {
    do {
      try queue.write { db in
        if let changed {
          for id in changed { try db.execute(sql: "DELETE FROM error_group WHERE id = ?", arguments: [id]) }
        } else {
          try db.execute(sql: "DELETE FROM error_group")
        }
        for (key, group) in table.groups where changed?.contains(group.id) ?? true {
          try db.execute(
            sql: "INSERT INTO error_group (id, kind, place, example) VALUES (?, ?, ?, ?)",
            arguments: [group.id, key.kind, key.place, group.example])
          for count in group.counts {
            try db.execute(
              sql: """
                INSERT INTO error_count (error_group, quarter, count, first_at, last_at)
                VALUES (?, ?, ?, ?, ?)
                """, arguments: [group.id, count.quarter, count.count, count.first, count.last])
          }
        }
      }
    } catch {
      throw Failure(error)
    }
  }

  private static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 errors") { db in
      try db.execute(
        sql: """
          CREATE TABLE error_group (
            id INTEGER PRIMARY KEY,
            kind TEXT NOT NULL,                -- the log's message
            place TEXT NOT NULL,               -- where in the program
            example TEXT NOT NULL              -- what was logged with one of them
          ) STRICT;
          CREATE TABLE error_count (
            error_group INTEGER NOT NULL REFERENCES error_group (id) ON DELETE CASCADE,
            quarter INTEGER NOT NULL,          -- of an hour, counted from 1970
            count INTEGER NOT NULL,
            first_at TEXT NOT NULL,            -- UTC
            last_at TEXT NOT NULL,             -- UTC
            PRIMARY KEY (error_group, quarter)
          ) STRICT, WITHOUT ROWID;
          """)
    }
    return migrator
  }
}

extension ErrorStore.Failure {
  fileprivate init(_ error: any Error) {
    self =
      switch error {
      case let failure as ErrorStore.Failure: failure
      case let error as DatabaseError: .init(error)
      default: .unusable("\(error)")
      }
  }

  private init(_ error: DatabaseError) {
    let reason = error.message ?? "\(error.resultCode)"
    self =
      switch error.resultCode {
      // SQLITE_ERROR: a table or a column that should be there is not.
      case .SQLITE_NOTADB, .SQLITE_CORRUPT, .SQLITE_ERROR: .damaged(reason)
      default: .unusable(reason)
      }
  }
}
