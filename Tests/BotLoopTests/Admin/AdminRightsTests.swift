import Foundation
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("«Управление» is for admins only")
struct AdminRightsTests {
  /// Every action and every screen, on what there is in the sample office.
  private static let actions: [AdminAction] = [
    .delete(Booking.ID(rawValue: 1), hasReason: false), .delete(Booking.ID(rawValue: 2), hasReason: true),
    .move(Booking.ID(rawValue: 1), to: Seat.ID("3")),
    .move(Booking.ID(rawValue: 1), to: Seat.ID("3"), isConfirmed: true),
    .book(Seat.ID("3"), on: TestOffice.tomorrow, for: Employee.ID(rawValue: 3)),
    .book(nil, on: TestOffice.tomorrow, for: Employee.ID(rawValue: 3)),
    .decide(.closeDay(TestOffice.tomorrow)), .openDay(TestOffice.tomorrow),
    .decide(.unlink(Employee.ID(rawValue: 1), from: nil)), .remove(Employee.ID(rawValue: 1)),
    .decide(.approve(RegistrationRequest.ID(rawValue: 1))),
    .decide(.refuse(RegistrationRequest.ID(rawValue: 1))),
    .closeSeat(Seat.ID("1"), through: nil, hasReason: false), .openSeat(Seat.ID("1")),
    .assignSeat(Seat.ID("1"), to: Employee.ID(rawValue: 1), on: [.mon]), .unassignSeat(Seat.ID("1")),
    .beAbsent(Employee.ID(rawValue: 1), from: TestOffice.today, through: TestOffice.tomorrow),
    .endAbsence(Absence.ID(rawValue: 1)),
    .closeDayWithReason(TestOffice.tomorrow), .tickSeat(Seat.ID("1"), true),
    .tickZone(of: Seat.ID("1"), true),
    .closeTicked(TickedSeats(seats: [Seat.ID("1")]).tag, through: nil), .downloadExpected,
    .downloadJournal(JournalFilter()), .downloadErrors, .downloadStatistics(Month(of: TestOffice.today)),
  ]

  private static let places: [AdminPlace] = [
    .menu, .days, .day(TestOffice.tomorrow), .booking(Booking.ID(rawValue: 1)),
    .deleting(Booking.ID(rawValue: 1)), .reason(Booking.ID(rawValue: 1)), .moving(Booking.ID(rawValue: 1)),
    .closing(TestOffice.tomorrow), .bookingFor(TestOffice.tomorrow),
    .seatFor(Employee.ID(rawValue: 1), on: TestOffice.tomorrow), .dayFor(Employee.ID(rawValue: 1)),
    .employees(), .adding, .employee(Employee.ID(rawValue: 1)), .bookings(of: Employee.ID(rawValue: 1)),
    .renaming(Employee.ID(rawValue: 1)), .unlinking(Employee.ID(rawValue: 1)),
    .removing(Employee.ID(rawValue: 1)), .requests(), .seats(), .seat(Seat.ID("1")),
    .closingSeat(Seat.ID("1")), .closingSeatUntil(Seat.ID("1"), hasReason: false), .journal(JournalPage()),
    .journalTopics(JournalFilter()), .journalDays(JournalFilter()), .journalEmployees(JournalFilter()),
    .errors(), .statistics(Month(of: TestOffice.today)), .daysBefore(TestOffice.today), .expected(),
    .closingSeatThrough(Seat.ID("1"), nil, hasReason: false), .tickingSeats(), .closingTicked,
    .closingTickedUntil, .closingTickedThrough(nil), .seatHistory(Seat.ID("1")),
    .assigning(Seat.ID("1")), .assigningDays(Seat.ID("1"), to: Employee.ID(rawValue: 1), [.mon]),
    .absence(of: Employee.ID(rawValue: 1)),
    .absenceQuestion(of: Employee.ID(rawValue: 1), from: TestOffice.today, through: TestOffice.tomorrow),
    .journalSeats(JournalFilter()),
  ]

  private static let buttons: [Button] =
    actions.map { .admin($0, from: Trail(.menu)) } + places.map { .open(Trail(.menu).to(.admin($0))) }

  private let line = "Это может только администратор."

  @Test(
    "every button of it, tapped by an employee or a stranger, is a polite no and an entry of the journal",
    arguments: buttons, [TestOffice.anna, TestOffice.stranger])
  func tapped(button: Button, account: AccountID) async throws {
    let office = try TestOffice()
    let before = office.office
    let reply = await office.reply(to: button, from: office.asking(account))
    #expect(reply.toast == line)
    #expect(reply.document == nil)
    let screen = try #require(reply.screen)
    try screen.expectSound()
    #expect(screen == office.screen(.menu, for: account).saying("Это может только администратор."))
    #expect(office.office == before)
    #expect(office.journal.map(\.record.kind) == [.administrationRefused])
    #expect(office.journal.first?.actor == account)
    #expect(office.journal.first?.record.employeeName == (account == TestOffice.anna ? "Смирнова Анна" : nil))
  }

  @Test(
    "so is /admin, and text or a document for a screen of it",
    arguments: [TestOffice.anna, TestOffice.stranger])
  func otherWays(account: AccountID) async throws {
    for place in Self.places {
      let office = try TestOffice()
      let before = office.office
      let entry = TextEntry.admin(typed: "", at: Trail(.admin(place)))
      let asking = office.asking(account, entry: entry)
      #expect(await office.reply(toText: "Новое Имя", from: asking).toast == line)
      #expect(await office.reply(to: .admin, from: asking).toast == line)
      if place == .adding {
        let document = Document(fileID: FileID("names"), fileName: "names.csv", fileSize: 10)
        #expect(await office.reply(toDocument: document, from: asking).toast == line)
      }
      #expect(office.office == before)
    }
  }

  @Test("the journal is told once a minute of an account, so that nobody can fill it")
  func flood() async throws {
    let office = try TestOffice()
    for request in 1...50 as ClosedRange<Int64> {
      _ = await office.reply(to: .admin, from: office.asking(TestOffice.anna, request))
    }
    #expect(office.journal.count == 1)

    let attempts = RefusedAttempts()
    let start = office.now
    #expect(attempts.isNews(TestOffice.anna, at: start))
    #expect(!attempts.isNews(TestOffice.anna, at: start + 59))
    #expect(attempts.isNews(TestOffice.anna, at: start + 60))
    let crowd = (1...1_000).count { attempts.isNews(AccountID(rawValue: Int64($0)), at: start + 61) }
    #expect(crowd == RefusedAttempts.accountsMax - 1)
  }

  @Test("who is taken off the list can do nothing from then on, whatever buttons they still have")
  func takenOff() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 2", "2 · Смирнова Анна", "Удалить бронь")
    var rules = office.office.rules
    rules.admins = [AccountID(rawValue: 1_000)]
    await office.state.adopt(rules)
    try await admin.tap("Да, удалить")
    #expect(admin.toast == line)
    #expect(office.office.booking(Booking.ID(rawValue: 1)) != nil)
    #expect(!admin.screen.buttons.map(\.label).contains("Управление"))
  }
}
