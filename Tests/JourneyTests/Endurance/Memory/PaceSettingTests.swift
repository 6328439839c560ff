import Sandbox
import Testing

@Suite("OFFICEBOT_PACE", .timeLimit(.minutes(30)))
struct PaceSettingTests {
  @Test("takes `off` and nothing else, and is explained where `run` is")
  func values() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      let (exit, output) = try await bot.run(
        ["run"], environment: ["BOT_TOKEN": Settings.defaultToken, "OFFICEBOT_PACE": "fast"])
      #expect(exit == .status(1))
      #expect(output.contains("OFFICEBOT_PACE can only be `off`"))
      #expect(try await bot.run(["run", "--help"]).output.contains("OFFICEBOT_PACE=off"))
    }
  }

  @Test("Without it, one person gets no more screens than Telegram takes, and every answer")
  func paced() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let floors = try await anna.seesFloors(days: 6)
      let message = try await anna.lastMessage.id
      for index in 0..<60 { _ = try await anna.startTap(data: floors[index % 6].open, on: message) }
      try await bot.waits(for: "all answers") { await bot.sandbox.unansweredTaps.isEmpty }
      try await anna.sees("\(floors[5].onButton) ")
      // The sandbox refuses what Telegram would; nothing may be refused in a journey.
      #expect(await bot.sandbox.calls.count { $0.method == "editMessageMedia" } < 60)
    }
  }
}
