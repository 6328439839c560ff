import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop

@Suite("The delivery of a notice", .timeLimit(.minutes(30)))
struct NoticeMessagesTests {
  /// What reads as an announcement to the admin.
  private func announcement(_ office: TestOffice) async throws -> Notice {
    _ = try await office.state.perform(.tellAdmins(.announcement("Снимок <готов>")), by: .bot)
    return try #require(office.office.notices.values.first)
  }

  private func post(_ bot: TestBot, _ crashGuard: CrashGuard = CrashGuard()) -> NoticeMessages {
    NoticeMessages(
      router: bot.office.router, messages: bot.messages, api: bot.handler.api, errors: ErrorLog(),
      crashGuard: crashGuard, logger: TestBot.quiet)
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
    let outcome = try await post(bot, CrashGuard(notes: TestBot.notes(in: folder)))
      .deliver(notice, to: TestOffice.admin)
    #expect(outcome == .undeliverable(reason: "бот дважды остановился на этом сообщении"))
    #expect(bot.api.calls.isEmpty)
  }

  @Test("is a text message, silent in quiet hours only")
  func sent() async throws {
    for (time, isSilent) in [("10:00", nil), ("23:00", true)] as [(String, Bool?)] {
      let office = try TestOffice(now: try NoticeOffice.moment(time))
      let bot = try TestBot(office: office)
      bot.api.expect("sendMessage")
      let outcome = try await post(bot).deliver(announcement(office), to: TestOffice.admin)
      #expect(outcome == .delivered(message: 501))
      #expect(bot.api.calls.map(\.text) == ["Снимок &lt;готов&gt;"])
      #expect(bot.api.calls.map(\.isSilent) == [isSilent])
      #expect(bot.api.calls.map(\.chat) == [ChatID(TestOffice.admin.rawValue)])
    }
  }

  @Test(
    "is given up for good when nobody can get it",
    arguments: [
      (TelegramError.personUnreachable(.blocked, method: "m"), "бот заблокирован"),
      (.personUnreachable(.deactivated, method: "m"), "аккаунт удалён"),
      (.personUnreachable(.neverStarted, method: "m"), "человек не открывал бота"),
      (.personUnreachable(.chatNotFound, method: "m"), "чат не найден"),
      (.refused(code: 400, description: "bad", method: "m"), "Telegram не принял сообщение"),
    ])
  func givenUp(failure: TelegramError, reason: String) async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    bot.api.expect("sendMessage", fails: failure)
    let outcome = try await post(bot).deliver(announcement(office), to: TestOffice.admin)
    #expect(outcome == .undeliverable(reason: reason))
  }

  @Test("is worth another try when Telegram is in trouble")
  func trouble() async throws {
    let office = try TestOffice()
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: office)
    let notice = try await announcement(office)
    for _ in 1...2 {
      bot.api.expect(
        "sendMessage", fails: .unavailable(reason: "HTTP 502", effect: .unknown, method: "sendMessage"))
    }
    await #expect(throws: TelegramError.self) {
      try await post(bot).deliver(notice, to: TestOffice.admin)
    }
  }

  @Test("does not happen when nothing is left to say, or when it has lost its sense while it waited")
  func senseless() async throws {
    let office = try TestOffice()
    let bot = try TestBot(office: office)
    let day = Notice(
      id: Notice.ID(rawValue: 9), recipient: .account(TestOffice.admin),
      content: .closedDayHasBookings(TestOffice.tomorrow + 5), createdAt: office.now)
    #expect(
      try await post(bot).deliver(day, to: TestOffice.admin) == .dropped(reason: "nothing is left to say"))
    let notice = try await announcement(office)
    await #expect(throws: TelegramError.self) {
      try await post(bot).deliver(notice, to: TestOffice.anna)
    }
    #expect(bot.api.calls.isEmpty)
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
    #expect(try await post(bot).deliver(notice, to: TestOffice.anna) == .delivered(message: 501))
    #expect(bot.api.calls.map(\.message) == [nil, 400])
    #expect(bot.api.calls[1].labels.contains("Забронировать"))
    #expect(try await bot.store.memory(of: TestOffice.anna.rawValue).entry == nil)
  }
}
