import Foundation
import Testing

@testable import OfficeActor

@Suite("Several days at once")
struct SeveralDaysTests {
  @Test("are booked in one step, each by its own rules", arguments: booking)
  func booked(rule: Rule) throws { try rule.check() }

  @Test("move what one has only where that is said, and ask once for all who wait", arguments: moving)
  func moved(rule: Rule) throws { try rule.check() }

  @Test("are answered one by one: the seat, the nearest instead and why, the queue, or why not")
  func answers() throws {
    let three: [Day] = [.tomorrow, .tomorrow + 1, .saturday]
    for (wanted, expected) in [
      (
        SeveralDays(three, seat: "1"),
        [
          .nearest("2", because: .seatTaken("1", on: .tomorrow, by: 2)),
          .no(.seatTaken("1", on: .tomorrow + 1, by: 2)), .seat("1"),
        ]
      ),
      (
        SeveralDays(three, seat: "1", onlyThisSeat: true),
        [
          .no(.seatTaken("1", on: .tomorrow, by: 2)), .no(.seatTaken("1", on: .tomorrow + 1, by: 2)),
          .seat("1"),
        ]
      ),
      (
        SeveralDays(three, seat: "1", seatlessIfFull: true),
        [
          .nearest("2", because: .seatTaken("1", on: .tomorrow, by: 2)),
          .queue(because: .seatTaken("1", on: .tomorrow + 1, by: 2)), .seat("1"),
        ]
      ),
      (SeveralDays(three, seatlessIfFull: true), [.seat("2"), .queue(because: nil), .seat("1")]),
      (SeveralDays(three), [.seat("2"), .no(.noSeatFree(on: .tomorrow + 1)), .seat("1")]),
    ] as [(SeveralDays, [DayAnswer.Answer])] {
      var office = try Self.busy()
      #expect(office.answers(to: wanted, for: 1, at: .noon).map(\.answer) == expected)
      let events = try office.take(Person.anna.booksDays(wanted))
      #expect(office.answers(to: wanted, after: events, for: 1, at: .noon).map(\.answer) == expected)
      // What arrives once more is answered by what holds: the same bookings, and why there is none.
      let again = office.answers(to: wanted, after: [], for: 1, at: .noon)
      for (day, answer) in zip(again, expected) {
        let present = office.bookings(on: day.day).booking(ownedBy: 1)
        if case .no = answer {
          #expect(day.answer == answer)
        } else {
          #expect(day.answer == present.map { .present($0) })
        }
      }
    }
  }

  /// Two seats: Boris has seat 1 tomorrow and the day after, when Gleb has the other.
  private static func busy() throws -> Office {
    var office = try Office(
      rules: .sample, seats: [Seat(id: "1"), Seat(id: "2")], records: Office.sample().records)
    for step in [
      Person.boris.books("1", .tomorrow), Person.boris.books("1", .tomorrow + 1),
      Person.gleb.books("2", .tomorrow + 1),
    ] {
      _ = try office.take(step)
    }
    return office
  }

  // swift-format-ignore
  private static let booking: [Rule] = [
    Rule("a wanted seat", when: Person.anna.booksDays(SeveralDays(two, seat: "2")), then: .tells("booked #1 at 2", "booked #2 at 2")),
    Rule("any seat", when: Person.anna.booksDays(SeveralDays(two)), then: .tells("booked #1 at 1", "booked #2 at 1")),
    Rule("a day named twice once", when: Person.anna.booksDays(SeveralDays([.tomorrow, .tomorrow], seat: "2")), then: .tells("booked #1 at 2")),
    Rule("the nearest where the wanted seat is taken", given: [Person.boris.books("2", .saturday)], when: Person.anna.booksDays(SeveralDays(two, seat: "2")), then: .tells("booked #2 at 2", "booked #3 at 1")),
    Rule("no other where only this one is wanted", given: [Person.boris.books("2", .saturday)], when: Person.anna.booksDays(SeveralDays(two, seat: "2", onlyThisSeat: true)), then: .tells("booked #2 at 2")),
    Rule("the queue where all is taken, if that is said", in: .oneSeat, given: [Person.boris.books("1", .saturday)], when: Person.anna.booksDays(SeveralDays(two, seatlessIfFull: true)), then: .tells("booked #2 at 1", "booked #3")),
    Rule("not the queue while another seat is free", given: [Person.boris.books("2", .saturday)], when: Person.anna.booksDays(SeveralDays([.saturday], seat: "2", onlyThisSeat: true, seatlessIfFull: true)), then: .alreadySo),
    Rule("closed, past and far days are left out", when: Person.anna.booksDays(SeveralDays([.yesterday, .tomorrow, .sunday, .last + 1])), then: .tells("booked #1 at 1")),
    Rule("days one has are left", given: [Person.anna.books("3", .tomorrow)], when: Person.anna.booksDays(SeveralDays(two, seat: "2")), then: .tells("booked #2 at 2")),
    Rule("a second time nothing", given: [Person.anna.booksDays(SeveralDays(two, seat: "2"))], when: Person.anna.booksDays(SeveralDays(two, seat: "2")), then: .alreadySo),
    Rule("no day", when: Person.anna.booksDays(SeveralDays([])), then: .no(.nothingChosen)),
    Rule("a guest beside the host", given: [Person.anna.books("3", .tomorrow)], when: Person.anna.booksDays(SeveralDays(two, for: .guest(guest))), then: .tells("booked #2 at 1", "booked #3 at 1")),
    Rule("a guest on days on which there are no more", in: Rule.Setting().with(\.guestsPerDay, 0), when: Person.anna.booksDays(SeveralDays(two, for: .guest(guest))), then: .alreadySo),
    Rule("for an employee, by an admin", when: Person.admin.booksDays(SeveralDays(two, for: .employee(1))), then: .tells("booked #1 at 1", "booked #2 at 1"), owes: "anna: booked #1, #2"),
    Rule("for an employee, by another", when: Person.boris.booksDays(SeveralDays(two, for: .employee(1))), then: .no(.adminsOnly)),
    Rule("by a stranger", when: Person.stranger.booksDays(SeveralDays(two)), then: .no(.notRegistered)),
    Rule("not while one is away", given: [Person.anna.isAway(.saturday, .monday)], when: Person.anna.booksDays(SeveralDays(two)), then: .tells("booked #1 at 1")),
  ]

  // swift-format-ignore
  private static let moving: [Rule] = [
    Rule("a booking moves to the wanted seat", given: [Person.anna.books("1", .tomorrow)], when: Person.anna.booksDays(SeveralDays(two, seat: "2", movesOwn: true)), then: .tells("moved #1 from 1 at 2", "booked #2 at 2")),
    Rule("not to one that is taken", given: [Person.anna.books("1", .tomorrow), Person.boris.books("2", .tomorrow)], when: Person.anna.booksDays(SeveralDays([.tomorrow], seat: "2", movesOwn: true)), then: .alreadySo),
    Rule("not before it is confirmed, if somebody waits", in: .twoSeats, given: somebodyWaits, when: Person.anna.booksDays(SeveralDays(two, seat: "2", movesOwn: true), at: .at(13)), then: .no(.movesNeedConfirming([1], to: "2"))),
    Rule("confirmed, and the seat goes to the queue", in: .twoSeats, given: somebodyWaits, when: Person.anna.booksDays(SeveralDays(two, seat: "2", movesOwn: true, isConfirmed: true), at: .at(13)), then: .tells("moved #1 from 1 at 2", "offered #3 at 1", "booked #4 at 2"), owes: "boris: offer 2"),
    Rule("a place in the queue becomes a seat", in: .twoSeats, given: [Person.chief.books("1", .tomorrow), Person.gleb.books("2", .tomorrow), Person.anna.waits(.tomorrow), Person.gleb.cancels(2)], when: Person.anna.booksDays(SeveralDays([.tomorrow], seat: "2", movesOwn: true)), then: .tells("offer accepted #3 at 2")),
  ]

  private static let two: [Day] = [.tomorrow, .saturday]
  private static let guest: GuestName = {
    guard let name = GuestName("Гость") else { preconditionFailure("not a guest's name") }
    return name
  }()
  /// Anna has seat 1; Boris waits with booking 3 and has let seat 2 run out, which is free.
  private static let somebodyWaits = [
    Person.anna.books("1", .tomorrow), Person.chief.books("2", .tomorrow), Person.boris.waits(.tomorrow),
    Person.chief.cancels(2), Person.bot.delivers(1), Person.bot.runsOutOffers(at: .at(12, 30)),
  ]
}
