import Foundation
import OfficeActor
import Persistence
import TestSupport
import Testing

@Suite("The journal, as it is read")
struct JournalReadingTests {
  private let folder: TemporaryFolder
  private let database: OfficeDatabase
  private let anna = Employee.ID(rawValue: 1)

  init() throws {
    folder = try TemporaryFolder()
    database = try OfficeDatabase(folder: folder.url)
  }

  private func ids(_ query: JournalQuery, atMost count: Int = 100) async throws -> [Int64] {
    try await database.journal(query, in: SampleOffice.zone, atMost: count).map(\.id)
  }

  @Test("comes newest first, a page at a time, towards either end")
  func pages() async throws {
    try await SampleOffice.fill(database)
    #expect(try await ids(JournalQuery(), atMost: 3) == [7, 6, 5])
    #expect(try await ids(JournalQuery(position: .before(5)), atMost: 3) == [4, 3, 2])
    #expect(try await ids(JournalQuery(position: .before(2)), atMost: 3) == [1])
    #expect(try await ids(JournalQuery(position: .after(2)), atMost: 3) == [5, 4, 3])
    #expect(try await ids(JournalQuery(position: .after(7))) == [])
  }

  @Test("is filtered by employee, by kind, and by day: what happened on it and what is about it")
  func filters() async throws {
    try await SampleOffice.fill(database)
    let today = SampleOffice.today
    #expect(try await ids(JournalQuery(employee: anna)) == [7, 6, 5, 4, 3, 1])
    #expect(try await ids(JournalQuery(kinds: [.booked, .moved])) == [6, 5, 4])
    #expect(try await ids(JournalQuery(kinds: [])) == [])
    #expect(try await ids(JournalQuery(day: today + 1)) == [6, 5])
    #expect(try await ids(JournalQuery(day: today)) == [7, 6, 5, 4, 3, 2, 1])
    #expect(try await ids(JournalQuery(day: today + -1)) == [])
    #expect(try await ids(JournalQuery(employee: anna, day: today + 1, kinds: [.moved])) == [6])
  }

  @Test("is filtered by seat, the one that a move leaves included")
  func seats() async throws {
    try await SampleOffice.fill(database)
    let all = try await database.journal(JournalQuery(), in: SampleOffice.zone, atMost: 100)
    for seat in ["1", "2"].map({ Seat.ID($0) }) {
      let wanted = all.filter { $0.record.seat == seat || $0.record.seatBefore == seat }.map(\.id)
      #expect(wanted.contains(6))
      #expect(try await ids(JournalQuery(seat: seat)) == wanted)
    }
  }

  @Test("counts a day's people and seats as its bookings do, whatever became of them")
  func dayCounts() async throws {
    let state = SampleOffice.state(try database.loadSample(), database)
    let day = SampleOffice.today + 1
    func perform(_ command: Command, by principal: Principal) async throws {
      _ = try await state.perform(command, by: principal)
    }
    try await perform(.addEmployees(SampleOffice.names("Смирнова Анна", "Волков Борис", "Ли Ю")), by: .bot)
    for number in [1, 2, 3] as [Int64] {
      try await perform(.register(as: Employee.ID(rawValue: number)), by: SampleOffice.person(number))
    }
    let seats = state.office.seats.map(\.id)
    let anna = SampleOffice.person(1)
    try await perform(.book(seats[0], on: day), by: anna)
    for (index, seat) in seats.dropFirst().enumerated() {
      let guest = try #require(GuestName("Гость \(index)"))
      try await perform(.book(seat, on: day, for: .guest(guest)), by: anna)
    }
    try await perform(.book(nil, on: day), by: SampleOffice.person(2))
    try await perform(.book(nil, on: day), by: SampleOffice.person(3))
    try await expectCounts(of: day, in: state)
    // Offered to the first who waits, who takes it.
    let own = try #require(state.office.bookings(on: day).booking(of: seats[0]))
    try await perform(.cancel(own.id), by: anna)
    let offer = try #require(state.office.offers.first)
    try await perform(.acceptOffer(offer.id), by: SampleOffice.person(2))
    try await expectCounts(of: day, in: state)
    try await perform(
      .closeSeats([SeatClosure(seat: seats[0], from: day, through: nil)]), by: SampleOffice.admin)
    try await expectCounts(of: day, in: state)
    try await perform(.openSeat(seats[0]), by: SampleOffice.admin)
    try await perform(.removeEmployee(Employee.ID(rawValue: 1)), by: SampleOffice.admin)
    try await expectCounts(of: day, in: state)
    #expect(try await database.dayCounts(of: (day + 1)...(day + 9)) == [:])
  }

  private func expectCounts(of day: Day, in state: OfficeState) async throws {
    let bookings = state.office.bookings(on: day).all
    let count = DayCount(people: bookings.count, seats: bookings.count { $0.seat != nil })
    #expect(try await database.dayCounts(of: (day + -1)...(day + 1)) == [day: count])
  }

  @Test("tells everything that was written")
  func columns() async throws {
    try await SampleOffice.fill(database)
    let moved = try #require(
      try await database.journal(JournalQuery(kinds: [.moved]), in: SampleOffice.zone, atMost: 1).first)
    #expect(
      moved
        == JournalLine(
          id: 6, at: SampleOffice.noon, actor: AccountID(rawValue: 101),
          record: JournalRecord(
            .moved, employee: anna, employeeName: "Смирнова Анна", booking: Booking.ID(rawValue: 2),
            day: SampleOffice.today + 1, seat: Seat.ID("2"), seatBefore: Seat.ID("1"))))
  }

  @Test("is counted by kind, by detail and by the days it is about")
  func counts() async throws {
    try await SampleOffice.fill(database)
    let days = SampleOffice.today...(SampleOffice.today + 1)
    #expect(try await database.journalCount(of: .booked, about: days) == 2)
    #expect(try await database.journalCount(of: .booked, about: days.upperBound...days.upperBound) == 1)
    #expect(try await database.journalCount(of: .cancelled, about: days) == 1)
    #expect(try await database.journalCount(of: .cancelled, detail: "in question", about: days) == 0)
  }
}
