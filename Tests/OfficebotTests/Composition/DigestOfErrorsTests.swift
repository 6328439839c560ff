import BotLoop
import Foundation
import Logging
import Logs
import Testing

@testable import officebot

@Suite("What went wrong, for the digest")
struct DigestOfErrorsTests {
  private static let noon = Date(timeIntervalSince1970: 1_795_867_200)

  @Test("is grouped by kind, the most frequent first, with the times of the bot's clock and one example")
  func groups() async throws {
    let folder = try TemporaryFolder()
    let null = open("/dev/null", O_WRONLY)
    defer { close(null) }
    let logs = ProcessLogs(
      folder: folder.url, level: .info, hiding: [], output: null, errorOutput: null, now: { Self.noon })
    let logger = Logger(label: "test") { logs.handler(label: $0) }
    for error in ["full", "gone", "slow"] { logger.error("the disk fails", metadata: ["error": "\(error)"]) }
    logger.error("a screen was refused")
    for _ in 1...2 { logger.error("a job failed") }
    logger.warning("no error")

    let digest = DigestOfErrors(errors: logs.errors)
    let groups = try await digest.groups(from: Self.noon, through: Self.noon + 3_600)
    #expect(groups.map(\.kind) == ["the disk fails", "a job failed", "a screen was refused"])
    #expect(groups.map(\.count) == [3, 2, 1])
    #expect(groups.allSatisfy { $0.first == Self.noon && $0.last == Self.noon })
    #expect(groups.first?.example == "error=slow")
    #expect(try await digest.groups(from: Self.noon + 3_600, through: .distantFuture).isEmpty)
    #expect(logs.flush())
  }
}
