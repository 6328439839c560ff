import Foundation
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("An update", .timeLimit(.minutes(30)))
struct UpdateHandlerTests {
  private let day = TestOffice.tomorrow
  private let group = Chat(id: ChatID(-100_5), kind: .supergroup)

  /// Taps of every kind, each to be answered once.
  enum Trouble: String, CaseIterable {
    case none, unknownData, noData, label, group, notSaved, chatStoreBroken, screenRefused, telegramDown,
      tooOld
    case stranger, messageGone, blocked
  }

  @Test("that is a tap is answered exactly once, whatever goes wrong", arguments: Trouble.allCases)
  func answered(trouble: Trouble) async throws {
    let bot = try TestBot(
      ScriptedTelegram(isScripted: trouble == .group || trouble == .label), office: TestOffice())
    var update = bot.tap(.book(Seat.ID("3"), on: day, from: Trail(.calendar).to(.day(day))))
    var toast: String? = "ср 25 ноября: место 3 вместо 2."
    switch trouble {
    case .none: break
    case .unknownData: (update, toast) = (bot.tap("book:12"), "Эта кнопка устарела. Вот что есть сейчас.")
    case .noData: (update, toast) = (bot.tap(nil), "Эта кнопка устарела. Вот что есть сейчас.")
    case .label: (update, toast) = (bot.tap(.label), nil)
    case .group: (update, toast) = (bot.tap("om", chat: group), nil)
    case .notSaved:
      bot.office.storage.fail()
      toast = "Не получилось сохранить, ничего не изменилось. Попробуйте ещё раз чуть позже."
    case .chatStoreBroken: try await bot.breakStore()
    case .screenRefused:
      for name in ["editMessageMedia", "sendPhoto"] {
        bot.api.expect(name, fails: .refused(code: 400, description: "can't parse entities", method: "m"))
      }
    case .telegramDown:
      for _ in 1...20 {
        bot.api.expect("", fails: .unavailable(reason: "reset", effect: .unknown, method: "m"))
      }
    case .tooOld: bot.api.failAnswers(.queryTooOld(method: "m"))
    case .stranger:
      update = bot.tap(Button.book(Seat.ID("3"), on: day, from: Trail(.menu)).data, by: 900)
      toast = "Сначала выберите своё имя."
    case .messageGone: bot.api.expect("editMessageMedia", fails: .messageGone(method: "m"))
    case .blocked: bot.api.expect("editMessageMedia", fails: .personUnreachable(.blocked, method: "m"))
    }
    try await bot.running { [update] in await bot.handler.handle(update) }
    guard case .callbackQuery(let query)? = update.content else { return }
    #expect(bot.api.answers.map(\.query) == [query.id])
    #expect(bot.api.answers.first?.text == toast)
    if trouble == .group || trouble == .label { #expect(bot.api.calls.isEmpty) }
  }

  @Test("that is a tap which cannot be read is answered once all the same, and nothing more")
  func unreadableTap() async throws {
    let json =
      #"{"update_id":5,"callback_query":{"id":"tap-1","from":{"id":"nobody"},"message":7,"data":"om"}}"#
    let update = try JSONDecoder().decode(Update.self, from: Data(json.utf8))
    #expect(update.content == .unreadableQuery(CallbackQueryID("tap-1")))
    let bot = try TestBot(office: TestOffice())
    try await bot.running { await bot.handler.handle(update) }
    #expect(bot.api.answers.map(\.query) == [CallbackQueryID("tap-1")])
    #expect(bot.api.answers.map(\.text) == [nil])
    #expect(bot.api.calls.isEmpty)
  }

  @Test("from a group is left without a word", arguments: ["/start", "привет", nil] as [String?])
  func groups(text: String?) async throws {
    let bot = try TestBot(office: TestOffice())
    try await bot.running {
      await bot.handler.handle(bot.typed(text, chat: self.group, hasOtherContent: text == nil))
    }
    #expect(bot.api.calls.isEmpty && bot.api.answers.isEmpty)
  }

  @Test("of no use is passed over: unreadable, a service message, a change of standing, a bot's")
  func useless() async throws {
    let bot = try TestBot(office: TestOffice())
    let user = User(id: UserID(101), firstName: "A")
    let chat = Chat(id: TestBot.chat)
    let member = ChatMember(user: user, status: .member)
    let fromBot = Message(
      id: MessageID(1), chat: chat, from: User(id: UserID(5), isBot: true, firstName: "B"), date: Date(),
      text: "/start")
    try await bot.running {
      await bot.handler.handle(bot.update(nil))
      await bot.handler.handle(bot.typed(nil))
      await bot.handler.handle(
        bot.update(
          .myChatMember(ChatMemberUpdated(chat: chat, newMember: member))))
      await bot.handler.handle(bot.update(.message(fromBot)))
    }
    #expect(bot.api.calls.isEmpty && bot.api.answers.isEmpty)
  }

  @Test("tells how somebody registered calls themselves, which is noted once")
  func profile() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    try await bot.running {
      for _ in 1...3 { await bot.handler.handle(bot.typed("/menu")) }
      await bot.handler.handle(bot.typed("/menu", by: TestOffice.stranger.rawValue))
    }
    #expect(bot.office.storage.commits.map(\.changes.count) == [1])
    // Nobody keeps the names of strangers who ask for nothing.
    #expect(bot.office.office.profiles.values.map(\.id) == [TestOffice.anna])
    #expect(bot.office.office.profiles.values.map(\.name) == ["A"])
  }

  @Test("with a sticker or a photo gets a kind line")
  func sticker() async throws {
    let bot = try TestBot(office: TestOffice())
    bot.api.expect("sendPhoto")
    try await bot.running { await bot.handler.handle(bot.typed(nil, hasOtherContent: true)) }
    #expect(bot.api.calls.first?.text?.hasPrefix("Спасибо!") == true)
  }

  @Test("that comes again changes nothing")
  func redelivered() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    let book = bot.tap(.book(Seat.ID("3"), on: day, from: Trail(.calendar)))
    try await bot.running {
      await bot.handler.handle(book)
      await bot.handler.handle(book)
    }
    #expect(bot.api.answers.map(\.text) == ["ср 25 ноября: место 3 вместо 2.", "Уже обработано."])
    #expect(bot.office.storage.commits.count { !$0.journal.isEmpty } == 1)
  }

  @Test("waits for the answer to a tap, but for no screen")
  func waiting() async throws {
    let bot = try TestBot(office: TestOffice())
    let (answer, picture) = (Gate(), Gate())
    let tap = bot.tap(.book(Seat.ID("3"), on: day, from: Trail(.calendar)))
    guard case .callbackQuery(let query)? = tap.content else { return }
    bot.api.holdAnswer(to: query.id, answer)
    bot.api.expect("editMessageMedia", after: picture)
    try await bot.running {
      let isHandled = Gate()
      async let handled: Void = {
        await bot.handler.handle(tap)
        isHandled.open()
      }()
      try await eventually { answer.arrived == 1 && picture.arrived == 1 }
      #expect(!isHandled.isOpen)
      #expect(bot.office.office.booking(Booking.ID(rawValue: 1))?.seat == Seat.ID("3"))
      answer.open()
      await handled
      #expect(!picture.isOpen)
      picture.open()
    }
  }

  @Test("finds what the one before made the chat wait for, though its screen is still on the way")
  func typedAtOnce() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    let gate = Gate()
    bot.api.expect("editMessageMedia", after: gate)
    let day = self.day
    try await bot.running {
      await bot.handler.handle(bot.tap(.open(Trail(.day(day)))))
      await bot.handler.handle(bot.typed("3"))
      gate.open()
    }
    #expect(bot.office.office.booking(Booking.ID(rawValue: 1))?.seat == Seat.ID("3"))
  }

  @Test("goes on without the store of chats: with a new message, and nothing is lost in the office")
  func brokenStore() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    try await bot.breakStore()
    try await bot.running {
      try await bot.handle(bot.typed("/menu"))
      try await bot.handle(bot.tap(.open(Trail(.calendar))))
    }
    #expect(bot.api.summaries == ["sendPhoto upload", "editMessageMedia 501 upload"])
  }
}

extension TestBot {
  /// Makes the store of chats fail from now on, as a damaged file does.
  fileprivate func breakStore() async throws {
    // The last one is the index by which SQLite notices that the others changed.
    for (name, bytes) in [("chats.db", 65_536), ("chats.db-wal", 65_536), ("chats.db-shm", 96)] {
      let file = try FileHandle(forWritingTo: folder.appendingPathComponent(name))
      try file.write(contentsOf: Data(repeating: 0x58, count: bytes))
      try file.close()
    }
    await #expect(throws: (any Error).self) { try await self.store.memory(of: 1) }
  }
}
