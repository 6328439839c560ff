import Foundation
import Sandbox
import Testing

@Suite("Starting and stopping", .timeLimit(.minutes(30)))
struct StoppingTests {
  @Test(
    "Asked to end in the middle of a long poll, it does not sit that out, and ends in order",
    arguments: [SIGTERM, SIGINT])
  func signals(_ signal: Int32) async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(1)
      // Confirmed by a poll that now waits for half a minute.
      try await bot.handlesEverything()
      let (exit, took) = try await bot.stop(signal)
      #expect(exit == .status(0))
      #expect(!bot.folder.outputText.contains("were not confirmed"), "they were, by the poll that waited")
      printFigure("stop.\(signal == SIGTERM ? "sigterm" : "sigint")_ms", took.milliseconds, "ms")

      try await bot.start()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 1"])
    }
  }

  @Test("What people did while it was down is answered when it is back")
  func downFor() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      try await bot.stop()
      let floor = try #require(try await anna.chat.last)
      let tap = try await anna.startTap(data: try #require(floor.button("5")?.data), on: floor.id)
      try await anna.write("/my")
      try await bot.start()
      #expect(try await anna.answer(to: tap).text?.contains("ваше") == true)
      let bookings = try await anna.sees("1 бронь")
      #expect(bookings.labels.joined().contains { $0.hasSuffix("место 5") })
    }
  }

  @Test("A second process on the same data refuses to start and names the first")
  func secondProcess() async throws {
    try await BotUnderTest.journey { bot in
      _ = try await bot.anna()
      let (exit, output) = try await bot.run(["run"])
      #expect(exit == .status(1))
      let pid = try #require(bot.pid)
      #expect(output.contains("\(pid)"))
      #expect(bot.isRunning)
    }
  }

  @Test("A token that Telegram refuses ends it with a clear message, at the start and later")
  func refusedToken() async throws {
    let wrong = "7000000001:WRONG_this_token_opens_nothing_at_all00"
    try await BotUnderTest.journey(
      expecting: .init(refusals: ["Unauthorized"]), isStarted: false
    ) { bot in
      let (exit, output) = try await bot.run(["run"], token: wrong)
      #expect(exit == .status(1))
      #expect(output.contains("Telegram refused the bot's token"))
      #expect(!output.contains("WRONG_this_token"))
      #expect(try bot.folder.files(containing: "WRONG_this_token") == [])

      // Revoked while it runs.
      try await bot.start()
      _ = try await bot.anna()
      bot.sandbox.faults.switchOn(Fault(.unauthorized))
      try await bot.newcomer("Борис").pressStart()
      #expect(try await bot.exit() == .status(1))
      #expect(bot.folder.outputText.contains("Telegram refused the bot's token"))
    }
  }

  @Test(
    "Without a token, or with something else in its place, it does not start and says what is missing",
    arguments: [(nil, "BOT_TOKEN"), ("", "the bot's token is missing"), ("hello", "a token looks like")])
  func missingToken(_ token: String?, _ message: String) async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      let (exit, output) = try await bot.run(["run"], token: token)
      #expect(exit == .status(1))
      #expect(output.contains(message))
    }
  }
}
