import Foundation
import Testing

@testable import OfficeActor

@Suite("Being away")
struct AbsenceTests {
  @Test("cancels one's own bookings in one step, and guests' if that is said", arguments: leaving)
  func leaves(rule: Rule) throws { try rule.check() }

  @Test("refuses bookings, asks nothing and offers nothing", arguments: away)
  func isAway(rule: Rule) throws { try rule.check() }

  @Test("ends, and gives back what is still free", arguments: returning)
  func returns(rule: Rule) throws { try rule.check() }

  @Test("is one absence where two overlap, and says until when")
  func overlapping() throws {
    var office = try Office.sample()
    for (from, through) in [(2, 4), (10, 12), (13, 14), (4, 6), (1, 2)] {
      _ = try office.take(Person.anna.isAway(.today + from, .today + through))
    }
    let today = Day.today.number
    let spans = office.absences(of: 1, at: .noon).map { [$0.from.number - today, $0.through.number - today] }
    #expect(spans == [[1, 6], [10, 12], [13, 14]])
    #expect(office.awayThrough(1, on: .today) == nil)
    #expect(office.awayThrough(1, on: .today + 3) == .today + 6)
    // The next absence follows at once.
    #expect(office.awayThrough(1, on: .today + 11) == .today + 14)
    _ = try office.perform(.forgetPlanning(before: .today + 13), by: .bot, at: .noon + 13 * 86_400)
    #expect(office.absences(of: 1, at: .noon).map(\.from) == [.today + 13])
  }

  @Test("gives back, when it ends, what each of the absences cancelled that became one")
  func joined() throws {
    var office = try Office.sample()
    for step in [
      Person.anna.books("1", .tomorrow), Person.anna.books("2", .saturday),
      Person.anna.isAway(.tomorrow, .tomorrow),
      Person.anna.isAway(.tomorrow, .saturday), Person.boris.books("2", .saturday),
    ] {
      _ = try office.take(step)
    }
    let absence = try #require(office.absence(of: 1, on: .tomorrow))
    #expect(office.cancelled(by: absence.id).map(\.seat) == ["1", "2"])
    _ = try office.take(Person.anna.does(.endAbsence(absence.id)))
    #expect(office.bookings(of: 1, from: .today).map(\.seat) == ["1"])
    // What could not be given back is known.
    #expect(office.cancelled(by: absence.id).map(\.day) == [.saturday])
  }

  @Test("has room for so many spans, and not more")
  func bound() throws {
    var office = try Office.sample()
    for number in 0..<Absence.countMax {
      _ = try office.take(Person.anna.isAway(.today + 2 * number, .today + 2 * number))
    }
    #expect(throws: Rejection.tooManyAbsences(max: Absence.countMax)) {
      try office.take(Person.anna.isAway(.today + 200, .today + 201))
    }
    // One that joins others needs no room.
    _ = try office.take(Person.anna.isAway(.today, .today + 10))
  }

  // swift-format-ignore
  private static let leaving: [Rule] = [
    Rule("without bookings", when: Person.anna.isAway(.tomorrow, .saturday), then: .tells("absent anna")),
    Rule("with bookings", given: [Person.anna.books("1", .tomorrow), Person.anna.books("1", .saturday), Person.anna.books("1", .monday)], when: Person.anna.isAway(.tomorrow, .saturday), then: .tells("absent anna", "cancelled #1 at 1", "cancelled #2 at 1")),
    Rule("with somebody who waits", in: .oneSeat, given: [Person.anna.books("1", .tomorrow), Person.boris.waits(.tomorrow)], when: Person.anna.isAway(.tomorrow, .saturday), then: .tells("absent anna", "cancelled #1 at 1", "offered #2 at 1"), owes: "boris: offer 1"),
    Rule("with a held offer, which is passed on", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.waits(.tomorrow), Person.boris.waits(.tomorrow), Person.chief.cancels(1)], when: Person.anna.isAway(.tomorrow, .saturday), then: .tells("absent anna", "cancelled #2", "offered #3 at 1"), owes: "boris: offer 2"),
    Rule("with guests who stay", given: [Person.anna.books("1", .tomorrow), Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.isAway(.tomorrow, .saturday), then: .tells("absent anna", "cancelled #1 at 1")),
    Rule("with guests who do not come either", given: [Person.anna.books("1", .tomorrow), Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.isAway(.tomorrow, .saturday, withGuests: true), then: .tells("absent anna", "cancelled #1 at 1", "cancelled #2 at 2")),
    Rule("with a guest who waits and stays: the offer is passed on", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.invites("Гость", .tomorrow), Person.boris.waits(.tomorrow), Person.chief.cancels(1)], when: Person.anna.isAway(.tomorrow, .saturday), then: .tells("absent anna", "offer passed on #2 at 1", "offered #3 at 1"), owes: "boris: offer 2"),
    Rule("twice", given: [Person.anna.isAway(.tomorrow, .saturday)], when: Person.anna.isAway(.tomorrow, .saturday), then: .alreadySo),
    Rule("part of it once more", given: [Person.anna.isAway(.tomorrow, .saturday)], when: Person.anna.isAway(.saturday, .saturday), then: .alreadySo),
    Rule("from a day that is over, through today", when: Person.anna.isAway(.yesterday, .today), then: .tells("absent anna")),
    Rule("of days that are over", when: Person.anna.isAway(.yesterday + -1, .yesterday), then: .no(.dayIsPast(.yesterday))),
    Rule("a year ahead", when: Person.anna.isAway(.tomorrow, .today + 365), then: .tells("absent anna")),
    Rule("more than a year ahead", when: Person.anna.isAway(.tomorrow, .today + 366), then: .no(.absenceTooLong(last: .today + 365))),
    Rule("for an employee, by an admin", given: [Person.anna.books("1", .tomorrow)], when: Person.admin.does(.beAbsent(.tomorrow ... .saturday, of: 1)), then: .tells("absent anna", "cancelled #1 at 1"), owes: "anna: absent 2026-11-26 to 2026-11-28: 1"),
    Rule("for an employee, by another", when: Person.boris.does(.beAbsent(.tomorrow ... .saturday, of: 1)), then: .no(.adminsOnly)),
    Rule("for nobody", when: Person.admin.does(.beAbsent(.tomorrow ... .saturday, of: 99)), then: .no(.employeeUnknown(99))),
    Rule("by a stranger", when: Person.stranger.isAway(.tomorrow, .saturday), then: .no(.notRegistered)),
  ]

  // swift-format-ignore
  private static let away: [Rule] = [
    Rule("a booking", given: [isAway], when: Person.anna.books("1", .tomorrow), then: .no(.absent(1, 1, through: .saturday))),
    Rule("a booking by an admin", given: [isAway], when: Person.admin.does(.book("1", on: .tomorrow, for: .employee(1))), then: .no(.absent(1, 1, through: .saturday))),
    Rule("a guest's booking is none of it", given: [isAway], when: Person.anna.invites("Гость", "1", .tomorrow), then: .tells("booked #1 at 1")),
    Rule("the day after", given: [isAway], when: Person.anna.books("1", .monday), then: .tells("booked #1 at 1")),
    Rule("no offer to a guest without a seat", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.invites("Гость", .tomorrow), isAway], when: Person.chief.cancels(1), then: .tells("cancelled #1 at 1")),
    Rule("no question about a guest", given: [Person.anna.invites("Гость", "1", .tomorrow, at: .eve), isAway], when: Person.bot.does(.askAttendance(on: .today)), then: .alreadySo),
    Rule("no release of a guest who was asked about", given: [Person.anna.invites("Гость", "1", .tomorrow, at: .eve), Person.bot.does(.askAttendance(on: .today)), Person.bot.delivers(1), isAway], when: Person.bot.releases(at: .at(19)), then: .alreadySo),
    Rule("no «Приду» for what was released", given: [Person.anna.books("1", .tomorrow, at: .eve), Person.bot.does(.askAttendance(on: .today)), Person.bot.delivers(1), Person.bot.releases(at: .at(19)), Person.anna.isAway(.tomorrow, .saturday, at: .at(19))], when: Person.anna.comes(.tomorrow, at: .at(20)), then: .no(.absent(1, 1, through: .saturday))),
  ]

  // swift-format-ignore
  private static let returning: [Rule] = [
    Rule("before it began", given: [Person.anna.books("1", .tomorrow), isAway], when: ends, then: .tells("absence ended anna", "restored #2 at 1")),
    Rule("with a seat that somebody has by now", given: [Person.anna.books("1", .tomorrow), Person.anna.books("1", .saturday), isAway, Person.boris.books("1", .tomorrow)], when: ends, then: .tells("absence ended anna", "restored #4 at 1")),
    Rule("with a place in the queue, by its old time", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.waits(.tomorrow), Person.boris.waits(.tomorrow, at: .at(13)), isAway, Person.anna.does(.endAbsence(1), at: .at(14))], when: Person.chief.cancels(1, at: .at(15)), then: .tells("cancelled #1 at 1", "offered #4 at 1"), owes: "anna: offer 1"),
    Rule("with a place in the queue, and a seat is free", in: .oneSeat, given: [Person.chief.books("1", .tomorrow), Person.anna.waits(.tomorrow), isAway, Person.chief.cancels(1)], when: ends, then: .tells("absence ended anna", "restored #3 at 1")),
    Rule("from a day in it on", given: [Person.anna.books("1", .tomorrow), Person.anna.books("1", .saturday), isAway], when: Person.anna.does(.endAbsence(1, from: .saturday)), then: .tells("absence ended anna", "restored #3 at 1")),
    Rule("from a day after it on", given: [isAway], when: Person.anna.does(.endAbsence(1, from: .monday)), then: .alreadySo),
    Rule("without what was cancelled by hand before", given: [Person.anna.books("1", .tomorrow), Person.anna.cancels(1), isAway], when: ends, then: .tells("absence ended anna")),
    Rule("with guests who were cancelled", given: [Person.anna.invites("Гость", "2", .tomorrow), Person.anna.isAway(.tomorrow, .saturday, withGuests: true)], when: ends, then: .tells("absence ended anna", "restored #2 at 2")),
    Rule("twice", given: [isAway, ends], when: ends, then: .no(.absenceGone(1))),
    Rule("after it is over", given: [isAway], when: Person.anna.does(.endAbsence(1), at: .noon + 5 * 86_400), then: .no(.absenceGone(1))),
    Rule("by another", given: [isAway], when: Person.boris.does(.endAbsence(1)), then: .no(.notAllowed)),
    Rule("by an admin", given: [isAway], when: Person.admin.does(.endAbsence(1)), then: .tells("absence ended anna"), owes: "anna: present 2026-11-26 to 2026-11-28"),
  ]

  private static let isAway = Person.anna.isAway(.tomorrow, .saturday)
  private static let ends = Person.anna.does(.endAbsence(1))
}
