import Foundation
import Testing

@testable import OfficeActor

@Suite("The list of admins")
struct AdminsTests {
  private let storage = FakeStorage()
  private let state: OfficeState

  init() throws {
    state = OfficeState(try .sample(), storage: storage, now: { .noon })
  }

  @Test("counts from the next command on when it is replaced")
  func adopting() async throws {
    _ = try await state.perform(.closeDay(.today), by: Person.admin.principal)
    var rules = state.office.rules
    rules.admins = [AccountID(rawValue: 500)]
    await state.adopt(rules)
    #expect(state.office.rules.admins == rules.admins)
    await #expect(throws: Refusal.rejected(.adminsOnly)) {
      try await state.perform(.openDay(.today), by: Person.admin.principal)
    }
    _ = try await state.perform(.openDay(.today), by: Person.stranger.principal)
    #expect(state.office.closedDays.isEmpty)
  }

  @Test("a refused attempt to administer is an entry of the journal, stored though nothing changes")
  func refusedAttempt() async throws {
    _ = try await state.perform(.noteRefusedAdministration, by: Person.anna.principal)
    _ = try await state.perform(.noteRefusedAdministration, by: Person.stranger.principal)
    #expect(
      storage.transactions.flatMap(\.journal).map(\.event) == [
        .administrationRefused(Person.anna.onTheList), .administrationRefused(nil),
      ])
    // An admin's own is none.
    #expect(try await state.perform(.noteRefusedAdministration, by: Person.chief.principal) == .alreadySo)
    #expect(storage.transactions.count == 2)
  }

  @Test("what its owner cancels while asked about it is told as «Не приду», what others cancel with a reason")
  func declined() throws {
    var booking = Booking(id: 1, day: .today, owner: 1, seat: "1", createdAt: .noon)
    let anna = Person.anna.onTheList
    #expect(JournalRecord(.cancelled(booking, owner: anna)).detail == nil)
    booking.attendance.askedAt = .noon
    #expect(JournalRecord(.cancelled(booking, owner: anna)).detail == JournalRecord.inQuestion)
    for reason in ["", "ремонт"] {
      #expect(JournalRecord(.cancelled(booking, owner: anna, reason: Reason(reason))).detail == reason)
    }
    booking.attendance.confirmedAt = .noon
    #expect(JournalRecord(.cancelled(booking, owner: anna)).detail == nil)
  }
}
