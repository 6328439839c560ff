import GRDB
import GRDBSQLite

/// A statement that writes rows: its values go straight to SQLite.
///
/// GRDB's way of passing arguments costs more than SQLite needs to write the row, and a commit writes
/// hundreds of rows. It keeps the prepared statement, the transaction and the connection.
struct RowStatement {
  private let statement: Statement

  /// The statement of a connection, prepared once.
  init(_ database: Database, _ sql: String) throws {
    statement = try database.cachedStatement(sql: sql)
  }

  /// Runs the statement with the values that `add` adds, one for each `?`, in order.
  func run(_ add: (inout Values) -> Void) throws {
    let handle = statement.sqliteStatement
    var values = Values(handle: handle)
    add(&values)
    let code = values.failure ?? sqlite3_step(handle)
    guard code == SQLITE_DONE else {
      let message = String(cString: sqlite3_errmsg(sqlite3_db_handle(handle)))
      sqlite3_reset(handle)
      throw DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
    }
    sqlite3_reset(handle)
  }

  /// The values of one row.
  struct Values {
    private let handle: SQLiteStatement
    private var count: CInt = 0
    /// The first value that SQLite did not take.
    private(set) var failure: CInt?

    fileprivate init(handle: SQLiteStatement) { self.handle = handle }

    mutating func add(_ number: Int64?) {
      if let number { took(sqlite3_bind_int64(handle, next(), number)) } else { addNull() }
    }

    mutating func add(_ text: String?) {
      guard var text else { return addNull() }
      let index = next()
      took(
        text.withUTF8 {
          $0.withMemoryRebound(to: CChar.self) {
            sqlite3_bind_text(handle, index, $0.baseAddress, CInt($0.count), copied)
          }
        })
    }

    private mutating func addNull() { took(sqlite3_bind_null(handle, next())) }

    private mutating func next() -> CInt {
      count += 1
      return count
    }

    private mutating func took(_ code: CInt) {
      if code != SQLITE_OK, failure == nil { failure = code }
    }

    /// `SQLITE_TRANSIENT`, a macro that Swift does not see: SQLite copies the text before it returns.
    private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
  }
}
