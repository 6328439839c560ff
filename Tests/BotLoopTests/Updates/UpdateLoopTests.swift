import Foundation
import Logging
import OfficeActor
import Persistence
import ServiceLifecycle
import Synchronization
import Telegram
import Testing

@testable import BotLoop

@Suite("Polling", .timeLimit(.minutes(1)))
struct UpdateLoopTests {
  private let down = TelegramError.unavailable(reason: "HTTP 502", effect: .unknown, method: "getUpdates")

  private func bot(_ polls: ScriptedPolls, patience: Duration = .seconds(3_600)) throws -> TestBot {
    try TestBot(
      ScriptedTelegram(isScripted: false) { poll throws(TelegramError) in try await polls.answer(poll) },
      office: TestOffice(), patience: patience)
  }

  /// Polls until everything scripted was given and something is so; then stops in order.
  private func run(
    _ bot: TestBot, _ polls: ScriptedPolls, until isSo: @escaping @Sendable () -> Bool = { true }
  ) async throws {
    let loop = UpdateLoop(api: bot.api, handler: bot.handler, logger: TestBot.quiet)
    let group = ServiceGroup(services: [bot.handler.deliveries, loop], logger: TestBot.quiet)
    async let run: Void = group.run()
    await polls.isQuiet.pass()
    try await eventually(isSo)
    await group.triggerGracefulShutdown()
    try await run
  }

  private func text(_ id: Int64, from user: Int64 = 101, _ text: String = "/menu") -> Update {
    let chat = Chat(id: ChatID(user))
    return Update(
      id: UpdateID(id),
      content: .message(
        Message(
          id: MessageID(Int(id)), chat: chat, from: User(id: UserID(user), firstName: "A"), date: Date(),
          text: text)))
  }

  @Test("asks for what the bot handles, and confirms a batch by the next poll and at an orderly stop")
  func offsets() async throws {
    let polls = ScriptedPolls(.updates([text(7), text(8)]), .updates([]), .updates([text(9)]))
    try await run(bot(polls), polls)
    #expect(polls.offsets == [nil, 9, 9, 10, 10])
    #expect(polls.polls[0].timeout == .seconds(30) && polls.polls[0].limit == 100)
    #expect(polls.polls[0].allowedUpdates == [.message, .callbackQuery, .myChatMember])
    #expect(polls.polls.last?.timeout == .zero && polls.polls.last?.limit == 1)
  }

  @Test("confirms nothing when nothing came")
  func nothing() async throws {
    let polls = ScriptedPolls()
    try await run(bot(polls), polls)
    #expect(polls.offsets == [nil])
  }

  @Test("confirms only what is handled")
  func handledFirst() async throws {
    let polls = ScriptedPolls(.updates([text(7)]))
    let bot = try bot(polls)
    let gate = Gate()
    bot.api.expect("sendPhoto", after: gate)
    let loop = UpdateLoop(api: bot.api, handler: bot.handler, logger: TestBot.quiet)
    let group = ServiceGroup(services: [bot.handler.deliveries, loop], logger: TestBot.quiet)
    async let run: Void = group.run()
    try await eventually { gate.arrived == 1 }
    #expect(polls.offsets == [nil])
    gate.open()
    await polls.isQuiet.pass()
    #expect(polls.offsets == [nil, 8])
    await group.triggerGracefulShutdown()
    try await run
  }

  @Test("goes on when one chat is slow, and its message still goes out")
  func slowChat() async throws {
    // To wait for each of them would take longer than the time limit of the suite.
    let polls = ScriptedPolls(.updates((1...60).map { text($0) }), .updates([text(61, from: 102)]))
    let bot = try bot(polls, patience: .milliseconds(1_500))
    let gate = Gate()
    bot.api.expect("sendPhoto", after: gate)
    try await run(bot, polls) {
      gate.open()
      // The one that was held up, and of those behind it the newest.
      let chats = bot.api.calls.filter { $0.name == "sendPhoto" }.compactMap(\.chat)
      return chats.contains(ChatID(102)) && chats.count { $0 == TestBot.chat } == 2
    }
    #expect(polls.offsets.last == 62)
  }

  @Test("keeps the updates of one chat in order, and lets chats go side by side")
  func order() async throws {
    let texts = ["/book", "/my", "/help", "/menu"]
    let polls = ScriptedPolls(
      .updates(
        texts.enumerated().flatMap { [text(Int64($0 * 2 + 1), $1), text(Int64($0 * 2 + 2), from: 102, $1)] }))
    let bot = try bot(polls)
    try await run(bot, polls) { bot.api.calls.filter { $0.name == "sendPhoto" }.count == 8 }
    for chat in [101, 102] as [Int64] {
      let firstLines = bot.api.calls.filter { $0.chat?.rawValue == chat && $0.name == "sendPhoto" }
        .compactMap { $0.text?.split(separator: "\n").first.map(String.init) }
      #expect(
        firstLines.map { $0.prefix(12) }
          == ["<b>На какой д", "<b>Мои брони", "Место бронир", chat == 101 ? "<b>Смирнова " : "<b>Орлов Бор"]
          .map { $0.prefix(12) })
    }
  }

  @Test("passes over what cannot be read, and confirms it")
  func unreadable() async throws {
    let json =
      #"[{"update_id":5,"message":{"x":1}},{"no":"id"},{"update_id":6,"poll":{}},{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":101,"type":"private"},"from":{"id":101,"is_bot":false,"first_name":"A"},"text":"/menu"}}]"#
    let batch = try JSONDecoder().decode(UpdateBatch.self, from: Data(json.utf8))
    let polls = ScriptedPolls(.updates(batch.updates))
    let bot = try bot(polls)
    try await run(bot, polls) { bot.api.calls.count == 1 }
    #expect(polls.offsets == [nil, 8, 8])
  }

  @Test("waits and goes on after trouble, with the offset it had")
  func trouble() async throws {
    let polls = ScriptedPolls(
      .updates([text(7)]), .fails(down), .fails(.secondPoller(method: "m")),
      .fails(.retryAfter(.milliseconds(1), method: "m")), .updates([text(8)]))
    let bot = try bot(polls)
    try await run(bot, polls)
    #expect(polls.offsets == [nil, 8, 8, 8, 8, 9, 9])
  }

  @Test("removes a webhook, which keeps updates away")
  func webhook() async throws {
    let polls = ScriptedPolls(.fails(.webhookActive(method: "m")), .updates([text(7)]))
    let bot = try bot(polls)
    try await run(bot, polls)
    #expect(bot.api.summaries.first == "deleteWebhook")
    #expect(polls.offsets == [nil, nil, 8, 8])
  }

  @Test("ends with a clear message when Telegram refuses the token")
  func tokenRefused() async throws {
    let polls = ScriptedPolls(.fails(.tokenRefused(method: "m")))
    let bot = try bot(polls)
    bot.api.failIdentity(.tokenRefused(method: "m"))
    let loop = UpdateLoop(api: bot.api, handler: bot.handler, logger: TestBot.quiet)
    let error = await #expect(throws: UpdateLoopError.self) { try await loop.run() }
    #expect(error?.description.contains("BOT_TOKEN") == true)
  }

  @Test("stops at once, in the middle of a poll or of a pause", arguments: [false, true])
  func stops(isPausing: Bool) async throws {
    let polls = isPausing ? ScriptedPolls(.fails(.retryAfter(.seconds(3_600), method: "m"))) : ScriptedPolls()
    let bot = try bot(polls)
    let loop = UpdateLoop(api: bot.api, handler: bot.handler, logger: TestBot.quiet)
    let group = ServiceGroup(services: [loop], logger: TestBot.quiet)
    async let run: Void = group.run()
    try await eventually { polls.polls.count == 1 }
    await group.triggerGracefulShutdown()
    try await run  // Else the time limit of the suite.
  }

  @Test("pauses longer and longer, but never longer than half a minute")
  func backoff() {
    var backoff = PollBackoff()
    for wanted in [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000] {
      let pause = backoff.pause(after: down)
      #expect(.milliseconds(wanted) / 2 <= pause && pause <= .milliseconds(wanted))
    }
    #expect(backoff.isPersistent)
    #expect(backoff.pause(after: .retryAfter(.seconds(77), method: "m")) == .seconds(77))
    for _ in 1...200 { #expect(backoff.pause(after: down) <= PollBackoff.cap) }
  }
}

@Suite("The list of commands")
struct GreetingTests {
  @Test("is told to Telegram once, and again only when it failed")
  func once() async throws {
    let bot = try TestBot(office: TestOffice())
    let greeting = Greeting(api: bot.api, bot: UserID(7), store: bot.store, logger: TestBot.quiet)
    bot.api.expect("setMyCommands", fails: .retryAfter(.seconds(500), method: "m"))
    await greeting.tellCommands()
    bot.api.expect("setMyCommands")
    for _ in 1...3 { await greeting.tellCommands() }
    bot.api.expectDone()
  }

  @Test("is told again when it changed, and to another bot")
  func changed() async throws {
    let bot = try TestBot(office: TestOffice())
    try await bot.store.rememberTold("commands", "an earlier list", bot: 7)
    for user in [UserID(7), UserID(8)] {
      bot.api.expect("setMyCommands")
      for _ in 1...2 {
        await Greeting(api: bot.api, bot: user, store: bot.store, logger: TestBot.quiet).tellCommands()
      }
    }
    bot.api.expectDone()
    #expect(bot.api.calls.count == 2)
  }
}
