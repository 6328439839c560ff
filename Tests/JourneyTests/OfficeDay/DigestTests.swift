import Foundation
import Sandbox
import Testing

@Suite("The error digest in the morning", .timeLimit(.minutes(30)))
struct DigestTests {
  @Test("tells admins what went wrong since the last one; if nothing did, they hear nothing")
  func digest() async throws {
    let time = try OfficeTime()
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let admin = try await bot.admin()
      try time.move(to: "09:00", afterDays: 1, in: bot.sandbox)
      try await bot.hasRun("digest", times: 1)
      try await bot.knowsThatAllIsDelivered()
      #expect(try await !admin.chat.contains("Сводка"), "nothing went wrong")

      #expect(try await bot.stop().exit == .status(0))
      try Data(repeating: 0x5A, count: 8_192).write(to: bot.data.appending(path: "chats.db"))
      try await bot.start()
      try await bot.newcomer("Анна").pressStart()
      try await bot.handlesEverything()
      try time.move(to: "09:00", afterDays: 1, in: bot.sandbox)
      let digest = try await admin.sees("Сводка")
      #expect(digest.text.contains("Не сохранились вспомогательные записи; брони целы"))
      #expect(digest.text.contains("what the bot remembered of chats is damaged"))
      #expect(digest.text.contains("× 1, 09:00 "), "\(digest.text)")
      #expect(digest.text.contains("moved_to="))

      try time.move(to: "09:00", afterDays: 1, in: bot.sandbox)
      try await bot.hasRun("digest", times: 3)
      try await bot.knowsThatAllIsDelivered()
      #expect(try await admin.chat.messages.count { $0.text.contains("Сводка") } == 1)
    }
  }
}

extension BotUnderTest {
  /// Waits until the bot has logged that a job ran so many times.
  fileprivate func hasRun(_ job: String, times: Int) async throws {
    try await waits(for: "the job \(job) to run") {
      folder.outputText.split(separator: "\n")
        .count { $0.contains("\"a job ran\"") && $0.contains("\"\(job)\"") } == times
    }
  }
}
