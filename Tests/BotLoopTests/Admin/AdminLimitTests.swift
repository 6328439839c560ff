import Foundation
import Logs
import OfficeActor
import Persistence
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("«Управление» of the largest offices")
struct AdminLimitTests {
  /// 200 seats of the longest numbers and 500 of the longest names, everybody with guests on one day.
  private func office() throws -> TestOffice {
    let zone = String(repeating: "Ю", count: 32)
    let seats = (0..<200).map { index -> Seat in
      Seat(id: Seat.ID("ЖЖЖЖЖЖЖЖ" + String(1_000 + index)), zone: zone)
    }
    let names = (0..<500).map { index -> String in String(repeating: "<", count: 96) + String(1_000 + index) }
    let start = TestOffice.tomorrow.start(in: .gmt)
    let bookings = (0..<500).map { index -> Booking in
      let id = Int64(index) + 1
      return Booking(
        id: Booking.ID(rawValue: id), day: TestOffice.tomorrow, owner: Employee.ID(rawValue: id),
        seat: index < 200 ? seats[index].id : nil, createdAt: start)
    }
    let guests = (0..<60).map { index -> Booking in
      let name = String(repeating: "&", count: 60) + "\(index)"
      return Booking(
        id: Booking.ID(rawValue: Int64(index) + 1_001), day: TestOffice.today + index % 14,
        owner: Employee.ID(rawValue: 1), guest: GuestName(name), seat: nil, createdAt: start)
    }
    let line = JournalLine(
      id: .max, at: TestOffice.tomorrow.start(in: .gmt), actor: TestOffice.admin,
      record: JournalRecord(
        .moved, employee: Employee.ID(rawValue: 1), employeeName: names[0], day: TestOffice.tomorrow,
        seat: seats[0].id, seatBefore: seats[1].id, guest: String(repeating: "&", count: 64)))
    var records = AdminRecords.unexpected
    records.journal = { _, _, count in Array(repeating: line, count: count) }
    records.journalCount = { _, _, _ in 100_000 }
    records.dayCounts = { days in
      Dictionary(uniqueKeysWithValues: days.days.map { ($0, DayCount(people: 10_000, seats: 2_000)) })
    }
    records.errors = {
      (0..<1_000).map {
        ErrorGroup(
          kind: String(repeating: "<", count: 300), place: "A.swift:\($0)", count: .max, first: .distantPast,
          last: .distantFuture, example: String(repeating: "&", count: 1_000))
      }
    }
    let closures = seats.prefix(150).map { seat -> SeatClosure in
      SeatClosure(
        seat: seat.id, from: TestOffice.today + -400, through: nil,
        reason: Reason(String(repeating: "&", count: 200))
      )
    }
    return try TestOffice(
      seats: seats, names: names, bookings: bookings + guests, closures: closures, nextBooking: 10_000,
      registration: .approval, records: records)
  }

  @Test("every screen fits into Telegram's limits")
  func screens() async throws {
    let office = try office()
    for account in 1...50 as ClosedRange<Int64> {
      // The longest names there are, each asked for twice; the first is taken.
      let name = try #require(office.employee((account + 1) / 2))
      let asking = AccountID(rawValue: account + 5_000_000_000)
      let profile = AccountProfile(
        id: asking, name: String(repeating: "&", count: 64), username: String(repeating: "u", count: 32))
      _ = try await office.state.perform(
        .requestRegistration(as: name.id, typing: name.name.text, profile: profile), by: .person(asking))
    }
    let (employee, booking) = (Employee.ID(rawValue: 1), Booking.ID(rawValue: 1_001))
    let (seat, day) = (office.office.seats[0].id, TestOffice.tomorrow)
    let filter = JournalFilter(employee: employee, day: day, topic: .bookings)
    let places: [AdminPlace] = [
      .menu, .days, .day(day), .day(day, page: 49), .day(day, page: 100_000), .booking(booking),
      .deleting(booking), .reason(booking), .moving(booking), .moving(booking, part: 1), .closing(day),
      .bookingFor(day), .seatFor(employee, on: day + 1), .seatFor(employee, on: day + 1, part: 2),
      .dayFor(employee), .employees(), .employees(.unlinked, page: 30), .adding, .employee(employee),
      .bookings(of: employee), .bookings(of: employee, page: 5), .renaming(employee), .unlinking(employee),
      .removing(employee), .requests(), .requests(page: 8), .seats(), .seats(page: 4), .seat(seat),
      .closingSeat(seat), .closingSeatUntil(seat, hasReason: true), .journal(JournalPage(filter: filter)),
      .journal(JournalPage(filter: filter, position: .before(.max))), .journalTopics(filter),
      .journalDays(filter), .journalEmployees(filter), .errors(), .errors(page: 300),
      .statistics(Month(of: day)), .daysBefore(TestOffice.today), .expected(), .expected(page: 60),
      .closingSeatThrough(seat, day, hasReason: true), .tickingSeats(), .tickingSeats(page: 4),
      .seatHistory(seat), .assigning(seat), .assigningDays(seat, to: employee, Set(Weekday.allCases)),
      .absence(of: employee), .absence(of: employee, from: day),
      .absenceQuestion(of: employee, from: day, through: day + 300),
      .journalSeats(filter),
    ]
    let way = Trail(.menu).to(.admin(.menu)).to(.admin(.days)).to(.admin(.day(day)))
    for place in places {
      let trail = way.to(.admin(place))
      for typed in ["", String(repeating: "&", count: 200)] {
        let asking = office.asking(TestOffice.admin, entry: .admin(typed: typed, at: trail))
        let screen = try await office.adminScreen(at: trail, for: asking)
        try screen.expectSound()
      }
    }
  }

  @Test("so does the answer to the worst list of names")
  func report() async throws {
    let office = try office()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.type((1...40).map { _ in String(repeating: "&", count: 101) }.joined(separator: "\n"))
    #expect(admin.caption.hasPrefix("<b>Добавлено: 0</b>\nНе принято строк: 40\n"))
    // Names that are there, of the greatest length, and refused lines besides.
    let known = office.office.employees.all.prefix(40).map(\.name.text)
    try await admin.type(
      (known + (1...40).map { "\($0) 00\(String(repeating: "&", count: 98))" }).joined(separator: "\n"))
    #expect(admin.caption.contains("Не принято строк: "))
  }

  @Test("so does the question about the worst list of names")
  func question() async throws {
    let office = try TestOffice(records: AdminRecords.unexpected.keepingNames())
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    let names = (1...40).map {
      "\(String(repeating: "я&", count: 44)) \(String(repeating: "z", count: $0 % 8))\($0)"
    }
    let broken = (1...40).map { _ in String(repeating: "&", count: 101) }
    try await admin.type((["Ларина, Ольга"] + names + broken).joined(separator: "\n"))
    #expect(admin.caption.hasPrefix("<b>Добавить 41 имя?</b>"))
  }
}
