import Foundation
import GRDB
import TestSupport
import Testing

@testable import Persistence

@Suite("A database file")
struct FreeSpaceTests {
  private let folder: TemporaryFolder
  private let database: OfficeDatabase

  init() throws {
    folder = try TemporaryFolder()
    database = try OfficeDatabase(folder: folder.url)
  }

  @Test("gives back what most of it no longer holds, bit by bit, and keeps some for what is to come")
  func shrinks() throws {
    try fill(rows: 4_000)
    let full = try pages()
    #expect(try !database.shrink(), "nothing is free")
    try database.pool.write { try $0.execute(sql: "DELETE FROM journal") }
    var steps = 1
    while try database.shrink() {
      steps += 1
      try #require(steps < full, "ends")
    }
    #expect(steps > 2)
    #expect(try pages() < full / 2)
    #expect(try pages() > full - (steps + 1) * FreeSpace.pagesAtOnce, "never more at once")
    #expect(try free() >= FreeSpace.pagesKeptMin - FreeSpace.pagesAtOnce)
  }

  @Test("that will soon be as full again is left as it is")
  func stays() throws {
    try fill(rows: 4_000)
    try database.pool.write { try $0.execute(sql: "DELETE FROM journal WHERE id % 10 = 0") }
    #expect(try !database.shrink())
  }

  /// Two rows a page.
  private func fill(rows: Int) throws {
    try database.pool.write { db in
      for _ in 0..<rows {
        try db.execute(
          sql: "INSERT INTO journal (at, kind, detail) VALUES ('', 'booked', hex(zeroblob(900)))")
      }
    }
  }

  private func pages() throws -> Int { try pragma("page_count") }
  private func free() throws -> Int { try pragma("freelist_count") }

  private func pragma(_ name: String) throws -> Int {
    try database.pool.read { try Int.fetchOne($0, sql: "PRAGMA \(name)") ?? 0 }
  }
}
