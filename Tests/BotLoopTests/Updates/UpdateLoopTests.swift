import Foundation
import Logging
import OfficeActor
import Persistence
import ServiceLifecycle
import Synchronization
import Telegram
import Testing
import Waiting

@testable import BotLoop
@testable import Conversation

@Suite("Polling", .timeLimit(.minutes(30)))
struct UpdateLoopTests {
  private let down = TelegramError.unavailable(reason: "HTTP 502", effect: .unknown, method: "getUpdates")

  private func bot(_ polls: ScriptedPolls) throws -> TestBot {
    try TestBot(
      ScriptedTelegram(isScripted: false) { poll throws(TelegramError) in try await polls.answer(poll) },
      office: TestOffice())
  }

  /// Polls until everything scripted was given and something is so; then stops in order.
  ///
  /// - Parameters:
  ///   - patience: for ever, unless a test is about it.
  ///   - sameOffsetPause: none, as if the last poll had been out for longer.
  ///   - arrivalMax: none, as if that had reached Telegram long ago.
  ///   - readingMax: as long as it takes, unless a test is about it.
  ///   - first: what happens meanwhile.
  private func run(
    _ bot: TestBot, _ polls: ScriptedPolls, patience: Duration = .seconds(1_000),
    sameOffsetPause: Duration = .zero, arrivalMax: Duration = .zero, readingMax: Duration = .seconds(1_000),
    first: () async throws -> Void = {}, until isSo: @escaping @Sendable () -> Bool = { true }
  ) async throws {
    let loop = UpdateLoop(
      api: bot.api, handler: bot.handler, logger: TestBot.quiet, patience: patience,
      sameOffsetPause: sameOffsetPause, arrivalMax: arrivalMax, readingMax: readingMax)
    let group = ServiceGroup(services: [bot.handler.deliveries, loop], logger: TestBot.quiet)
    async let run: Void = group.run()
    try await first()
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

  private func tap(_ id: Int64, from user: Int64 = 101, books seat: String) -> Update {
    let chat = Chat(id: ChatID(user))
    let button = Button.book(Seat.ID(seat), on: TestOffice.tomorrow + 2, from: Trail(.calendar))
    return Update(
      id: UpdateID(id),
      content: .callbackQuery(
        CallbackQuery(
          id: CallbackQueryID("tap-\(id)"), from: User(id: UserID(user), firstName: "A"),
          message: .accessible(Message(id: MessageID(501), chat: chat, date: Date())), data: button.data)))
  }

  @Test("asks for what the bot handles, and confirms a batch by the next poll and at an orderly stop")
  func offsets() async throws {
    let polls = ScriptedPolls(.updates([text(7), text(8)]), .updates([]), .updates([text(9)]))
    try await run(bot(polls), polls)
    #expect(polls.offsets == [nil, 9, 9, 10, 10])
    // What waits is given at once; only then does a poll wait for more.
    #expect(polls.polls.map(\.timeout) == [.seconds(1), .seconds(30), .seconds(30), .seconds(30), .zero])
    #expect(polls.polls[0].limit == 100)
    #expect(polls.polls[0].allowedUpdates == [.message, .callbackQuery, .myChatMember])
    #expect(polls.polls.last?.timeout == .zero && polls.polls.last?.limit == 1)
  }

  @Test("does not ask once more at a stop that follows a poll with the same offset: that has confirmed it")
  func stopsAfterPoll() async throws {
    let polls = ScriptedPolls(.updates([text(7)]))
    try await run(bot(polls), polls, sameOffsetPause: .seconds(3_600))
    #expect(polls.offsets == [nil, 8])
  }

  @Test("asks once more at a stop that comes before that poll can have reached Telegram")
  func stopsAtPoll() async throws {
    let polls = ScriptedPolls(.updates([text(7)]))
    try await run(bot(polls), polls, sameOffsetPause: .seconds(3_600), arrivalMax: .seconds(1_800))
    #expect(polls.offsets == [nil, 8, 8])
  }

  @Test("says that what waited is handled, and not while there may be more of it")
  func caughtUp() async throws {
    let polls = ScriptedPolls(
      .updates((1...100).map { text($0, from: 900 + $0) }), .updates([text(101)]), .updates([text(102)]))
    let bot = try bot(polls)
    let told = Mutex<[Int]>([])
    let loop = UpdateLoop(
      api: bot.api, handler: bot.handler, logger: TestBot.quiet,
      received: { _ in told.withLock { $0.append(polls.polls.count) } }, patience: .seconds(1_000))
    let group = ServiceGroup(services: [bot.handler.deliveries, loop], logger: TestBot.quiet)
    async let run: Void = group.run()
    await polls.isQuiet.pass()
    await group.triggerGracefulShutdown()
    try await run
    #expect(told.withLock(\.self) == [2, 3])
  }

  @Test("confirms nothing when nothing came")
  func nothing() async throws {
    let polls = ScriptedPolls()
    try await run(bot(polls), polls)
    #expect(polls.offsets == [nil])
  }

  @Test("confirms a tap when it is committed and answered")
  func handledFirst() async throws {
    let polls = ScriptedPolls(.updates([tap(7, books: "3")]))
    let bot = try bot(polls)
    let gate = Gate()
    bot.api.holdAnswer(to: CallbackQueryID("tap-7"), gate)
    try await run(
      bot, polls,
      first: {
        try await eventually { gate.arrived == 1 }
        #expect(polls.offsets == [nil])
        #expect(bot.office.storage.commits.count == 1)
        gate.open()
      })
    #expect(polls.offsets == [nil, 8, 8])
  }

  @Test("goes on while somebody's screen is on its way, and that still goes out")
  func slowChat() async throws {
    let many = (1...60).map { text($0, $0 == 60 ? "/help" : "/menu") }
    let polls = ScriptedPolls(.updates(many), .updates([text(61, from: 102)]))
    let bot = try bot(polls)
    let gate = Gate()
    bot.api.hold(TestBot.chat, gate)
    try await run(
      bot, polls,
      first: {
        try await eventually { bot.api.calls.contains { $0.chat == ChatID(102) } }
        try await eventually { polls.offsets.last == 62 }
        gate.open()
      },
      until: {
        bot.api.calls.last { $0.chat == TestBot.chat && $0.name == "sendPhoto" }?
          .text?.hasPrefix("Место бронир") == true
      })
  }

  @Test("goes on while the disk takes long over a booking, which is not confirmed, and handles each once")
  func slowDisk() async throws {
    let (booking, next, help) = (tap(7, books: "3"), text(8), text(9, from: 102, "/help"))
    // Telegram gives again what is not confirmed.
    let polls = ScriptedPolls(
      .updates([booking]), .updates([booking, next, help]),
      .updates([booking, next, help, text(10, from: 102, "/my")]))
    let bot = try bot(polls)
    bot.office.storage.hang()
    func boris(sees part: String) -> Int {
      bot.api.calls.count {
        $0.chat == ChatID(102) && $0.name.hasPrefix("send") && $0.text?.contains(part) == true
      }
    }
    try await run(
      bot, polls, patience: .milliseconds(500),
      first: {
        defer { bot.office.storage.goOn() }
        try await eventually { boris(sees: "Мои брони") == 1 }
        #expect(boris(sees: "Можно и написать") == 1)
        #expect(polls.offsets.prefix(3) == [nil, 7, 7])
        #expect(bot.api.answers.isEmpty)
        #expect(!bot.api.calls.contains { $0.chat == TestBot.chat }, "what she wrote later waits")
      }, until: { bot.api.calls.contains { $0.chat == TestBot.chat && $0.name == "sendPhoto" } })
    #expect(bot.api.answers.map(\.text) == ["Место 3 на пт 27 ноября — ваше."])
    #expect(polls.offsets.last == 11)
  }

  /// A bot whose admin may send a list of names, which Telegram gives when the gate opens.
  private func bot(_ polls: ScriptedPolls, readingAt gate: Gate) async throws -> TestBot {
    var records = AdminRecords.unexpected
    records.document = { _, _ throws(TelegramError) in
      await gate.pass()
      return Data("Новый Человек".utf8)
    }
    let bot = try TestBot(
      ScriptedTelegram(isScripted: false) { poll throws(TelegramError) in try await polls.answer(poll) },
      office: TestOffice(records: records))
    try await bot.store.remember(
      entry: TextEntry.admin(typed: "", at: Trail(.menu).to(.admin(.adding))).code, of: Self.admin.id.rawValue
    )
    return bot
  }

  private static let admin = Chat(id: ChatID(TestOffice.admin.rawValue))
  private static let document = Update(
    id: UpdateID(7),
    content: .message(
      Message(
        id: MessageID(1), chat: admin, from: User(id: UserID(TestOffice.admin.rawValue), firstName: "A"),
        date: Date(), document: Document(fileID: FileID("list"), fileName: "list.csv"))))

  @Test(
    "confirms a document only when it was read, and what its sender writes meanwhile does not wait for it")
  func document() async throws {
    let (document, later) = (Self.document, text(8, from: TestOffice.admin.rawValue, "/help"))
    let polls = ScriptedPolls(
      .updates([document]), .updates([document, later]), .updates([document, later]))
    let gate = Gate()
    let bot = try await bot(polls, readingAt: gate)
    try await run(
      bot, polls,
      first: {
        try await eventually { gate.arrived == 1 && polls.offsets.count >= 3 }
        try await eventually {
          bot.api.calls.contains { $0.chat == Self.admin.id && $0.name.hasPrefix("send") }
        }
        #expect(polls.offsets.prefix(3) == [nil, 7, 7])
        gate.open()
      }, until: { bot.api.calls.contains { $0.text?.contains("Добавлено: 1") == true } })
    #expect(polls.offsets.last == 9)
    // The list, once, and how its sender is called.
    #expect(bot.office.storage.commits.count == 2)
  }

  @Test("leaves a document to the next start that is not read when it has to stop")
  func documentAtStop() async throws {
    let polls = ScriptedPolls(.updates([Self.document]))
    let gate = Gate()
    let bot = try await bot(polls, readingAt: gate)
    try await run(
      bot, polls, readingMax: .zero,
      first: {
        try await eventually { gate.arrived == 1 }
        // The loop gives it up before the deliveries, which finish what they have, get it.
        Task {
          try await eventually { polls.polls.last?.timeout == .zero }
          gate.open()
        }
      })
    #expect(polls.offsets.last == 7)
  }

  @Test("keeps the updates of one chat in order, and lets chats go side by side")
  func order() async throws {
    let polls = ScriptedPolls(
      .updates([
        tap(1, books: "1"), tap(2, from: 102, books: "2"), tap(3, books: "3"),
        tap(4, from: 102, books: "A-4"), tap(5, books: "1"),
      ]))
    let bot = try bot(polls)
    let gate = Gate()
    bot.api.holdAnswer(to: CallbackQueryID("tap-1"), gate)
    try await run(
      bot, polls,
      first: {
        // He is through while she still waits for her first answer.
        try await eventually { bot.api.answers.count == 3 }
        #expect(Set(bot.api.answers.map(\.query.rawValue)) == ["tap-1", "tap-2", "tap-4"])
        gate.open()
      },
      until: { bot.api.answers.count == 5 })
    let toasts = Dictionary(uniqueKeysWithValues: bot.api.answers.map { ($0.query.rawValue, $0.text ?? "") })
    #expect(
      toasts == [
        "tap-1": "Место 1 на пт 27 ноября — ваше.", "tap-2": "Место 2 на пт 27 ноября — ваше.",
        "tap-3": "пт 27 ноября: место 3 вместо 1.", "tap-4": "пт 27 ноября: место A-4 вместо 2.",
        "tap-5": "пт 27 ноября: место 1 вместо 3.",
      ])
  }

  @Test("passes over what cannot be read, and confirms it")
  func unreadable() async throws {
    let json =
      #"[{"update_id":5,"message":{"x":1}},{"no":"id"},{"update_id":6,"poll":{}},{"update_id":7,"message":{"message_id":1,"date":1,"chat":{"id":101,"type":"private"},"from":{"id":101,"is_bot":false,"first_name":"A"},"text":"/menu"}}]"#
    let batch = try JSONDecoder().decode(UpdateBatch.self, from: Data(json.utf8))
    let polls = ScriptedPolls(.updates(batch.updates))
    let bot = try bot(polls)
    try await run(bot, polls, until: { bot.api.calls.count == 1 })
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
    var failures = PollFailures()
    for wanted in [500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000] {
      let pause = failures.pause(after: down)
      #expect(.milliseconds(wanted) / 2 <= pause && pause <= .milliseconds(wanted))
    }
    #expect(failures.isPersistent)
    #expect(failures.pause(after: .retryAfter(.seconds(77), method: "m")) == .seconds(77))
    for _ in 1...200 { #expect(failures.pause(after: down) <= PollFailures.backoff.longest) }
  }
}

@Suite("What the bot tells of itself")
struct GreetingTests {
  private func greeting(_ bot: TestBot, of user: UserID = UserID(7)) -> Greeting {
    let told = ToldTelegram(api: bot.api, bot: user, store: bot.store, logger: TestBot.quiet)
    return Greeting(
      told: told, officeName: "СПБ", office: { bot.office.office },
      adminMenus: AdminMenus(told) { bot.office.office }, logger: TestBot.quiet)
  }

  @Test("is told to Telegram once in every language, and again only what failed")
  func once() async throws {
    let bot = try TestBot(office: TestOffice())
    bot.api.expect("setMyCommands", fails: .retryAfter(.seconds(500), method: "m"))
    for name in ScriptedTelegram.greeting.dropFirst() { bot.api.expect(name) }
    await greeting(bot).tellMenusAndProfile()
    bot.api.expect("setMyCommands")
    for _ in 1...3 { await greeting(bot).tellMenusAndProfile() }
    bot.api.expectDone()
  }

  @Test("is told again when it changed, and to another bot")
  func changed() async throws {
    let bot = try TestBot(office: TestOffice())
    try await bot.store.rememberTold("commands", "an earlier list", bot: 7)
    for user in [UserID(7), UserID(8)] {
      bot.api.expectGreeting()
      for _ in 1...2 { await greeting(bot, of: user).tellMenusAndProfile() }
    }
    bot.api.expectDone()
    #expect(bot.api.calls.count == 2 * ScriptedTelegram.greeting.count)
  }

  @Test("an admin who writes finds «Управление» among the commands, in their own language, without a restart")
  func adminMenus() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    let told = ToldTelegram(api: bot.api, bot: UserID(7), store: bot.store, logger: TestBot.quiet)
    var handler = bot.handler
    handler.adminMenus = AdminMenus(told) { bot.office.office }
    func write(by user: AccountID) async throws {
      await handler.handle(bot.typed("/menu", by: user.rawValue))
      try await eventually { handler.deliveries.isIdle }
    }
    func lists() -> [String] { bot.api.summaries.filter { $0.contains("setMyCommands") } }
    let group = ServiceGroup(services: [handler.deliveries], logger: TestBot.quiet)
    async let run: Void = group.run()
    try await write(by: TestOffice.anna)
    try await write(by: TestOffice.admin)
    try await write(by: TestOffice.admin)
    #expect(lists().count == 1)
    _ = try await bot.office.state.perform(.chooseLanguage(.english), by: .person(TestOffice.admin))
    try await write(by: TestOffice.admin)
    #expect(lists().count == 2)
    await group.triggerGracefulShutdown()
    try await run
  }
}
