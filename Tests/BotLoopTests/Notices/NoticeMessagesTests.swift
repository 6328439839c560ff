import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("The delivery of a notice", .timeLimit(.minutes(30)))
struct NoticeMessagesTests {
  /// What reads as an announcement to the admin.
  private func announcement(_ office: TestOffice) async throws -> Notice {
    _ = try await office.state.perform(.tellAdmins(.announcement("Снимок <готов>")), by: .bot)
    return try #require(office.office.notices.values.first)
  }

  private func post(_ bot: TestBot, _ crashGuard: CrashGuard = CrashGuard()) -> NoticeMessages {
    NoticeMessages(
      steps: bot.office.steps, messages: bot.messages, deliveries: bot.handler.deliveries,
      api: bot.handler.api, errors: ErrorLog(), crashGuard: crashGuard, logger: TestBot.quiet)
  }

  @Test("is given up when the process died twice under it, and nothing is sent")
  func endsTheProcess() async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    let notice = try await announcement(office)
    let folder = bot.folder
    for _ in 1...2 {
      _ = await (try TestBot.notes(in: folder)).begin(post(bot).key(of: notice), isWatched: true)
    }
    let outcome = await post(bot, CrashGuard(notes: try TestBot.notes(in: folder)))
      .deliver(notice, to: TestOffice.admin)
    #expect(
      outcome
        == .settled(
          .undeliverable(to: TestOffice.admin, reason: .endedProcess)))
    #expect(bot.api.calls.isEmpty)
  }

  @Test("is a text message, silent in quiet hours only")
  func sent() async throws {
    for (time, isSilent) in [("10:00", nil), ("23:00", true)] as [(String, Bool?)] {
      let office = try TestOffice(now: try NoticeOffice.moment(time))
      let bot = try TestBot(office: office)
      bot.api.expect("sendMessage")
      let outcome = await post(bot).deliver(try await announcement(office), to: TestOffice.admin)
      #expect(outcome == .settled(.delivered(to: TestOffice.admin, message: 501)))
      #expect(bot.api.calls.map(\.text) == ["Снимок &lt;готов&gt;"])
      #expect(bot.api.calls.map(\.isSilent) == [isSilent])
      #expect(bot.api.calls.map(\.chat) == [ChatID(TestOffice.admin.rawValue)])
    }
  }

  @Test(
    "is given up for good when nobody can get it",
    arguments: [
      (TelegramError.personUnreachable(.blocked, method: "m"), DeliveryFailure.blocked),
      (.personUnreachable(.deactivated, method: "m"), .deactivated),
      (.personUnreachable(.neverStarted, method: "m"), .neverStarted),
      (.personUnreachable(.chatNotFound, method: "m"), .chatNotFound),
      (.refused(code: 400, description: "bad", method: "m"), .refused),
    ])
  func givenUp(failure: TelegramError, reason: DeliveryFailure) async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    bot.api.expect("sendMessage", fails: failure)
    let outcome = await post(bot).deliver(try await announcement(office), to: TestOffice.admin)
    #expect(outcome == .settled(.undeliverable(to: TestOffice.admin, reason: reason)))
  }

  @Test("is tried again when it certainly did not arrive, and is nobody's to repeat at once when it may have")
  func trouble() async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    let notice = try await announcement(office)
    for _ in 1...2 {
      bot.api.expect(
        "sendMessage", fails: .unavailable(reason: "no connection", effect: .didNotHappen, method: "m"))
    }
    guard case .failed = await post(bot).deliver(notice, to: TestOffice.admin) else {
      Issue.record("it did not fail")
      return
    }
    bot.api.expect("sendMessage", fails: .unavailable(reason: "HTTP 502", effect: .unknown, method: "m"))
    #expect(
      await post(bot).deliver(notice, to: TestOffice.admin) == .settled(.unclear(to: TestOffice.admin)))
    bot.api.expectDone()
  }

  @Test("does not happen when nothing is left to say, or when it became obsolete while it waited")
  func senseless() async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    let day = Notice(
      id: Notice.ID(rawValue: 9), recipient: .account(TestOffice.admin),
      content: .closedDayHasBookings(TestOffice.tomorrow + 5), createdAt: office.now)
    #expect(
      await post(bot).deliver(day, to: TestOffice.admin)
        == .settled(.dropped(reason: "nothing is left to say")))
    let notice = try await announcement(office)
    #expect(await post(bot).deliver(notice, to: TestOffice.anna) == .outdated)
    #expect(bot.api.calls.isEmpty)
  }

  @Test("that Telegram held back goes to nobody who was unlinked meanwhile, and says what holds when it goes")
  func held() async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    let anna = try #require(office.office.employee(linkedTo: TestOffice.anna)?.id)
    let notice = Notice(
      id: Notice.ID(rawValue: 9), recipient: .employee(anna),
      content: .bookedByAdmin(Booking.ID(rawValue: 1)), createdAt: office.now)
    let gate = Gate()
    bot.api.expect("sendMessage", fails: .retryAfter(.milliseconds(1), method: "m"), after: gate)
    bot.api.expect("sendMessage")
    async let moved = post(bot).deliver(notice, to: TestOffice.anna)
    try await eventually { gate.arrived == 1 }
    _ = try await office.state.perform(
      .move(Booking.ID(rawValue: 1), to: Seat.ID("3"), isConfirmed: true), by: .person(TestOffice.anna))
    gate.open()
    #expect(await moved == .settled(.delivered(to: TestOffice.anna, message: 501)))
    #expect(bot.api.calls.map { $0.text?.contains("место <b>2</b>") } == [true, false])
    #expect(bot.api.calls.last?.text?.contains("место <b>3</b>") == true)

    let second = Gate()
    bot.api.expect("sendMessage", fails: .retryAfter(.milliseconds(1), method: "m"), after: second)
    async let unlinked = post(bot).deliver(notice, to: TestOffice.anna)
    try await eventually { second.arrived == 1 }
    _ = try await office.state.perform(.unlink(anna), by: .bot)
    second.open()
    #expect(await unlinked == .outdated)
    bot.api.expectDone()
  }

  // MARK: Edits

  /// An office in which a stranger has asked, the admin has the message 600 about it, and the stranger has asked for
  /// another name since.
  private func changedMind() async throws -> (TestOffice, Notice) {
    let office = try TestOffice(registration: .approval)
    func asks(_ employee: Int64, _ typed: String) async throws -> Notice {
      _ = try await office.state.perform(
        .requestRegistration(as: Employee.ID(rawValue: employee), typing: typed),
        by: .person(TestOffice.stranger))
      return try #require(office.office.notices.values.max { $0.id < $1.id })
    }
    let first = try await asks(3, "елкин")
    _ = try await office.state.perform(
      .settle(first.id, .delivered(to: TestOffice.admin, message: 600)), by: .bot)
    return (office, try await asks(4, "еремеев"))
  }

  @Test("of a change of mind edits the message that is there")
  func edited() async throws {
    let (office, notice) = try await changedMind()
    let bot = try TestBot(office: office)
    bot.api.expect("editMessageText")
    #expect(
      await post(bot).deliver(notice, to: TestOffice.admin)
        == .settled(.delivered(to: TestOffice.admin, message: 600)))
    #expect(bot.api.calls.map(\.message) == [600])
    #expect(bot.api.calls[0].text?.contains("Еремеев Павел") == true)
    #expect(bot.api.calls[0].labels == ["Принять", "Отклонить"])
  }

  @Test("of a change of mind is a new message, without a sound, if the other is gone or has become a screen")
  func editedGone() async throws {
    for isScreen in [false, true] {
      let (office, notice) = try await changedMind()
      let bot = try TestBot(office: office)
      if isScreen {
        try await bot.store.remember(
          living: LivingMessage(id: 600, hasPicture: true), of: TestOffice.admin.rawValue)
      } else {
        bot.api.expect("editMessageText", fails: .messageGone(method: "editMessageText"))
      }
      bot.api.expect("sendMessage")
      #expect(
        await post(bot).deliver(notice, to: TestOffice.admin)
          == .settled(.delivered(to: TestOffice.admin, message: 501)))
      #expect(bot.api.calls.last?.isSilent == true)
      #expect(bot.api.calls.last?.labels == ["Принять", "Отклонить"])
      bot.api.expectDone()
    }
  }

  @Test("of what is decided takes the buttons away, and is nothing if the message is gone")
  func settled() async throws {
    for (failure, outcome) in [
      (nil, .delivered(to: TestOffice.admin, message: 600)),
      (.notModified(method: "m"), .delivered(to: TestOffice.admin, message: 600)),
      (.messageGone(method: "m"), .dropped(reason: "the message is gone")),
      (.personUnreachable(.blocked, method: "m"), .dropped(reason: "the message is gone")),
    ] as [(TelegramError?, NoticeOutcome)] {
      let (office, _) = try await changedMind()
      let request = try #require(office.office.requests.keys.first)
      _ = try await office.state.perform(.refuseRegistration(request), by: .person(TestOffice.admin))
      let notice = try #require(
        office.office.notices.values.first { if case .requestSettled = $0.content { true } else { false } })
      let bot = try TestBot(office: office)
      bot.api.expect("editMessageText", fails: failure)
      #expect(await post(bot).deliver(notice, to: TestOffice.admin) == .settled(outcome))
      #expect(bot.api.calls.map(\.labels) == [[]])
      bot.api.expectDone()
    }
  }

  @Test("of an approval also turns the screen that waited into the menu")
  func approval() async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    try await bot.store.remember(
      living: LivingMessage(id: 400, hasPicture: true), of: TestOffice.anna.rawValue)
    try await bot.store.remember(entry: TextEntry.name(typed: "Смир").code, of: TestOffice.anna.rawValue)
    bot.api.expect("sendMessage")
    bot.api.expect("editMessageMedia")
    let notice = Notice(
      id: Notice.ID(rawValue: 1), recipient: .account(TestOffice.anna), content: .registrationApproved,
      createdAt: office.now)
    try await bot.running {
      let attempt = await self.post(bot).deliver(notice, to: TestOffice.anna)
      #expect(attempt == .settled(.delivered(to: TestOffice.anna, message: 501)))
    }
    #expect(bot.api.calls.map(\.message) == [nil, 400])
    #expect(bot.api.calls[1].labels.contains("Забронировать"))
    #expect(try await bot.store.memory(of: TestOffice.anna.rawValue).entry == nil)
  }
}
