import Foundation
import Jobs
import OfficeActor
import Persistence
import Testing

@Suite("The daily cleanup")
struct CleanupTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "cleanup-\(UUID().uuidString)")
  private let rules = OfficeRules(timeZone: .gmt, bookingWindowDays: 14)
  private let seats = (1...20).map { Seat(id: Seat.ID("\($0)")) }

  private func open() throws -> (OfficeDatabase, OfficeDatabase.Loaded) {
    let database = try OfficeDatabase(folder: folder)
    return (database, try database.load(rules: rules, seats: seats))
  }

  @Test("forgets old bookings, journal entries and handled updates, keeps the rest, and finds nothing twice")
  func cleanup() async throws {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let time = ManualTime(Date(timeIntervalSince1970: 1_795_597_200))
    let (database, loaded) = try open()
    let state = OfficeState(
      loaded.office, handled: loaded.handled, storage: database, now: { time.now })
    let names = (1...20).compactMap { EmployeeName("Сотрудник \($0)") }
    _ = try await state.perform(.addEmployees(names), by: .bot)
    let people = state.office.employees.all.map(\.id).sorted()
    for (index, employee) in people.enumerated() {
      _ = try await state.perform(.register(as: employee), by: .person(AccountID(rawValue: Int64(index))))
    }
    // Every second day for forty days everybody books today; 400 bookings, 420 journal entries.
    let first = rules.today(at: time.now)
    var request: Int64 = 0
    for step in 0..<20 {
      time.jump(to: time.now + (step == 0 ? 0 : 2 * 86_400))
      for (index, seat) in seats.enumerated() {
        request += 1
        _ = try await state.perform(
          .book(seat.id, on: first + 2 * step), by: .person(AccountID(rawValue: Int64(index))),
          request: RequestID(rawValue: request))
      }
    }
    let today = rules.today(at: time.now)
    #expect(today == first + 38)

    let cleanup = Cleanup(
      state: state, database: database, retention: Cleanup.Retention(bookingsDays: 10, journalDays: 20),
      now: { time.now })
    try await cleanup.run()
    let kept = state.office
    // Days 28, 30, … 38 of 0, 2, … 38.
    #expect(kept.allBookings.count == 6 * 20)
    #expect(kept.allBookings.allSatisfy { $0.day >= today + -10 })
    #expect(try database.requests(handledBefore: .distantFuture, atMost: 1_000).count == 4 * 20)
    // What was handled long ago cannot arrive again, and would be carried out if it did; what is recent would not.
    #expect(
      try await state.perform(
        .book(Seat.ID("1"), on: today), by: .person(AccountID(rawValue: 0)),
        request: RequestID(rawValue: request))
        == .alreadyHandled)

    try await cleanup.run()
    #expect(state.office == kept)
    try database.close()
    let (again, reloaded) = try open()
    #expect(reloaded.office == kept)
    #expect(reloaded.handled.count == 4 * 20)
    // The entries of days 18, 20, … 38 are left, twenty each.
    #expect(try again.forgetJournal(before: .distantFuture, atMost: 1_000) == 11 * 20)
    try again.close()
  }

  @Test("is the bot's alone, and takes no day that is still to come")
  func rights() async throws {
    var office = try Office(rules: rules, seats: seats)
    let now = Date(timeIntervalSince1970: 1_795_597_200)
    let today = rules.today(at: now)
    #expect(throws: Rejection.notAllowed) {
      try office.perform(.forgetBookings(before: today), by: .person(AccountID(rawValue: 1)), at: now)
    }
    #expect(throws: Rejection.notAllowed) {
      try office.perform(.forgetBookings(before: today + 1), by: .bot, at: now)
    }
  }
}
