import GRDB

/// Pages of a database file that nothing uses any more.
///
/// What is written next takes them again, so that a file is only worth shrinking when most of what it holds is
/// gone.
enum FreeSpace {
  /// Pages given back in one transaction: half a megabyte.
  static let pagesAtOnce = 128
  /// Free pages that stay for future rows.
  static let pagesKeptMin = 256
  /// One page in this many may stay free.
  static let keptShare = 2

  /// Gives back some pages, if the file is worth shrinking.
  ///
  /// - Returns: whether it still is.
  static func giveBack(_ db: Database) throws -> Bool {
    guard try isWorthIt(db) else { return false }
    try db.execute(sql: "PRAGMA incremental_vacuum(\(pagesAtOnce))")
    return try isWorthIt(db)
  }

  private static func isWorthIt(_ db: Database) throws -> Bool {
    let free = try Int.fetchOne(db, sql: "PRAGMA freelist_count") ?? 0
    let all = try Int.fetchOne(db, sql: "PRAGMA page_count") ?? 0
    let isIncremental = try Int.fetchOne(db, sql: "PRAGMA auto_vacuum") == 2
    return isIncremental && free > max(pagesKeptMin, all / keptShare)
  }
}
