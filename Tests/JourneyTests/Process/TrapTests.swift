import Foundation
import Sandbox
import Testing

/// Rule 24, with a text that ends the process on purpose.
@Suite("An update that ends the process", .timeLimit(.minutes(30)))
struct TrapTests {
  private static let trap = "сломайся"

  @Test("is tried twice, then passed over with an apology; what others did meanwhile is handled")
  func passedOver() async throws {
    try await BotUnderTest.journey(in: Self.setup, expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let vera = await bot.newcomer("Вера")
      try await bot.handlesEverything()
      let day = try await boris.opensDay()
      let floor = try #require(try await boris.chat.last)
      try await bot.handlesEverything()
      try await bot.stop()

      // All in one batch: the same process has all of it in hand.
      try await anna.write(Self.trap)
      try await anna.write("/my")
      let tap = try await boris.startTap(data: try #require(floor.button("5")?.data), on: floor.id)
      try await vera.pressStart()
      try await bot.diesOfTrap()
      try await bot.diesOfTrap()
      try await bot.start()
      try await anna.waits(for: "the apology and what she asked for next") {
        $0.contains("дважды сломался") && $0.contains("Мои брони")
      }
      try await bot.handlesEverything()
      #expect(try await boris.answer(to: tap).text != nil)
      #expect(try await boris.bookings() == ["\(day.onButton) · место 5"])
      #expect(try await vera.chat.messages.contains { $0.text.contains("Простите") } == false)
      #expect(try await boris.chat.messages.contains { $0.text.contains("Простите") } == false)
      let apologies = try await anna.chat.messages.filter { $0.text.contains("дважды сломался") }
      #expect(apologies.count == 1)
      #expect(apologies.first?.labels == [["Меню"]])
      #expect(bot.folder.outputText.contains("an update ended the process twice; it is passed over"))

      // Nothing of it is left: another start goes as always.
      try await bot.stop()
      try await bot.start()
      try await anna.writes("/my", sees: "Мои брони")
    }
  }

  @Test("is passed over when Telegram delivers it too")
  func webhook() async throws {
    let port = try FreePort.find()
    var setup = Self.setup
    setup.telegramKeys = """
      , updates: webhook, webhook: { url: "http://127.0.0.1:\(port)/hook", listen: "127.0.0.1:\(port)" }
      """
    try await BotUnderTest.journey(in: setup, expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      try await bot.handlesEverything()
      try await anna.write(Self.trap)
      try await bot.waits(for: "the process to end") { !bot.isRunning }
      try await bot.diesOfTrap()
      try await bot.start()
      try await anna.waits(for: "the apology") { $0.contains("дважды сломался") }
      try await bot.handlesEverything()
      try await anna.writes("/my", sees: "Мои брони")
    }
  }

  private static var setup: OfficeSetup {
    var setup = OfficeSetup()
    setup.environment["OFFICEBOT_TRAP"] = trap
    // A report of the crash would take longer than the test.
    setup.environment["SWIFT_BACKTRACE"] = "enable=no"
    return setup
  }
}

extension BotUnderTest {
  fileprivate func diesOfTrap() async throws {
    try await start()
    let exit = try await exit()
    #expect([SIGILL, SIGTRAP, SIGABRT].map(ChildProcess.Exit.signal).contains(exit), "\(exit)")
  }
}
