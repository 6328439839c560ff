import FloorPlan
import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

/// 2,000 seats, all taken tomorrow, and 10,000 names, everybody else waiting.
// One after the other, for each keeps a processor busy that other tests wait for.
@Suite("The largest office", .serialized)
struct LargestOfficeTests {
  private static let names = (0..<Office.employeesMax).map { "Константинопольский Владислав \(100_000 + $0)" }

  /// - Parameter zones: how many zones the seats stand in; 0 for none.
  private static func office(zones: Int, records: AdminRecords? = nil) throws -> TestOffice {
    let seats = (0..<Office.seatsMax).map { index in
      Seat(id: Seat.ID("\(index + 1)"), zone: zones == 0 ? "" : "Зона \(index * zones / Office.seatsMax + 1)")
    }
    let bookings = (0..<Office.employeesMax).map { index in
      TestOffice.booking(
        Int64(index + 1), of: Int64(index + 1), seats.indices.contains(index) ? seats[index].id.rawValue : nil
      )
    }
    let guests = (0..<50).map { index in
      TestOffice.booking(
        Int64(20_001 + index), of: 1, nil, guest: String(repeating: "Щ", count: 62) + "\(10 + index)")
    }
    return try TestOffice(
      seats: seats, names: names, bookings: bookings + guests, nextBooking: 30_000, registration: .open,
      records: records)
  }

  @Test("every screen of a person fits, and its picture is drawn", arguments: [12, 400])
  func person(zones: Int) async throws {
    let office = try Self.office(zones: zones)
    let renderer = FloorPlanRenderer()
    let guest = try #require(GuestName("Иван"))
    let booking = Booking.ID(rawValue: 1)
    for day in zones == 12 ? [TestOffice.tomorrow, TestOffice.today] : [TestOffice.tomorrow] {
      for place in [
        .menu, .calendar, .day(day), .day(day, part: 0), .day(day, part: 22), .bookings(), .bookings(page: 6),
        .booking(booking), .cancelling(booking), .moving(booking), .people(day), .people(day, page: 100_000),
        .search,
        .colleague(Employee.ID(rawValue: 1)), .colleague(Employee.ID(rawValue: 1), page: 9), .guest,
        .guestCalendar, .guestDay(day), .guestDay(day, part: 1), .names(page: 0), .names(page: 1_249),
      ] as [Place] {
        // Others have their turn.
        await Task.yield()
        for typed in ["", "конст", "100001"] {
          let entry: TextEntry? =
            switch place {
            case .guestCalendar, .guestDay: .guest(guest, on: nil, from: Trail(.guestCalendar))
            case .search: .colleague(typed: typed, from: Trail(.search))
            case .names: .name(typed: typed)
            default: nil
            }
          guard typed.isEmpty || entry != nil else { continue }
          let account: AccountID = if case .names = place { TestOffice.stranger } else { TestOffice.anna }
          let screen = office.screen(place, for: account, entry: entry)
          try screen.expectSound()
          guard [.day(day), .day(day, part: 22), .people(day)].contains(place) else { continue }
          _ = try await renderer.png(of: screen.picture)
        }
      }
    }
  }

  @Test("who is in the office is told to the last, page by page")
  func people() throws {
    let desks = (1...150).map { Seat(id: Seat.ID("\($0)"), zone: "Окно") }
    let bookings = (1...260).map { index in
      TestOffice.booking(
        index, of: index, index <= 150 ? "\(index)" : nil)
    }
    let invited = (1...50).map { index in
      TestOffice.booking(1_000 + index, of: 1, nil, guest: "Гость №\(index)")
    }
    let office = try TestOffice(
      seats: desks, names: Array(Self.names.prefix(260)), bookings: bookings + invited, nextBooking: 2_000)
    var trail = Trail(.menu).to(.people(TestOffice.tomorrow))
    var (seats, waiting, guests): ([String], [String], [String]) = ([], [], [])
    while true {
      let screen = office.screen(at: trail, for: office.asking(TestOffice.anna))
      try screen.expectSound()
      for line in screen.caption.plain.split(separator: "\n").dropFirst(2) {
        if line.contains(", принимает ") {
          guests.append(String(line))
        } else if line.contains(" — ") {
          seats.append(String(line.prefix { $0 != " " }))
        } else if line.contains("-й в очереди") {
          waiting.append(String(line))
        } else {
          #expect(["Без места", "Гости"].contains(line))
        }
      }
      guard case .open(let next)? = screen.buttons.last(where: { $0.label == "›" })?.button else { break }
      #expect(next.back.place == .menu)
      trail = next
    }
    #expect(seats == office.office.seats.map(\.id.rawValue))
    #expect(waiting.count == 110 && Set(waiting).count == waiting.count)
    #expect(guests.count == 50)
  }

  @Test("every screen of an admin fits, and its picture is drawn", arguments: [12])
  func admin(zones: Int) async throws {
    var records = AdminRecords.unexpected
    let line = JournalLine(
      id: .max, at: TestOffice.tomorrow.start(in: .gmt), actor: TestOffice.admin,
      record: JournalRecord(
        .moved, employee: Employee.ID(rawValue: 1), employeeName: Self.names[0], day: TestOffice.tomorrow,
        seat: Seat.ID("1"), seatBefore: Seat.ID("2")))
    records.journal = { _, _, count in Array(repeating: line, count: count) }
    records.journalCount = { _, _, _ in 44_000 }
    records.dayCounts = { _ in [:] }
    records.errors = { [] }
    let office = try Self.office(zones: zones, records: records)
    let renderer = FloorPlanRenderer()
    let (employee, booking, seat) = (Employee.ID(rawValue: 9_000), Booking.ID(rawValue: 1), Seat.ID("1"))
    let day = TestOffice.tomorrow
    let places: [AdminPlace] = [
      .menu, .days, .day(day), .day(day, page: 1_000), .booking(booking), .deleting(booking),
      .reason(booking),
      .moving(booking), .closing(day), .bookingFor(day + 1), .seatFor(employee, on: day + 1),
      .seatFor(employee, on: day + 1, part: 1), .dayFor(employee), .employees(), .employees(.linked),
      .employees(.unlinked, page: 1_249), .adding, .employee(employee), .bookings(of: employee),
      .renaming(employee), .unlinking(employee), .removing(employee), .requests(), .seats(), .seats(page: 49),
      .seat(seat), .closingSeat(seat), .closingSeatUntil(seat, hasReason: true), .journal(JournalPage()),
      .journalTopics(JournalFilter()),
      .journalDays(JournalFilter(employee: employee, day: day, topic: .bookings)),
      .journalEmployees(JournalFilter()), .errors(), .statistics(Month(of: day)), .expected(),
      .expected(page: 200),
      .closingSeatThrough(seat, day, hasReason: false), .tickingSeats(), .tickingSeats(page: 49),
      .seatHistory(seat), .journalSeats(JournalFilter()), .closingTicked, .closingTickedThrough(nil),
    ]
    for place in places {
      for typed in ["", "конст", "109999"] {
        let trail = Trail(.menu).to(.admin(.menu)).to(.admin(place))
        let all = TickedSeats(seats: Set(office.office.seats.map(\.id)), reason: Reason(typed))
        let entry =
          place.isOfTicked ? TextEntry.closingSeats(all, at: trail) : .admin(typed: typed, at: trail)
        let asking = office.asking(TestOffice.admin, entry: entry)
        let screen = try await office.adminScreen(at: trail, for: asking)
        try screen.expectSound()
        guard typed.isEmpty, [.day(day), .seats(), .statistics(Month(of: day))].contains(place) else {
          continue
        }
        let file = try await renderer.png(of: screen.picture)
        #expect(file.count < 1_000_000)
      }
    }
  }

  @Test("names are looked through in alphabetical order, whatever has happened to them")
  func names() async throws {
    let office = try TestOffice(names: ["Яшин Лев", "ёлкин Пётр", "Ежов Иван", "Еремеев Павел"])
    _ = try await office.state.perform(
      .addEmployees(["Абрамов Ян", "Жуков Ёж"].compactMap { EmployeeName($0) }), by: .person(TestOffice.admin)
    )
    _ = try await office.state.perform(
      .rename(Employee.ID(rawValue: 1), to: try #require(EmployeeName("Бобров Лев"))),
      by: .person(TestOffice.admin))
    _ = try await office.state.perform(
      .removeEmployee(Employee.ID(rawValue: 3)), by: .person(TestOffice.admin))
    let names = office.office.employees.all.map(\.name.text)
    #expect(names == ["Абрамов Ян", "Бобров Лев", "ёлкин Пётр", "Еремеев Павел", "Жуков Ёж"])
    #expect(NameSearch.find("ЁЖ", in: office.office.employees.all).map(\.name.text) == ["Жуков Ёж"])
    #expect(NameSearch.find("gfdtk", in: office.office.employees.all).map(\.name.text) == ["Еремеев Павел"])
    #expect(NameSearch.find("", in: office.office.employees.all).count == 5)
  }

  @Test("a keyboard that would be too large has shorter labels and ways back")
  func keyboard() throws {
    let way = (0..<6).reduce(Trail(.menu)) { way, index in
      way.to(.admin(.seatFor(Employee.ID(rawValue: .max - Int64(index)), on: TestOffice.today)))
    }
    let seats = (0..<88).map { index in
      ScreenButton("Щ\(1_000 + index)", .book(Seat.ID("Щ\(1_000 + index)"), on: TestOffice.today, from: way))
    }
    let guests = (0..<50).map { index in
      ScreenButton(
        "Отменить: " + String(repeating: "Щ", count: 64),
        .cancel(Booking.ID(rawValue: .max - Int64(index)), from: way))
    }
    for buttons in [seats, guests] {
      let keyboard = buttons.rows(of: 8).keyboard
      #expect(try JSONEncoder().encode(keyboard).count < 10_000)
      for (button, sent) in zip(buttons, keyboard.rows.joined()) {
        guard case .callback(let data) = sent.action, let read = Button(data: data) else {
          Issue.record("\(sent) is no button")
          continue
        }
        switch (button.button, read) {
        case (.book(let seat, let day, _), .book(let other, let otherDay, _)):
          #expect(seat == other && day == otherDay)
        case (.cancel(let booking, _), .cancel(let other, _)): #expect(booking == other)
        default: Issue.record("\(read) instead of \(button.button)")
        }
      }
    }
    // What fits is sent as it is.
    let few = Array(guests.prefix(5))
    #expect(few.rows(of: 1).keyboard.rows.joined().map(\.text) == few.map(\.label))
  }

  @Test("a day screen of the largest office shows parts, and the part that was chosen on the picture too")
  func part() throws {
    let office = try Self.office(zones: 12)
    let day = office.screen(.day(TestOffice.today))
    #expect(day.buttons.contains { $0.label == "Зона 1 1–88 · 88" })
    let part = office.screen(.day(TestOffice.today, part: 1))
    guard case .floor(let whole) = day.picture, case .floor(let chosen) = part.picture else {
      Issue.record("not a floor")
      return
    }
    #expect(whole.part == nil && chosen.part == 1)
    let shown = FloorPart.parts(of: chosen.seats)[1].seats.map { chosen.seats[$0].id }
    #expect(part.buttons.filter { Int($0.label) != nil }.map(\.label) == shown)
  }
}
