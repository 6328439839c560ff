import Foundation
import GRDB
import TestSupport
import Testing

@testable import Persistence

@Suite("Queries in the documents")
struct DocumentedQueriesTests {
  @Test("are ones that the database answers", arguments: ["docs/operations.md", "README.md"])
  func answered(_ document: String) async throws {
    let root = (0..<4).reduce(URL(filePath: #filePath).resolvingSymlinksInPath()) { url, _ in
      url.deletingLastPathComponent()
    }
    let text = try String(contentsOf: root.appending(path: document), encoding: .utf8)
    let queries = text.matches(of: /sqlite3 [^"\n]*"(SELECT [^"]+)"/).map { String($0.output.1) }
    #expect(!queries.isEmpty)
    let folder = try TemporaryFolder()
    let database = try OfficeDatabase(folder: folder.url)
    try await SampleOffice.fill(database)
    for query in queries {
      _ = try database.pool.read { try Row.fetchAll($0, sql: query) }
    }
  }
}
