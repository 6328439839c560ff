import FloorPlan
import Foundation
import Logs
import Persistence
import ServiceLifecycle
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("The whole conversation", .timeLimit(.minutes(30)))
struct BotLoopTests {
  private func group(_ bot: TestBot) throws -> ServiceGroup {
    let now = bot.office.now
    let loop = BotLoop(
      state: bot.office.state, officeName: "СПБ", bot: UserID(7), api: bot.handler.api, polling: bot.api,
      database: try OfficeDatabase(folder: bot.folder), errors: ErrorLog(), chats: bot.store,
      renderer: FloorPlanRenderer(), logger: TestBot.quiet, now: { now })
    return ServiceGroup(services: [loop], logger: TestBot.quiet)
  }

  private func bot(_ polls: ScriptedPolls) throws -> TestBot {
    try TestBot(
      ScriptedTelegram(isScripted: false) { poll throws(TelegramError) in try await polls.answer(poll) },
      office: TestOffice())
  }

  @Test("greets, answers, and at an orderly stop finishes what it began")
  func wholeLife() async throws {
    let update = try bot(ScriptedPolls()).typed("/start")
    let polls = ScriptedPolls(.updates([update]))
    let bot = try bot(polls)
    let gate = Gate()
    bot.api.expectGreeting()
    bot.api.expect("sendPhoto", after: gate)
    let group = try group(bot)
    async let run: Void = group.run()
    await polls.isQuiet.pass()
    try await eventually { gate.arrived == 1 }
    // The chat is slow; the stop waits for it.
    await group.triggerGracefulShutdown()
    gate.open()
    try await run
    #expect(bot.api.summaries.sorted() == (ScriptedTelegram.greeting + ["sendPhoto upload"]).sorted())
    #expect(try await bot.living()?.id == 501)
    // Whether it is asked once more depends on how long the last poll was out.
    #expect(polls.offsets.prefix(2) == [nil, 2] && polls.offsets.dropFirst().allSatisfy { $0 == 2 })
  }

  @Test("stops promptly while Telegram keeps it waiting with the greeting")
  func stuckGreeting() async throws {
    let bot = try bot(ScriptedPolls())
    let never = Gate()
    bot.api.expect("setMyCommands", fails: .cancelled(method: "m"), after: never)
    let group = try group(bot)
    async let run: Void = group.run()
    try await eventually { never.arrived == 1 }
    await group.triggerGracefulShutdown()
    try await run  // Else the time limit of the suite.
  }

  @Test("ends with the reason when Telegram refuses the token")
  func tokenRefused() async throws {
    let bot = try bot(ScriptedPolls())
    bot.api.failIdentity(.tokenRefused(method: "m"))
    let group = try group(bot)
    await #expect(throws: UpdateLoopError.self) { try await group.run() }
  }

  @Test("ends with the reason when the token is revoked later")
  func tokenRevoked() async throws {
    let gate = Gate()
    let bot = try TestBot(
      ScriptedTelegram(isScripted: false) { _ throws(TelegramError) in
        await gate.pass()
        throw .tokenRefused(method: "m")
      }, office: TestOffice())
    let group = try group(bot)
    let run = Task { try await group.run() }
    try await eventually { bot.api.summaries == ScriptedTelegram.greeting }
    bot.api.failIdentity(.tokenRefused(method: "m"))
    gate.open()
    await #expect(throws: UpdateLoopError.self) { try await run.value }
  }

  @Test("goes on when a single answer says that the token is unknown, but Telegram knows the bot")
  func strayRefusal() async throws {
    let polls = ScriptedPolls(.fails(.tokenRefused(method: "m")))
    let bot = try bot(polls)
    let group = try group(bot)
    async let run: Void = group.run()
    await polls.isQuiet.pass()
    await group.triggerGracefulShutdown()
    try await run
  }
}
