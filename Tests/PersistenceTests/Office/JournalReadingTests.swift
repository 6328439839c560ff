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
