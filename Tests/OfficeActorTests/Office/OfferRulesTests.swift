import Foundation
import Testing

@testable import OfficeActor

@Suite("Seats that become free")
struct OfferRulesTests {
  @Test("are waited for by whoever comes without a seat", arguments: waiting)
  func waitingForSeats(rule: Rule) throws { try rule.check() }

  @Test("are offered in the same step to whoever stands first", arguments: offering)
  func offeringSeats(rule: Rule) throws { try rule.check() }

  @Test("are taken, declined or passed on", arguments: answering)
  func answeringOffers(rule: Rule) throws { try rule.check() }

  @Test("are left by moves, which are confirmed if somebody waits", arguments: moving)
  func movingWhileOthersWait(rule: Rule) throws { try rule.check() }

  // Anna has the only seat of tomorrow; who waits has booking 2, 3, … One row a line.
  // swift-format-ignore
  private static let waiting: [Rule] = [
    Rule("not while there are seats", when: Person.anna.waits(.tomorrow), then: .no(.seatsAreFree(on: .tomorrow))),
    Rule("not for a guest either", when: Person.anna.invites("Гость", .tomorrow), then: .no(.seatsAreFree(on: .tomorrow))),
    Rule("when none is free", in: .oneSeat, given: [Person.anna.books("1", .tomorrow)], when: Person.boris.waits(.tomorrow), then: .tells("booked #2")),
    Rule("when the last one is closed", in: .oneSeat, given: [Person.admin.closes("1", .tomorrow)], when: Person.boris.waits(.tomorrow), then: .tells("booked #1")),
    Rule("when the last one is held", in: .oneSeat, given: [Person.anna.books("1", .tomorrow), Person.boris.waits(.tomorrow), Person.anna.cancels(1)], when: Person.gleb.waits(.tomorrow), then: .tells("booked #3")),
    Rule("for a guest", in: .oneSeat, given: [Person.anna.books("1", .tomorrow)], when: Person.anna.invites("Гость", .tomorrow), then: .tells("booked #2")),
    Rule("once", in: .oneSeat, given: [Person.anna.books("1", .tomorrow), Person.boris.waits(.tomorrow)], when: Person.boris.waits(.tomorrow), then: .alreadySo),
    Rule("not by who has a seat", in: .oneSeat, given: [Person.anna.books("1", .tomorrow)], when: Person.anna.waits(.tomorrow), then: .alreadySo),
    Rule("not on a closed day", when: Person.anna.waits(.sunday), then: .no(.dayIsClosed(.sunday))),
    Rule("until one books a free one", in: .oneSeat, given: [Person.anna.books("1", .tomorrow), Person.vera.registers(as: 3), Person.vera.waits(.tomorrow), Person.admin.does(.unlink(3)), Person.anna.cancels(1), Person.vera.registers(as: 3)], when: Person.vera.books("1", .tomorrow), then: .tells("moved #2 at 1")),
    // Guests (2).
    Rule("a guest has a seat of their own", given: [Person.anna.books("1", .tomorrow)], when: Person.anna.invites("Гость", "2", .tomorrow), then: .tells("booked #2 at 2")),
    Rule("a guest without a host", when: Person.anna.invites("Гость", "2", .tomorrow), then: .tells("booked #1 at 2")),
    Rule("a guest of a stranger", when: Person.stranger.invites("Гость", "2", .tomorrow), then: .no(.notRegistered)),
    Rule("two guests", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.invites("Другой", "3", .tomorrow), then: .tells("booked #2 at 3")),
    Rule("the same guest again", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.invites("Гость", "2", .tomorrow), then: .alreadySo),
    Rule("the same guest on another seat", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.invites("Гость", "3", .tomorrow), then: .no(.guestBooked(1))),
    Rule("another host's guest of that name", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.boris.invites("Гость", "3", .tomorrow), then: .tells("booked #2 at 3")),
    Rule("as many guests as one may have", in: Rule.Setting().with(\.guestsPerDay, 1), given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.invites("Другой", "3", .tomorrow), then: .no(.tooManyGuests(on: .tomorrow, max: 1))),
    Rule("on another day", in: Rule.Setting().with(\.guestsPerDay, 1), given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.invites("Другой", "3", .today), then: .tells("booked #2 at 3")),
    Rule("too many guests without seats", in: .oneSeat.with(\.guestsPerDay, 1), given: [Person.anna.invites("Гость", "1", .tomorrow)], when: Person.anna.invites("Другой", .tomorrow), then: .no(.tooManyGuests(on: .tomorrow, max: 1))),
    Rule("a guest moves", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.moves(1, "3"), then: .tells("moved #1 from 2 at 3")),
    Rule("another's guest does not", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.boris.moves(1, "3"), then: .no(.notAllowed)),
    Rule("a guest is cancelled", given: [Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 2")),
    Rule("guests stay without their host", given: [Person.anna.books("1", .tomorrow), Person.anna.invites("Гость", "2", .tomorrow)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1")),
    Rule("all guests are cancelled", given: [Person.anna.books("1", .tomorrow), Person.anna.invites("Гость", "2", .tomorrow), Person.anna.invites("Другой", "3", .tomorrow)], when: Person.anna.does(.cancelGuests(on: .tomorrow)), then: .tells("cancelled #2 at 2", "cancelled #3 at 3")),
    Rule("no guests to cancel", when: Person.anna.does(.cancelGuests(on: .tomorrow)), then: .alreadySo),
    Rule("guests of a day that is over", when: Person.anna.does(.cancelGuests(on: .yesterday)), then: .no(.dayIsPast(.yesterday))),
  ]

  // swift-format-ignore
  private static let offering: [Rule] = [
    Rule("by cancelling", in: .oneSeat, given: [annaSits, borisWaits], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "boris: offer 1"),
    Rule("by an admin's cancelling", in: .oneSeat, given: [annaSits, borisWaits], when: Person.admin.does(.cancel(1, reason: "шум")), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "anna: cancelled 1 шум", "boris: offer 1"),
    Rule("by cancelling guests, each seat to another", in: .twoSeats, given: [Person.anna.invites("Гость", "1", .tomorrow), Person.anna.invites("Другой", "2", .tomorrow), Person.boris.waits(.tomorrow), Person.gleb.waits(.tomorrow)], when: Person.anna.does(.cancelGuests(on: .tomorrow)), then: .tells("cancelled #1 at 1", "cancelled #2 at 2", "offered #3 at 1", "offered #4 at 2"), owes: "boris: offer 1", "gleb: offer 2"),
    Rule("by a move", in: .twoSeats, given: somebodyWaits, when: Person.anna.moves(1, "2", isConfirmed: true, at: .at(13)), then: .tells("moved #1 from 1 at 2", "offered #3 at 1"), owes: "boris: offer 2"),
    Rule("by removing an employee", in: .oneSeat, given: [annaSits, borisWaits], when: Person.admin.does(.removeEmployee(1)), then: .tells("employee removed anna", "cancelled #1 at 1", "offered #2 at 1"), owes: "anna: removed Смирнова Анна", "boris: offer 1"),
    Rule("by opening a seat", in: .twoSeats, given: [Person.admin.closes("2", .today), annaSits, borisWaits], when: Person.admin.does(.openSeat("2")), then: .tells("seat opened at 2", "offered #2 at 2"), owes: "boris: offer 1"),
    Rule("to the first of two", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow, at: .noon + 1)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "boris: offer 1"),
    Rule("to a guest who waited before", in: .oneSeat, given: [annaSits, Person.gleb.invites("Гость", .tomorrow), Person.boris.waits(.tomorrow, at: .noon + 1)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "gleb: offer 1"),
    Rule("to who lost a seat before who waited longer", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow), Person.boris.waits(.tomorrow, at: .eve), Person.admin.closes("2", .tomorrow)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "chief: offer 1"),
    Rule("not to who waits for another day", in: .oneSeat, given: [annaSits, Person.boris.books("1", .saturday), Person.gleb.waits(.saturday)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1")),
    Rule("not to who is not linked", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), Person.admin.does(.unlink(2))], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1", "offered #3 at 1"), owes: "gleb: offer 1"),
    Rule("not to who has an offer", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow), borisWaits, Person.gleb.waits(.tomorrow), Person.chief.cancels(2)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1", "offered #4 at 1"), owes: "gleb: offer 2"),
    Rule("not to who has declined that day", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow), borisWaits, Person.chief.cancels(2), Person.boris.declines(1)], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1")),
    Rule("to who let another run out", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow), borisWaits, Person.chief.cancels(2), Person.bot.delivers(1), ranOut], when: Person.anna.cancels(1, at: .at(13)), then: .tells("cancelled #1 at 1", "offered #3 at 1"), owes: "boris: offer 2"),
    Rule("to nobody: it is free", in: .oneSeat, given: [annaSits], when: Person.anna.cancels(1), then: .tells("cancelled #1 at 1")),
    Rule("today, before 15:00", in: .oneSeat, given: [Person.anna.books("1", .today), Person.boris.waits(.today)], when: Person.anna.cancels(1, at: .at(15) - 1), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "boris: offer 1"),
    Rule("today, at 15:00 to nobody", in: .oneSeat, given: [Person.anna.books("1", .today), Person.boris.waits(.today)], when: Person.anna.cancels(1, at: .at(15)), then: .tells("cancelled #1 at 1")),
    Rule("in quiet hours too", in: .oneSeat, given: [annaSits, borisWaits], when: Person.anna.cancels(1, at: .at(23)), then: .tells("cancelled #1 at 1", "offered #2 at 1"), owes: "boris: offer 1"),
    Rule("not on a day that is closed", in: .oneSeat, given: [annaSits, borisWaits], when: Person.admin.does(.closeDay(.tomorrow)), then: .tells("day closed", "cancelled #1 at 1", "cancelled #2"), owes: "anna: day closed 1", "boris: day closed -"),
    Rule("a held seat is taken for all others", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.gleb.books("1", .tomorrow), then: .no(.seatHeld("1", on: .tomorrow))),
    Rule("for another booking of the same person too", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.boris.invites("Гость", "1", .tomorrow), then: .no(.seatHeld("1", on: .tomorrow))),
  ]

  // Boris has offer 1, of seat 1, for booking 2, and Gleb waits behind him with booking 3.
  // swift-format-ignore
  private static let answering: [Rule] = [
    Rule("accepted", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.boris.accepts(1), then: .tells("offer accepted #2 at 1")),
    Rule("accepted by tapping the seat", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.boris.books("1", .tomorrow), then: .tells("offer accepted #2 at 1")),
    Rule("accepted by an admin's moving", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.admin.moves(2, "1"), then: .tells("offer accepted #2 at 1"), owes: "boris: booked #2"),
    Rule("accepted when its time is over but nobody has passed it on", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.boris.accepts(1, at: .at(18)), then: .tells("offer accepted #2 at 1")),
    Rule("accepted too late", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1), ranOut], when: Person.boris.accepts(1, at: .at(13)), then: .no(.offerGone(1))),
    Rule("accepted twice", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.boris.accepts(1)], when: Person.boris.accepts(1), then: .no(.offerGone(1))),
    Rule("accepted after declining", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.boris.declines(1)], when: Person.boris.accepts(1), then: .no(.offerGone(1))),
    Rule("accepted by another", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.gleb.accepts(1), then: .no(.notAllowed)),
    Rule("accepted by an admin", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.chief.accepts(1), then: .no(.notAllowed)),
    Rule("accepted by a stranger", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.stranger.accepts(1), then: .no(.notRegistered)),
    Rule("accepted after the day", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.boris.accepts(1, at: .noon + 2 * 86_400), then: .no(.dayIsPast(.tomorrow))),
    Rule("declined", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.boris.declines(1), then: .tells("offer declined #2 at 1")),
    Rule("declined, and there is a next one", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves], when: Person.boris.declines(1), then: .tells("offer declined #2 at 1", "offered #3 at 1"), owes: "gleb: offer 2"),
    Rule("declined by another", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.gleb.declines(1), then: .no(.notAllowed)),
    Rule("declined twice", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.boris.declines(1)], when: Person.boris.declines(1), then: .no(.offerGone(1))),
    Rule("run out", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves, Person.bot.delivers(1)], when: Person.bot.runsOutOffers(at: .at(12, 30)), then: .tells("offer ran out #2 at 1", "offered #3 at 1"), owes: "boris: offer of 1 ran out", "gleb: offer 2"),
    Rule("not run out a second before", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1)], when: Person.bot.runsOutOffers(at: .at(12, 30) - 1), then: .alreadySo),
    Rule("not run out by silence that is proven up to the second before only", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1)], when: Person.bot.runsOutOffers(dueBy: .at(12, 30) - 1, at: .at(13)), then: .alreadySo),
    Rule("run out for everybody: nobody is asked twice", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves, Person.bot.delivers(1), Person.bot.runsOutOffers(at: .at(12, 30)), Person.bot.delivers(3, at: .at(12, 30))], when: Person.bot.runsOutOffers(at: .at(13)), then: .tells("offer ran out #3 at 1"), owes: "gleb: offer of 1 ran out"),
    Rule("run out for two at once", in: .twoSeats, given: [annaSits, Person.anna.invites("Гость", "2", .tomorrow), borisWaits, Person.gleb.waits(.tomorrow), annaLeaves, Person.anna.cancels(2), Person.bot.delivers(1), Person.bot.delivers(2)], when: Person.bot.runsOutOffers(at: .at(12, 30)), then: .tells("offer ran out #3 at 1", "offer ran out #4 at 2", "offered #4 at 1", "offered #3 at 2"), owes: "boris: offer of 1 ran out", "gleb: offer of 2 ran out", "gleb: offer 3", "boris: offer 4"),
    Rule("not delivered in time", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves], when: Person.bot.runsOutOffers(at: .at(12, 30)), then: .tells("offer passed on #2 at 1", "offered #3 at 1"), owes: "gleb: offer 2"),
    Rule("never to be delivered", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves], when: Person.bot.givesUp(1), then: .tells("notice undeliverable boris", "offer passed on #2 at 1", "offered #3 at 1"), owes: "gleb: offer 2"),
    Rule("the person cancels", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves], when: Person.boris.cancels(2), then: .tells("cancelled #2", "offered #3 at 1"), owes: "gleb: offer 2"),
    Rule("the person is unlinked", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves], when: Person.admin.does(.unlink(2)), then: .tells("unlinked boris", "offer passed on #2 at 1", "offered #3 at 1"), owes: "boris: unlinked Волков Борис", "gleb: offer 2"),
    Rule("the person is removed", in: .oneSeat, given: [annaSits, borisWaits, Person.gleb.waits(.tomorrow), annaLeaves], when: Person.admin.does(.removeEmployee(2)), then: .tells("employee removed boris", "cancelled #2", "offered #3 at 1"), owes: "boris: removed Волков Борис", "gleb: offer 2"),
    Rule("the person takes another seat", in: .twoSeats, given: somebodyWaits + [Person.anna.cancels(1, at: .at(13))], when: Person.boris.books("2", .tomorrow, at: .at(13)), then: .tells("moved #3 at 2", "offer passed on #3 at 1")),
    Rule("the person takes another seat, and there is a next one", in: .twoSeats, given: somebodyWaits + [Person.anna.cancels(1, at: .at(13)), Person.bot.givesUp(3, at: .at(13))], when: Person.boris.books("2", .tomorrow, at: .at(13)), then: .tells("moved #3 at 2")),
    Rule("the seat is closed", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1)], when: Person.admin.closes("1", .tomorrow), then: .tells("seat closed at 1", "offer passed on #2 at 1"), owes: "boris: offer of 1 ran out"),
    Rule("the seat is closed before anybody was told", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves], when: Person.admin.closes("1", .tomorrow), then: .tells("seat closed at 1", "offer passed on #2 at 1")),
    Rule("ends with the day", in: .oneSeat, given: [Person.anna.books("1", .today), Person.boris.waits(.today), Person.anna.cancels(1, at: .at(14, 55))], when: Person.bot.runsOutOffers(at: .at(24)), then: .tells("offer passed on #2 at 1")),
    Rule("not passed on for today after 15:00", in: .oneSeat, given: [Person.anna.books("1", .today), Person.boris.waits(.today), Person.gleb.waits(.today), Person.anna.cancels(1, at: .at(14, 55))], when: Person.boris.declines(1, at: .at(15)), then: .tells("offer declined #2 at 1")),
    Rule("kept while the bot was down", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1), Person.bot.does(.resumeDeadlines, at: .at(16))], when: Person.bot.runsOutOffers(at: .at(16, 30) - 1), then: .alreadySo),
    Rule("run out after the bot was down", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1), Person.bot.does(.resumeDeadlines, at: .at(16))], when: Person.bot.runsOutOffers(at: .at(16, 30)), then: .tells("offer ran out #2 at 1"), owes: "boris: offer of 1 ran out"),
    Rule("nothing to keep", in: .oneSeat, given: [annaSits, borisWaits, annaLeaves, Person.bot.delivers(1)], when: Person.bot.does(.resumeDeadlines, at: .at(12, 29)), then: .alreadySo),
  ]

  // swift-format-ignore
  private static let moving: [Rule] = [
    Rule("not confirmed", in: .twoSeats, given: somebodyWaits, when: Person.anna.moves(1, "2", at: .at(13)), then: .no(.moveNeedsConfirming(1, from: "1", to: "2"))),
    Rule("not confirmed, by booking", in: .twoSeats, given: somebodyWaits, when: Person.anna.books("2", .tomorrow, at: .at(13)), then: .no(.moveNeedsConfirming(1, from: "1", to: "2"))),
    Rule("not confirmed, by an admin", in: .twoSeats, given: somebodyWaits, when: Person.admin.moves(1, "2", at: .at(13)), then: .no(.moveNeedsConfirming(1, from: "1", to: "2"))),
    Rule("confirmed, by booking", in: .twoSeats, given: somebodyWaits, when: Person.anna.does(.book("2", on: .tomorrow, isConfirmed: true), at: .at(13)), then: .tells("moved #1 from 1 at 2", "offered #3 at 1"), owes: "boris: offer 2"),
    Rule("confirmed, by an admin", in: .twoSeats, given: somebodyWaits, when: Person.admin.moves(1, "2", isConfirmed: true, at: .at(13)), then: .tells("moved #1 from 1 at 2", "offered #3 at 1"), owes: "anna: booked #1", "boris: offer 2"),
    Rule("when nobody waits any more", in: .twoSeats, given: somebodyWaits + [Person.boris.cancels(3, at: .at(13))], when: Person.anna.moves(1, "2", at: .at(13)), then: .tells("moved #1 from 1 at 2")),
    Rule("when nobody who waits can be asked", in: .twoSeats, given: somebodyWaits + [Person.admin.does(.unlink(2), at: .at(13))], when: Person.anna.moves(1, "2", at: .at(13)), then: .tells("moved #1 from 1 at 2")),
    Rule("when nobody is asked any more today", in: .twoSeats, given: [Person.anna.books("1", .today), Person.chief.books("2", .today), Person.boris.waits(.today), Person.chief.cancels(2, at: .at(15))], when: Person.anna.moves(1, "2", at: .at(15)), then: .tells("moved #1 from 1 at 2")),
    Rule("to a seat that somebody has", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow), borisWaits], when: Person.anna.moves(1, "2"), then: .no(.seatTaken("2", on: .tomorrow, by: 4))),
    Rule("to a seat that is held", in: .twoSeats, given: [annaSits, Person.chief.books("2", .tomorrow), borisWaits, Person.chief.cancels(2)], when: Person.anna.moves(1, "2"), then: .no(.seatHeld("2", on: .tomorrow))),
    Rule("to one's own seat", in: .twoSeats, given: somebodyWaits, when: Person.anna.moves(1, "1", at: .at(13)), then: .alreadySo),
    Rule("of another's booking", given: [annaSits], when: Person.boris.moves(1, "2"), then: .no(.notAllowed)),
    Rule("of another's booking, by a stranger", given: [annaSits], when: Person.stranger.moves(1, "2"), then: .no(.notRegistered)),
    Rule("of another's booking, by an admin", given: [annaSits], when: Person.admin.moves(1, "2"), then: .tells("moved #1 from 1 at 2"), owes: "anna: booked #1"),
    Rule("of no booking", when: Person.anna.moves(1, "2"), then: .no(.bookingGone(1))),
    Rule("to a closed seat", given: [annaSits, Person.admin.closes("2", .tomorrow)], when: Person.anna.moves(1, "2"), then: .no(.seatIsClosed("2", on: .tomorrow))),
    // By an admin, for others.
    Rule("an admin books for somebody", when: Person.admin.does(.book("1", on: .tomorrow, for: .employee(1))), then: .tells("booked #1 at 1"), owes: "anna: booked #1"),
    Rule("an admin books for somebody without Telegram", when: Person.admin.does(.book("1", on: .tomorrow, for: .employee(3))), then: .tells("booked #1 at 1")),
    Rule("an admin books for themself", when: Person.chief.does(.book("1", on: .tomorrow, for: .employee(4))), then: .tells("booked #1 at 1")),
    Rule("an admin books for nobody", when: Person.admin.does(.book("1", on: .tomorrow, for: .employee(9))), then: .no(.employeeUnknown(9))),
    Rule("an employee books for somebody", when: Person.anna.does(.book("1", on: .tomorrow, for: .employee(2))), then: .no(.adminsOnly)),
  ]

  // MARK: Words of the tables

  private static let annaSits = Person.anna.books("1", .tomorrow)
  private static let annaLeaves = Person.anna.cancels(1)
  private static let borisWaits = Person.boris.waits(.tomorrow)
  private static let ranOut = Person.bot.runsOutOffers(at: .at(12, 30))
  /// Anna has seat 1; Boris waits with booking 3 and has let seat 2 run out, which is free.
  private static let somebodyWaits = [
    annaSits, Person.chief.books("2", .tomorrow), borisWaits, Person.chief.cancels(2), Person.bot.delivers(1),
    ranOut,
  ]
}
