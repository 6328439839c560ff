import Foundation
import Testing

@testable import OfficeActor

@Suite("What was cancelled")
struct RestoringTests {
  @Test("is given back in one step, as long as nobody else has it", arguments: rules)
  func restored(rule: Rule) throws { try rule.check() }

  @Test("says beforehand whether it can be given back")
  func refusals() throws {
    var office = try Office.sample()
    _ = try office.take(Person.anna.books("1", .tomorrow))
    _ = try office.take(Person.anna.cancels(1))
    #expect(office.refusalToRestore(1, at: .noon) == nil)
    #expect(office.hasRefused(1, .tomorrow))
    _ = try office.take(Person.boris.books("1", .tomorrow))
    #expect(office.refusalToRestore(1, at: .noon) == .seatTaken("1", on: .tomorrow, by: 2))
    _ = try office.take(Person.anna.books("2", .tomorrow))
    #expect(office.refusalToRestore(1, at: .noon) == .nothingToRestore(1))
    #expect(!office.hasRefused(1, .tomorrow))
  }

  @Test("is forgotten with its day; of guests so many as one may have are known")
  func bounds() throws {
    var office = try Office.sample()
    for number in 1...8 {
      _ = try office.take(Person.anna.invites("Гость \(number)", "1", .tomorrow))
      _ = try office.take(Person.anna.cancels(Int64(number)))
    }
    #expect(office.cancelled(of: 1, on: .tomorrow).map(\.id) == [4, 5, 6, 7, 8])
    #expect(!office.hasPlanning(before: .tomorrow) && office.hasPlanning(before: .tomorrow + 1))
    _ = try office.perform(.forgetPlanning(before: .tomorrow + 1), by: .bot, at: .noon + 2 * 86_400)
    #expect(office.cancelled(of: 1, on: .tomorrow).isEmpty)
  }

  // swift-format-ignore
  private static let rules: [Rule] = [
    Rule("a seat", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1)], when: Person.anna.restores(1), then: .tells("restored #2 at 1")),
    Rule("after «Не приду», and it counts as confirmed", given: [Person.anna.books("1", .tomorrow, at: .eve), Person.bot.does(.askAttendance(on: .today)), Person.bot.delivers(1), Person.anna.cancels(1), Person.anna.restores(1)], when: Person.bot.releases(at: .at(19)), then: .alreadySo),
    Rule("a guest's", given: [Person.anna.invites("Гость", "1", .tomorrow), Person.anna.cancels(1)], when: Person.anna.restores(1), then: .tells("restored #2 at 1")),
    Rule("one of several guests who were cancelled together", given: [Person.anna.invites("Гость", "1", .tomorrow), Person.anna.invites("Другой", "2", .tomorrow), Person.anna.does(.cancelGuests(on: .tomorrow))], when: Person.anna.restores(2), then: .tells("restored #3 at 2")),
    Rule("a seat that somebody has", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1), Person.boris.books("1", .tomorrow)], when: Person.anna.restores(1), then: .no(.seatTaken("1", on: .tomorrow, by: 2))),
    Rule("a seat that is held", in: .oneSeat, given: [Person.anna.books("1", .tomorrow), Person.boris.waits(.tomorrow), Person.anna.cancels(1)], when: Person.anna.restores(1), then: .no(.seatHeld("1", on: .tomorrow))),
    Rule("a place in the queue, where it was", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.waits(.tomorrow), Person.boris.waits(.tomorrow, at: .at(13)), Person.anna.cancels(2, at: .at(13)), Person.anna.restores(2, at: .at(14))], when: Person.chief.cancels(1, at: .at(15)), then: .tells("cancelled #1 at 1", "offered #4 at 1"), owes: "anna: offer 1"),
    Rule("twice", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1), Person.anna.restores(1)], when: Person.anna.restores(1), then: .no(.nothingToRestore(1))),
    Rule("what is booked anew", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1), Person.anna.books("2", .tomorrow)], when: Person.anna.restores(1), then: .no(.nothingToRestore(1))),
    Rule("what an admin cancelled", given: [Person.anna.books("1", .tomorrow), Person.admin.cancels(1)], when: Person.anna.restores(1), then: .no(.nothingToRestore(1))),
    Rule("of a day that was closed since", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1), Person.admin.does(.closeDay(.tomorrow))], when: Person.anna.restores(1), then: .no(.dayIsClosed(.tomorrow))),
    Rule("of a day that is over", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1)], when: Person.anna.restores(1, at: .noon + 2 * 86_400), then: .no(.dayIsPast(.tomorrow))),
    Rule("by another", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1)], when: Person.boris.restores(1), then: .no(.notAllowed)),
    Rule("by an admin", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1)], when: Person.admin.restores(1), then: .tells("restored #2 at 1"), owes: "anna: booked #2"),
    Rule("by a stranger", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1)], when: Person.stranger.restores(1), then: .no(.notRegistered)),
    // A declined offer is taken back by moving to its seat.
    Rule("a declined offer", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.waits(.tomorrow), Person.chief.cancels(1), Person.anna.declines(1)], when: Person.anna.moves(2, "1"), then: .tells("moved #2 at 1")),
    Rule("a declined offer that somebody else is asked about", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.waits(.tomorrow), Person.boris.waits(.tomorrow), Person.chief.cancels(1), Person.anna.declines(1)], when: Person.anna.moves(2, "1"), then: .no(.seatHeld("1", on: .tomorrow))),
  ]
}
