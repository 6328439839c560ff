import Foundation
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("The living message", .timeLimit(.minutes(30)))
struct LivingMessagesTests {
  private let calendar = Button.open(Trail(.menu).to(.calendar))
  private let bookings = Button.open(Trail(.menu).to(.bookings()))
  private let gone = TelegramError.messageGone(method: "m")
  private let badFile = TelegramError.fileRefused(description: "wrong file identifier", method: "m")
  private let down = TelegramError.unavailable(reason: "HTTP 502", effect: .unknown, method: "m")

  private func bot(
    living: LivingMessage? = LivingMessage(id: 501, hasPicture: true), office: TestOffice? = nil
  ) async throws -> TestBot {
    let bot = try TestBot(office: office ?? TestOffice())
    if let living { try await bot.store.remember(living: living, of: TestBot.chat.rawValue) }
    return bot
  }

  private func handle(_ bot: TestBot, _ updates: Update...) async throws {
    try await bot.running { for update in updates { try await bot.handle(update) } }
    bot.api.expectDone()
  }

  @Test("is edited in place by a tap: picture, caption and buttons at once")
  func edit() async throws {
    let bot = try await bot()
    bot.api.expect("editMessageMedia")
    try await handle(bot, bot.tap(calendar))
    let call = try #require(bot.api.calls.first)
    #expect(call.summary == "editMessageMedia 501 upload")
    #expect(call.text?.hasPrefix("<b>На какой день?</b>") == true)
    #expect(call.labels.contains("чт 26 · 3") && call.labels.last == "‹ Назад")
    #expect(bot.api.answers.count == 1)
    #expect(try await bot.living() == LivingMessage(id: 501, hasPicture: true))
  }

  @Test("is uploaded once: the same picture goes by its file id from then on")
  func fileID() async throws {
    let bot = try await bot()
    for _ in 1...2 { bot.api.expect("editMessageMedia") }
    try await handle(bot, bot.tap(calendar), bot.tap(calendar))
    #expect(bot.api.summaries == ["editMessageMedia 501 upload", "editMessageMedia 501 file-1"])
  }

  @Test("is a new one below what was typed, and then the old one loses its buttons")
  func typed() async throws {
    let bot = try await bot(living: LivingMessage(id: 490, hasPicture: true))
    for name in ["sendPhoto", "editMessageReplyMarkup"] { bot.api.expect(name) }
    try await handle(bot, bot.typed("/menu"))
    #expect(bot.api.summaries == ["sendPhoto upload", "editMessageReplyMarkup 490"])
    #expect(bot.api.calls.last?.keyboard == nil)
    #expect(try await bot.living() == LivingMessage(id: 501, hasPicture: true))
  }

  @Test("is the first of a chat without any ado")
  func first() async throws {
    let bot = try await bot(living: nil)
    bot.api.expect("sendPhoto")
    try await handle(bot, bot.typed("/start"))
    #expect(try await bot.living()?.id == 501)
  }

  @Test("that was deleted is followed by a new one")
  func deleted() async throws {
    let bot = try await bot(living: LivingMessage(id: 77, hasPicture: true))
    bot.api.expect("editMessageMedia", fails: gone)
    bot.api.expect("sendPhoto")
    bot.api.expect("editMessageReplyMarkup", fails: gone)
    try await handle(bot, bot.tap(calendar, in: 77))
    #expect(bot.api.answers.count == 1)
    #expect(try await bot.living()?.id == 501)
  }

  @Test("that cannot be seen any more is followed by a new one")
  func inaccessible() async throws {
    let bot = try await bot(living: nil)
    bot.api.expect("sendPhoto")
    bot.api.expect("sendPhoto")
    bot.api.expect("editMessageReplyMarkup")
    let chat = Chat(id: TestBot.chat)
    try await handle(
      bot,
      bot.update(.callbackQuery(bot.query(calendar.data, .inaccessible(chat: chat, id: MessageID(9))))),
      bot.update(.callbackQuery(bot.query(calendar.data, nil))))
    #expect(bot.api.answers.count == 2)
  }

  @Test("says in plain words that a screen could not be shown when Telegram refuses it altogether")
  func refusedAltogether() async throws {
    let bot = try await bot(living: LivingMessage(id: 77, hasPicture: true))
    let mistake = TelegramError.refused(code: 400, description: "can't parse entities", method: "m")
    bot.api.expect("editMessageMedia", fails: mistake)
    bot.api.expect("sendPhoto", fails: mistake)
    bot.api.expect("sendMessage")
    bot.api.expect("editMessageReplyMarkup")
    try await handle(bot, bot.tap(calendar, in: 77))
    #expect(bot.api.answers.count == 1)
    #expect(try await bot.living()?.hasPicture == false)
  }

  @Test("that looks like that already is left as it is")
  func notModified() async throws {
    let bot = try await bot()
    bot.api.expect("editMessageMedia", fails: .notModified(method: "m"))
    try await handle(bot, bot.tap(calendar))
    #expect(try await bot.living() == LivingMessage(id: 501, hasPicture: true))
  }

  @Test("that was tapped becomes the one with buttons, and the one before loses them")
  func otherMessage() async throws {
    let bot = try await bot(living: LivingMessage(id: 490, hasPicture: true))
    for name in ["editMessageMedia", "editMessageReplyMarkup"] { bot.api.expect(name) }
    try await handle(bot, bot.tap(calendar, in: 480))
    #expect(bot.api.summaries == ["editMessageMedia 480 upload", "editMessageReplyMarkup 490"])
    #expect(try await bot.living()?.id == 480)
  }

  // MARK: Pictures

  @Test(
    "gets its picture uploaded again when Telegram no longer takes the file id, and the new id is remembered")
  func badFileID() async throws {
    let bot = try await bot()
    bot.api.expect("editMessageMedia")
    bot.api.expect("editMessageMedia", fails: badFile)
    bot.api.expect("editMessageMedia")
    bot.api.expect("editMessageMedia")
    try await handle(bot, bot.tap(calendar), bot.tap(calendar), bot.tap(calendar))
    #expect(
      bot.api.summaries.map { $0.dropFirst("editMessageMedia 501 ".count) } == [
        "upload", "file-1", "upload", "file-2",
      ])
  }

  @Test("comes with the standing picture when its own cannot be drawn")
  func notDrawn() async throws {
    // More seats than a picture can show.
    let office = try TestOffice(seats: (1...401).map { Seat(id: Seat.ID("\($0)")) }, bookings: [])
    let bot = try await bot(office: office)
    bot.api.expect("editMessageMedia")
    try await handle(bot, bot.tap(.open(Trail(.day(TestOffice.tomorrow)))))
    #expect(bot.api.calls.first?.text?.hasPrefix("<b>ср 25 ноября</b>") == true)
    #expect(bot.api.summaries == ["editMessageMedia 501 upload"])
  }

  @Test("comes with the standing picture when its own is refused")
  func refusedUpload() async throws {
    let bot = try await bot()
    bot.api.expect("editMessageMedia", fails: badFile)
    bot.api.expect("editMessageMedia")
    try await handle(bot, bot.tap(calendar))
    #expect(bot.api.answers.count == 1)
  }

  @Test("is a new text when Telegram takes no picture at all, and the old photo loses its buttons")
  func noPictures() async throws {
    let bot = try await bot()
    for _ in 1...2 { bot.api.expect("editMessageMedia", fails: badFile) }
    bot.api.expect("sendMessage")
    bot.api.expect("editMessageReplyMarkup")
    // From a text it is a photo again as soon as pictures are taken.
    bot.api.expect("editMessageText")
    bot.api.expect("editMessageMedia")
    let first = bot.tap(calendar, in: 490)
    try await bot.store.remember(living: LivingMessage(id: 490, hasPicture: true), of: TestBot.chat.rawValue)
    let text = bot.tap(bookings, in: 501, isPicture: false)
    try await bot.running {
      try await bot.handle(first)
      #expect(try await bot.living() == LivingMessage(id: 501, hasPicture: false))
      #expect(bot.api.summaries.suffix(2) == ["sendMessage", "editMessageReplyMarkup 490"])
      try await bot.handle(text)
    }
    #expect(try await bot.living() == LivingMessage(id: 501, hasPicture: false))

    let again = try TestBot(bot.api, office: bot.office, folder: bot.folder)
    try await again.running {
      try await again.handle(again.tap(self.calendar, in: 501, isPicture: false))
    }
    bot.api.expectDone()
    #expect(bot.api.summaries.suffix(2) == ["editMessageText 501", "editMessageMedia 501 upload"])
    #expect(try await again.living() == LivingMessage(id: 501, hasPicture: true))
  }

  @Test("is sent as a text when no photo is taken for something typed")
  func typedWithoutPictures() async throws {
    let bot = try await bot(living: nil)
    for _ in 1...2 { bot.api.expect("sendPhoto", fails: badFile) }
    bot.api.expect("sendMessage")
    try await handle(bot, bot.typed("/menu"))
    #expect(
      bot.api.calls.last?.labels == [
        "Забронировать", "Моя неделя", "Мои брони", "Кто в офисе", "Пригласить гостя", "Настройки",
      ])
    #expect(try await bot.living()?.hasPicture == false)
  }

  @Test("that may have arrived is followed by something lighter, a few times, and that is all")
  func unclear() async throws {
    let bot = try await bot(living: nil)
    for name in ["sendPhoto"] + Array(repeating: "sendMessage", count: 4) {
      bot.api.expect(name, fails: down)
    }
    try await handle(bot, bot.typed("/menu"))
    #expect(bot.api.summaries == ["sendPhoto upload"] + Array(repeating: "sendMessage", count: 4))
    bot.api.expectDone()
    #expect(try await bot.living() == nil)
  }

  // MARK: Results

  private func result(_ bot: TestBot, _ words: String) -> Screen {
    var screen = bot.office.screen(.menu)
    (screen.caption, screen.isResult) = ("\(words)", true)
    return screen
  }

  @Test("may be a result: then each stays as a text of its own, and only the newest has buttons")
  func results() async throws {
    let bot = try await bot(living: LivingMessage(id: 490, hasPicture: true))
    for _ in 1...3 {
      bot.api.expect("sendMessage")
      bot.api.expect("editMessageReplyMarkup")
    }
    // All decided before the first goes out.
    let showings = ["один", "два", "три"].map {
      bot.messages.begin(result(bot, $0), in: TestBot.chat, .below)
    }
    for showing in showings { await bot.messages.show(showing) }
    bot.api.expectDone()
    #expect(bot.api.calls.compactMap(\.text) == ["один", "два", "три"])
    let losing = bot.api.calls.filter { $0.name == "editMessageReplyMarkup" }.map(\.message)
    #expect(losing == [490, 501, 502])
    #expect(try await bot.living() == LivingMessage(id: 503, hasPicture: false, isResult: true))
  }

  @Test("shows the next screen below a result, and leaves that as it is")
  func belowResult() async throws {
    let bot = try await bot(living: nil)
    bot.api.expect("sendMessage")
    bot.api.expect("sendPhoto")
    bot.api.expect("editMessageReplyMarkup")
    await bot.messages.show(bot.messages.begin(result(bot, "Добавлено: 5"), in: TestBot.chat, .below))
    #expect(try await bot.living() == LivingMessage(id: 501, hasPicture: false, isResult: true))
    try await handle(bot, bot.tap(calendar, in: 501, isPicture: false))
    #expect(bot.api.summaries == ["sendMessage", "sendPhoto upload", "editMessageReplyMarkup 501"])
    #expect(try await bot.living() == LivingMessage(id: 502, hasPicture: true))
  }

  @Test("lets a result neither give way to a newer screen nor make an older one do so")
  func resultsBesideScreens() async throws {
    let living = LivingMessage(id: 490, hasPicture: true)
    let bot = try await bot(living: living)
    for name in ["editMessageMedia", "sendMessage", "editMessageReplyMarkup"] { bot.api.expect(name) }
    let older = bot.messages.begin(screen(bot, .calendar), in: TestBot.chat, .into(living))
    let told = bot.messages.begin(result(bot, "Добавлено: 5"), in: TestBot.chat, .below)
    await bot.messages.show(older)
    await bot.messages.show(told)
    #expect(
      bot.api.summaries == ["editMessageMedia 490 upload", "sendMessage", "editMessageReplyMarkup 490"])

    // The older result loses its buttons to the screen, and so does the newer one, which comes after it.
    for name in ["editMessageMedia", "editMessageReplyMarkup", "sendMessage", "editMessageReplyMarkup"] {
      bot.api.expect(name)
    }
    let waiting = bot.messages.begin(result(bot, "Добавлено: 6"), in: TestBot.chat, .below)
    let newer = bot.messages.begin(screen(bot, .bookings()), in: TestBot.chat, .into(living))
    await bot.messages.show(newer)
    await bot.messages.show(waiting)
    bot.api.expectDone()
    #expect(
      bot.api.summaries.suffix(4) == [
        "editMessageMedia 490 upload", "editMessageReplyMarkup 501", "sendMessage",
        "editMessageReplyMarkup 502",
      ])
  }

  @Test("is not shown to somebody who may no longer see it by the time it goes out")
  func rightsLost() async throws {
    let bot = try await bot()
    let holds = bot.office.rightsHold(of: TestOffice.anna)
    let showing = bot.messages.begin(screen(bot, .calendar), in: TestBot.chat, into, while: holds)
    let anna = try #require(bot.office.office.employee(linkedTo: TestOffice.anna)?.id)
    _ = try await bot.office.state.perform(.unlink(anna), by: .bot)
    await bot.messages.show(showing)
    #expect(bot.api.calls.isEmpty)
  }

  @Test("of an admin is not shown to somebody who is none any more")
  func adminsRightsLost() async throws {
    let bot = try await bot()
    let holds = bot.office.rightsHold(of: TestOffice.admin)
    #expect(holds())
    var rules = bot.office.office.rules
    rules.admins = []
    await bot.office.state.adopt(rules)
    #expect(!holds())
  }

  // MARK: Restart

  @Test("and what it waits for are remembered over a restart")
  func restart() async throws {
    let bot = try await bot(living: nil)
    bot.api.expect("sendPhoto")
    bot.api.expect("editMessageMedia")
    try await handle(
      bot, bot.typed("/book"), bot.tap(.open(Trail(.menu).to(.day(TestOffice.tomorrow))), in: 501))
    let again = try TestBot(ScriptedTelegram(lastMessage: 600), office: bot.office, folder: bot.folder)
    again.api.expect("sendPhoto")
    again.api.expect("editMessageReplyMarkup")
    again.api.expect("editMessageMedia")
    try await again.running { try await again.handle(again.typed("3")) }
    again.api.expectDone()
    #expect(again.api.summaries.suffix(2) == ["editMessageReplyMarkup 501", "editMessageMedia 501 file-1"])
    #expect(again.api.calls.last?.text == "Ваша бронь: <b>ср 25 ноября, место 3 (Окно)</b>")
    #expect(bot.office.office.booking(Booking.ID(rawValue: 1))?.seat == Seat.ID("3"))
  }

  // MARK: Screens that overtake each other

  private func screen(_ bot: TestBot, _ place: Place) -> Screen { bot.office.screen(place) }
  private let into = Showing.Placement.into(LivingMessage(id: 501, hasPicture: true))

  @Test("shows the newest screen, even when the older one is still on its way after it")
  func olderAfterNewer() async throws {
    let bot = try await bot()
    bot.api.expect("editMessageMedia")
    let older = bot.messages.begin(screen(bot, .calendar), in: TestBot.chat, into)
    let newer = bot.messages.begin(screen(bot, .bookings()), in: TestBot.chat, into)
    await bot.messages.show(newer)
    await bot.messages.show(older)
    bot.api.expectDone()
    #expect(bot.api.calls.first?.text?.hasPrefix("<b>Мои брони</b>") == true)
  }

  @Test("does not go back to an older screen that is being repeated")
  func repetition() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    let gate = Gate()
    // An upload is not repeated.
    await bot.messages.show(bot.messages.begin(screen(bot, .calendar), in: TestBot.chat, into))
    bot.api.expect("editMessageMedia", fails: down, after: gate)
    let older = bot.messages.begin(screen(bot, .calendar), in: TestBot.chat, into)
    async let first: Void = bot.messages.show(older)
    try await eventually { gate.arrived == 1 }
    let newer = bot.messages.begin(screen(bot, .bookings()), in: TestBot.chat, into)
    async let second: Void = bot.messages.show(newer)
    gate.open()
    _ = await (first, second)
    let shown = bot.api.calls.map { $0.text?.hasPrefix("<b>Мои брони</b>") == true }
    #expect(shown.last == true && shown.count { $0 } == 1, "\(bot.api.summaries)")
  }

  @Test("still comes below what was typed when a tap overtakes the answer")
  func overtaken() async throws {
    let bot = try await bot(living: LivingMessage(id: 490, hasPicture: true))
    bot.api.expect("sendPhoto")
    bot.api.expect("editMessageReplyMarkup")
    let answer = bot.messages.begin(screen(bot, .menu), in: TestBot.chat, .below)
    let tap = bot.messages.begin(
      screen(bot, .bookings()), in: TestBot.chat, .into(LivingMessage(id: 490, hasPicture: true)))
    await bot.messages.show(tap)
    await bot.messages.show(answer)
    bot.api.expectDone()
    #expect(bot.api.summaries == ["sendPhoto upload", "editMessageReplyMarkup 490"])
    #expect(bot.api.calls.first?.text?.hasPrefix("<b>Мои брони</b>") == true)
    #expect(try await bot.living()?.id == 501)
  }

  @Test("is in the end the only one with buttons, when an answer was under way already")
  func underWay() async throws {
    let bot = try await bot(living: LivingMessage(id: 490, hasPicture: true))
    let gate = Gate()
    bot.api.expect("sendPhoto", after: gate)
    bot.api.expect("sendPhoto")
    for _ in 1...2 { bot.api.expect("editMessageReplyMarkup") }
    let answer = bot.messages.begin(screen(bot, .menu), in: TestBot.chat, .below)
    async let first: Void = bot.messages.show(answer)
    try await eventually { gate.arrived == 1 }
    let tap = bot.messages.begin(
      screen(bot, .bookings()), in: TestBot.chat, .into(LivingMessage(id: 490, hasPicture: true)))
    async let second: Void = bot.messages.show(tap)
    gate.open()
    _ = await (first, second)
    bot.api.expectDone()
    #expect(Set(bot.api.summaries.suffix(2)) == ["editMessageReplyMarkup 490", "editMessageReplyMarkup 501"])
    #expect(try await bot.living()?.id == 502)
  }

  @Test("is edited as before when the answer to something typed failed")
  func afterFailure() async throws {
    let bot = try await bot()
    bot.api.expect("sendPhoto", fails: .personUnreachable(.blocked, method: "m"))
    bot.api.expect("editMessageMedia")
    try await handle(bot, bot.typed("/menu"), bot.tap(calendar))
  }
}
