import Foundation
import Testing

@testable import Sandbox

@Suite("Updates come at least once")
struct UpdatesTests {
  private static func ids(_ updates: [JSON]) -> [Int] {
    updates.compactMap { $0["update_id"]?.int.map { Int($0) } }
  }

  @Test("Updates come again until a higher offset confirms them")
  func redelivery() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      try await anna.write("раз")
      try await anna.write("два")
      let first = Self.ids(try await bot.updates())
      #expect(first == [first[0], first[0] + 1, first[0] + 2])
      // Another offset each time: a repeated one would be slowed down.
      #expect(Self.ids(try await bot.updates(offset: first[0])) == first)
      #expect(Self.ids(try await bot.updates(offset: first[1])) == Array(first[1...]))
      #expect(await sandbox.pendingUpdates == 2)
      #expect(Self.ids(try await bot.updates(offset: first[2] + 1)).isEmpty)
      #expect(await sandbox.pendingUpdates == 0)
    }
  }

  @Test("An offset far ahead confirms nothing and returns everything")
  func farAhead() async throws {
    try await withSandbox { _, bot, _ async throws in
      let id = Self.ids(try await bot.updates())[0]
      #expect(Self.ids(try await bot.updates(offset: id + 12)) == [id])
      #expect(Self.ids(try await bot.updates(offset: id + 11)).isEmpty)
    }
  }

  @Test("A negative offset forgets all but the last updates")
  func negative() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      try await anna.write("раз")
      try await anna.write("два")
      let updates = try await bot.updates(offset: -1)
      #expect(updates.map { $0["message"]?["text"] } == ["два"])
      #expect(await sandbox.pendingUpdates == 1)
    }
  }

  @Test("A limit is kept")
  func limit() async throws {
    try await withSandbox { _, bot, anna async throws in
      for number in 1...5 { try await anna.write("\(number)") }
      #expect(try await bot.updates(limit: 2).count == 2)
    }
  }

  @Test("The same offset again at once brings one update, and soon after makes a poll wait")
  func throttling() {
    var poll = LongPoll()
    let start = ContinuousClock.now
    func ask(_ offset: Int, after delay: Duration) -> [Int] {
      let (limit, timeout) = poll.throttle(offset: offset, limit: 100, timeout: 0, at: start + delay)
      return [limit, timeout]
    }
    #expect(ask(5, after: .zero) == [100, 0])
    #expect(ask(5, after: .milliseconds(400)) == [1, 3])
    #expect(ask(5, after: .milliseconds(1_400)) == [100, 3])
    #expect(ask(6, after: .milliseconds(1_500)) == [100, 0])
    #expect(ask(6, after: .milliseconds(4_600)) == [100, 0])
  }

  @Test("A waiting poll is answered when something comes")
  func longPoll() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let id = Self.ids(try await bot.updates())[0]
      async let waiting = bot.updates(offset: id + 1, timeout: 50)
      try await sandbox.waitUntilPolled()
      try await anna.write("дождался")
      #expect(try await waiting.first?["message"]?["text"] == "дождался")
    }
  }

  @Test("A second poller ends the first")
  func conflict() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let id = Self.ids(try await bot.updates())[0]
      let poll: JSON = ["offset": .integer(id + 1), "timeout": 30]
      async let older = bot.call("getUpdates", poll)
      try await sandbox.waitUntilPolled()
      async let newer = bot.call("getUpdates", poll)
      #expect(
        try await older.refusal
          == "409 Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
      )
      try await anna.write("кому?")
      #expect(try await newer.result?[0]?["message"]?["text"] == "кому?")
    }
  }

  @Test("A webhook stands in the way until it is deleted")
  func webhook() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      await sandbox.setWebhook(try #require(URL(string: "https://example.org/hook")))
      #expect(
        try await bot.call("getUpdates").refusal
          == "409 Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the "
          + "webhook first")
      #expect(try await bot.result("getWebhookInfo")["pending_update_count"]?.int == 1)
      try await bot.result("deleteWebhook")
      #expect(try await bot.updates().count == 1)
    }
  }

  @Test("Taps that nobody fetches vanish after 150 seconds, messages after a day")
  func retention() async throws {
    try await withSandbox(standing()) { sandbox, bot, anna async throws in
      let id = try await bot.text("раз", to: 501, markup: keyboard(("Да", "yes")))
      _ = try await anna.startTap(data: "yes", on: id)
      sandbox.advance(by: .seconds(151))
      #expect(try await bot.updates().map { $0["message"]?["text"] } == ["/start"])
      sandbox.advance(by: .seconds(86_400))
      #expect(try await bot.updates(offset: -100).isEmpty)
    }
  }

  @Test("Wanted kinds of updates are remembered between calls")
  func allowedUpdates() async throws {
    try await withSandbox { _, bot, anna async throws in
      try await bot.result("getUpdates", ["allowed_updates": ["callback_query"], "offset": -1])
      try await anna.write("не слышно")
      #expect(try await bot.updates(offset: -5).count == 1)
      try await bot.result("getUpdates", ["allowed_updates": [], "offset": -6])
      try await anna.write("слышно")
      #expect(try await bot.updates(offset: -7).last?["message"]?["text"] == "слышно")
    }
  }

  @Test("Confirmed updates can be delivered once more")
  func redeliverConfirmed() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      try await anna.write("раз")
      let ids = Self.ids(try await bot.updates())
      #expect(Self.ids(try await bot.updates(offset: ids[1] + 1, timeout: 0)).isEmpty)
      await sandbox.redeliverUpdates(last: 1)
      #expect(Self.ids(try await bot.updates(offset: ids[1] + 2)) == [ids[1]])
    }
  }
}
