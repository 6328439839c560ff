import Foundation
import GRDB

extension BotUnderTest {
  /// Waits until the office knows that everybody on its list has what it owed them: what people see a moment
  /// earlier.
  func knowsThatAllIsDelivered() async throws {
    var configuration = Configuration()
    configuration.readonly = true
    configuration.busyMode = .timeout(5)
    let file = folder.root.appending(path: "data/office.db")
    let queue = try DatabaseQueue(path: file.path, configuration: configuration)
    defer { try? queue.close() }
    try await waits(for: "the office to know that all is delivered") {
      try await queue.read { db in
        try Int.fetchOne(
          db, sql: "SELECT count(*) FROM notice WHERE employee IS NOT NULL AND failed_at IS NULL") == 0
      }
    }
  }
}
