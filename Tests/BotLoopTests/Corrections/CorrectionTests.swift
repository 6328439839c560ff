import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("A message that tells what no longer holds", .timeLimit(.minutes(30)))
struct CorrectionTests {
  private static let seat2 = Booking.ID(rawValue: 1)
  private let booking = Button.open(Trail(.menu).to(.bookings()).to(.booking(seat2)))
  private let cancel = Button.cancel(seat2, from: Trail(.menu).to(.bookings()))
  private let nothing = "На ср 25 ноября у вас броней нет."

  private func bot(
    _ office: TestOffice? = nil, _ api: ScriptedTelegram = ScriptedTelegram(isScripted: false),
    folder: URL? = nil
  ) throws -> TestBot {
    try TestBot(api, office: office ?? TestOffice(), folder: folder)
  }

  /// What became of a message, the last call first; nil if it was only sent.
  private func last(_ message: Int, _ bot: TestBot) -> ScriptedTelegram.Call? {
    bot.api.calls.last { $0.message == message }
  }

  private func told(_ bot: TestBot) async throws -> [Int64] {
    try await bot.store.told(in: TestBot.chat.rawValue).map(\.id)
  }

  private func post(_ bot: TestBot) -> NoticeMessages {
    NoticeMessages(
      steps: bot.office.steps, messages: bot.messages, deliveries: bot.handler.deliveries,
      api: bot.handler.api, errors: ErrorLog(), crashGuard: CrashGuard(), logger: TestBot.quiet)
  }

  private func deliver(_ content: Notice.Content, _ bot: TestBot) async throws {
    let notice = Notice(
      id: Notice.ID(rawValue: 1), recipient: .employee(Employee.ID(rawValue: 1)), content: content,
      createdAt: bot.office.now)
    _ = await post(bot).deliver(notice, to: TestOffice.anna)
    try await eventually { bot.handler.deliveries.isIdle }
  }

  /// Anna's menu is message 501, below it her booking is 502; she cancels it in 501.
  private func cancelledAbove(_ bot: TestBot) async throws {
    try await bot.handle(bot.typed("/menu"))
    try await bot.handle(bot.typed("/my"))
    try await bot.handle(bot.tap(booking, in: 502))
    try await bot.handle(bot.tap(cancel, in: 501))
  }

  // MARK: Screens

  @Test(
    "because its booking was cancelled in an older message says so, without buttons and with today's picture")
  func cancelled() async throws {
    let bot = try bot()
    try await bot.running { try await self.cancelledAbove(bot) }
    let call = try #require(last(502, bot))
    #expect(call.name == "editMessageMedia")
    #expect(call.text == nothing)
    #expect(call.keyboard == nil)
    #expect(try await told(bot) == [501])
    // The living message keeps its buttons.
    #expect(last(501, bot)?.labels.isEmpty == false)
  }

  @Test("that was «Забронировано» tells the seat that one has moved to")
  func moved() async throws {
    let bot = try bot(TestOffice(bookings: []))
    let day = Trail(.menu).to(.day(TestOffice.tomorrow))
    try await bot.running {
      try await bot.handle(bot.typed("/menu"))
      try await bot.handle(bot.typed("/book"))
      try await bot.handle(bot.tap(.book(Seat.ID("1"), on: TestOffice.tomorrow, from: day), in: 502))
      try await bot.handle(bot.tap(.book(Seat.ID("3"), on: TestOffice.tomorrow, from: day), in: 501))
    }
    #expect(last(502, bot)?.text == "Ваша бронь: <b>ср 25 ноября, место 3 (Окно)</b>")
  }

  @Test("because its offer was declined in an older message says that nothing more is offered")
  func declined() async throws {
    let office = try TestOffice(
      bookings: TestOffice.full.filter { $0.seat != Seat.ID("3") } + [TestOffice.booking(1, of: 1, nil)],
      offers: [TestOffice.offer(to: 1)], closures: [TestOffice.closure])
    let bot = try bot(office)
    try await bot.running {
      try await bot.handle(bot.typed("/menu"))
      try await bot.handle(bot.typed("/my"))
      try await bot.handle(bot.tap(self.booking, in: 502))
      #expect(self.last(502, bot)?.text?.contains("Вам предложено место <b>3</b>") == true)
      try await bot.handle(
        bot.tap(
          .declineOffer(
            Offer.ID(rawValue: 5), of: Seat.ID("3"), on: TestOffice.tomorrow, from: Trail(.menu)), in: 501))
    }
    #expect(
      last(502, bot)?.text == """
        Ваша бронь: <b>ср 25 ноября, без места, 1-й в очереди</b>
        Больше места на этот день не предложу; свободное можно занять самим.
        """)
    #expect(last(502, bot)?.keyboard == nil)
  }

  @Test("is corrected once; one that still holds stays as it is")
  func once() async throws {
    let bot = try bot()
    try await bot.running {
      try await self.cancelledAbove(bot)
      let before = bot.api.calls.count { $0.message == 502 }
      for _ in 1...2 { try await bot.handle(bot.tap(.open(Trail(.menu)), in: 501)) }
      #expect(bot.api.calls.count { $0.message == 502 } == before)
      // The menu that is no longer the living message loses its buttons, and no more.
      try await bot.handle(bot.typed("/book"))
      try await bot.handle(bot.tap(.open(Trail(.menu).to(.calendar)), in: 503))
    }
    #expect(last(501, bot)?.name == "editMessageReplyMarkup")
  }

  @Test("keeps its picture when there can be no new one")
  func caption() async throws {
    let api = ScriptedTelegram()
    let bot = try bot(nil, api)
    for name in ["sendPhoto", "sendPhoto", "editMessageReplyMarkup", "editMessageMedia", "editMessageMedia"] {
      api.expect(name)
    }
    api.expect("editMessageReplyMarkup")
    api.expect("editMessageMedia", fails: .fileRefused(description: "bad", method: "m"))
    api.expect("editMessageCaption")
    try await bot.running { try await self.cancelledAbove(bot) }
    api.expectDone()
    #expect(last(502, bot)?.text == nothing)
  }

  @Test("is corrected after a restart if it could not be before, and is forgotten when it was deleted")
  func later() async throws {
    for failure in [
      TelegramError.unavailable(reason: "HTTP 502", effect: .unknown, method: "m"), .messageGone(method: "m"),
    ] {
      let api = ScriptedTelegram()
      let bot = try bot(nil, api)
      for name in [
        "sendPhoto", "sendPhoto", "editMessageReplyMarkup", "editMessageMedia", "editMessageMedia",
        "editMessageReplyMarkup",
      ] { api.expect(name) }
      // The list of bookings, which has gone out already, needs no upload.
      api.expect("editMessageMedia", fails: failure)
      let isGone = failure == .messageGone(method: "m")
      if !isGone { api.expect("editMessageMedia", fails: failure) }
      try await bot.running { try await self.cancelledAbove(bot) }
      api.expectDone()
      #expect(try await told(bot) == (isGone ? [501] : [501, 502]))
      if isGone { continue }
      let again = try self.bot(bot.office, folder: bot.folder)
      try await again.running { try await again.handle(again.tap(.open(Trail(.menu)), in: 501)) }
      #expect(last(502, again)?.text == nothing)
      #expect(try await told(bot) == [501])
    }
  }

  // MARK: Notices

  @Test("because an admin deleted the booking is corrected when the owner is told")
  func deletedByAdmin() async throws {
    let bot = try bot()
    try await bot.running {
      try await bot.handle(bot.typed("/my"))
      try await bot.handle(bot.tap(self.booking, in: 501))
      _ = try await bot.office.state.perform(.cancel(Self.seat2), by: .person(TestOffice.admin))
      let notice = try #require(bot.office.office.notices.values.first)
      _ = await self.post(bot).deliver(notice, to: TestOffice.anna)
    }
    #expect(bot.api.calls.last { $0.name == "sendMessage" }?.text?.hasPrefix("Администратор отменил") == true)
    #expect(last(501, bot)?.text == nothing)
  }

  /// Anna was asked this morning about tomorrow.
  private func asked() throws -> TestOffice {
    let base = TestOffice.booking(1, of: 1, "2")
    let ten = try NoticeOffice.moment("10:00")
    let booking = Booking(
      id: base.id, day: base.day, owner: base.owner, seat: base.seat, createdAt: base.createdAt,
      attendance: Attendance(
        askedAt: ten, answerBy: try NoticeOffice.moment("19:00"), reachedAt: ten, remindedAt: ten))
    return try TestOffice(bookings: [booking])
  }

  @Test("asks only in the newest of question and reminder, and in neither below a release")
  func questionReminderRelease() async throws {
    let bot = try bot(asked())
    let day = TestOffice.tomorrow
    try await bot.running {
      try await self.deliver(.attendanceQuestion(day), bot)
      #expect(self.last(501, bot) == nil)
      try await self.deliver(.attendanceReminder(day), bot)
      #expect(self.last(501, bot)?.name == "editMessageReplyMarkup")
      #expect(self.last(501, bot)?.keyboard == nil)
      #expect(self.last(502, bot) == nil)
      let lost = BookingSummary(try #require(bot.office.office.booking(Self.seat2)))
      _ = try await bot.office.state.perform(.cancel(Self.seat2), by: .person(TestOffice.anna))
      try await self.deliver(.released([lost]), bot)
      // What was asked stays to be read.
      let edits = bot.api.calls.filter { $0.name.hasPrefix("edit") }
      #expect(edits.map(\.summary) == ["editMessageReplyMarkup 501", "editMessageReplyMarkup 502"])
      #expect(edits.allSatisfy { $0.keyboard == nil })
      #expect(try await self.told(bot) == [501, 502, 503])
      try await bot.handle(
        bot.tap(.book(Seat.ID("3"), on: day, from: Trail(.menu)), in: 503, isPicture: false))
      try await eventually { self.last(501, bot)?.name == "editMessageText" }
    }
    for message in [501, 502] {
      #expect(last(message, bot)?.name == "editMessageText")
      #expect(last(message, bot)?.text == "Ваша бронь: <b>ср 25 ноября, место 3 (Окно)</b>")
    }
  }

  @Test("is a question that was answered elsewhere: it says what was answered")
  func answered() async throws {
    let bot = try bot(asked())
    try await bot.running {
      try await bot.handle(bot.typed("/menu"))
      try await self.deliver(.attendanceQuestion(TestOffice.tomorrow), bot)
      try await bot.handle(bot.tap(.confirmAttendance(on: TestOffice.tomorrow), in: 501))
    }
    #expect(last(502, bot)?.text == "Ваша бронь: <b>ср 25 ноября, место 2 (Окно)</b>\nПриход подтверждён.")
    #expect(last(502, bot)?.keyboard == nil)
  }

  @Test("is a question about a guest fewer: it asks about the others, with its buttons")
  func askedAnew() async throws {
    let ten = try NoticeOffice.moment("10:00")
    let attendance = Attendance(
      askedAt: ten, answerBy: try NoticeOffice.moment("19:00"), reachedAt: ten)
    let bookings = [TestOffice.booking(1, of: 1, "2"), TestOffice.booking(2, of: 1, "1", guest: "Ваня")].map {
      Booking(
        id: $0.id, day: $0.day, owner: $0.owner, guest: $0.guest, seat: $0.seat, createdAt: $0.createdAt,
        attendance: attendance)
    }
    let bot = try bot(TestOffice(bookings: bookings))
    try await bot.running {
      try await bot.handle(bot.typed("/my"))
      try await self.deliver(.attendanceQuestion(TestOffice.tomorrow), bot)
      try await bot.handle(
        bot.tap(.cancel(Booking.ID(rawValue: 2), from: Trail(.menu).to(.bookings())), in: 501))
    }
    #expect(last(502, bot)?.labels == ["Приду", "Не приду"])
    #expect(last(502, bot)?.text?.contains("Ваня") == false)
    #expect(try await told(bot) == [501, 502])
  }

  // MARK: Statements

  @Test("is known by a code, which is read back; any other is nobody's")
  func codes() throws {
    let day = TestOffice.tomorrow
    for statement in [
      Statement(
        subjects: [.booking(Self.seat2, on: day), .offer(Offer.ID(rawValue: 5), on: day)], digest: .max,
        trail: Trail(.menu).to(.booking(Self.seat2))),
      Statement(
        subjects: [.day(day), .question(about: day)], digest: 0, trail: Trail(.attendance(day))),
      Statement(
        subjects: [.days(from: day)], digest: 7, trail: Trail(.menu).to(.seatDays(Seat.ID("A|1"))).to(.week)),
      Statement(subjects: [.released(on: day)], digest: 7, trail: nil, hasButtons: false),
    ] { #expect(Statement(code: statement.code) == statement) }
    for code in ["", "s", "s17", "s17|", "s17|z1", "s17|d1a|", "s27|d1a", "s1!|d1a", "s17|d1a-5"] {
      #expect(Statement(code: code) == nil, "\(code)")
    }
  }
}
