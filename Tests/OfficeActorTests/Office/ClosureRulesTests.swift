import Foundation
import Testing

@testable import OfficeActor

@Suite("Closing and opening")
struct ClosureRulesTests {
  @Test("days takes their bookings", arguments: days)
  func closingDays(rule: Rule) throws { try rule.check() }

  @Test("seats sends their bookings to the head of the queue", arguments: seats)
  func closingSeats(rule: Rule) throws { try rule.check() }

  @Test("a seat from a day that is over closes it from today on")
  func closingFromThePast() throws {
    var office = try Self.office(seats: ["1", "2"])
    _ = try office.take(Person.admin.closes("1", .yesterday))
    #expect(office.closures["1"]?.from == .today)
    #expect(office.closure(of: "1", on: .yesterday) == nil)
  }

  // swift-format-ignore
  private static let days: [Rule] = [
    Rule("a day without bookings", when: Person.admin.does(.closeDay(.tomorrow)), then: .tells("day closed")),
    Rule("a day with bookings: owners are told, nothing is offered", in: .oneSeat, given: [Person.anna.books("1", .tomorrow), Person.anna.invites("Гость", .tomorrow), Person.boris.waits(.tomorrow)], when: Person.admin.does(.closeDay(.tomorrow)), then: .tells("day closed", "cancelled #1 at 1", "cancelled #2", "cancelled #3"), owes: "anna: day closed 1, - Гость", "boris: day closed -"),
    Rule("with bookings of the admin who closes it", given: [Person.chief.books("1", .tomorrow)], when: Person.chief.does(.closeDay(.tomorrow)), then: .tells("day closed", "cancelled #1 at 1")),
    Rule("with bookings of who cannot be told", given: [Person.admin.does(.book("1", on: .tomorrow, for: .employee(3)))], when: Person.admin.does(.closeDay(.tomorrow)), then: .tells("day closed", "cancelled #1 at 1")),
    Rule("with a reason, which owners are told", given: [Person.anna.books("1", .tomorrow)], when: Person.admin.does(.closeDay(.tomorrow, reason: "ремонт")), then: .tells("day closed", "cancelled #1 at 1"), owes: "anna: day closed 1 ремонт"),
    Rule("twice", given: [Person.admin.does(.closeDay(.tomorrow))], when: Person.admin.does(.closeDay(.tomorrow)), then: .alreadySo),
    Rule("today", when: Person.admin.does(.closeDay(.today)), then: .tells("day closed")),
    Rule("a day that is over", when: Person.admin.does(.closeDay(.yesterday)), then: .no(.dayIsPast(.yesterday))),
    Rule("nobody books it", given: [Person.admin.does(.closeDay(.tomorrow))], when: Person.anna.books("1", .tomorrow), then: .no(.dayIsClosed(.tomorrow))),
    Rule("opened it can be booked", given: [Person.admin.does(.closeDay(.tomorrow)), Person.admin.does(.openDay(.tomorrow))], when: Person.anna.books("1", .tomorrow), then: .tells("booked #1 at 1")),
    Rule("opened", given: [Person.admin.does(.closeDay(.tomorrow))], when: Person.admin.does(.openDay(.tomorrow)), then: .tells("day opened")),
    Rule("opened twice", when: Person.admin.does(.openDay(.tomorrow)), then: .alreadySo),
    Rule("opened when it is over", when: Person.admin.does(.openDay(.yesterday)), then: .no(.dayIsPast(.yesterday))),
    Rule("opened, though configuration closes it", when: Person.admin.does(.openDay(.sunday)), then: .no(.dayIsClosed(.sunday))),
  ]

  // swift-format-ignore
  private static let seats: [Rule] = [
    Rule("a seat that nobody has", when: Person.admin.closes("1", .today), then: .tells("seat closed at 1")),
    Rule("a seat with a booking, others are free", given: [Person.anna.books("1", .tomorrow)], when: Person.admin.closes("1", .today), then: .tells("seat closed at 1", "lost seat #1 from 1", "offered #1 at 2"), owes: "anna: lost 1 шумно", "anna: offer 1"),
    Rule("a seat with a guest's booking", given: [Person.anna.invites("Гость", "1", .tomorrow)], when: Person.admin.closes("1", .today), then: .tells("seat closed at 1", "lost seat #1 from 1", "offered #1 at 2"), owes: "anna: lost 1 Гость шумно", "anna: offer 1"),
    Rule("a seat with a booking, none is free", in: .oneSeat, given: [Person.anna.books("1", .tomorrow)], when: Person.admin.closes("1", .today), then: .tells("seat closed at 1", "lost seat #1 from 1"), owes: "anna: lost 1 шумно"),
    Rule("a seat whose owner cannot be told", given: [Person.admin.does(.book("1", on: .tomorrow, for: .employee(3)))], when: Person.admin.closes("1", .today), then: .tells("seat closed at 1", "lost seat #1 from 1")),
    Rule("on the days of the span alone", given: [Person.anna.books("1", .today), Person.anna.books("1", .tomorrow), Person.anna.books("1", .saturday)], when: Person.admin.closes("1", .tomorrow, through: .tomorrow + 1), then: .tells("seat closed at 1", "lost seat #2 from 1", "offered #2 at 2"), owes: "anna: lost 1 шумно", "anna: offer 1"),
    Rule("nobody books it then", given: [Person.admin.closes("1", .tomorrow, through: .tomorrow + 1)], when: Person.anna.books("1", .tomorrow + 1), then: .no(.seatIsClosed("1", on: .tomorrow + 1))),
    Rule("it can be booked after the last day", given: [Person.admin.closes("1", .tomorrow, through: .tomorrow + 1)], when: Person.anna.books("1", .saturday), then: .tells("booked #1 at 1")),
    Rule("the same twice", given: [Person.admin.closes("1", .today)], when: Person.admin.closes("1", .today), then: .alreadySo),
    Rule("for fewer days than before: the others are offered", in: .oneSeat, given: [Person.admin.closes("1", .today), Person.anna.waits(.saturday)], when: Person.admin.closes("1", .today, through: .tomorrow), then: .tells("seat closed at 1", "offered #1 at 1"), owes: "anna: offer 1"),
    Rule("through a day that is over", when: Person.admin.closes("1", .yesterday + -1, through: .yesterday), then: .no(.dayIsPast(.yesterday))),
    Rule("no seat", when: Person.admin.closes("9", .today), then: .no(.seatUnknown("9"))),
    Rule("several at once: nobody is offered one of the others", given: [Person.anna.books("1", .tomorrow), Person.boris.books("2", .tomorrow)], when: Person.admin.closes(["1", "2"], .today), then: .tells("seat closed at 1", "seat closed at 2", "lost seat #1 from 1", "lost seat #2 from 2", "offered #1 at 3", "offered #2 at A-1"), owes: "anna: lost 1 шумно", "boris: lost 2 шумно", "anna: offer 1", "boris: offer 2"),
    Rule("several at once, one of them unknown: none", when: Person.admin.closes(["1", "9"], .today), then: .no(.seatUnknown("9"))),
    Rule("several at once, one of them as it is already", given: [Person.admin.closes("1", .today)], when: Person.admin.closes(["1", "2"], .today), then: .tells("seat closed at 2")),
    Rule("opened, and somebody waits", in: .oneSeat, given: [Person.admin.closes("1", .today), Person.anna.waits(.tomorrow), Person.boris.waits(.saturday)], when: Person.admin.does(.openSeat("1")), then: .tells("seat opened at 1", "offered #1 at 1", "offered #2 at 1"), owes: "anna: offer 1", "boris: offer 2"),
    Rule("opened twice", given: [], when: Person.admin.does(.openSeat("1")), then: .alreadySo),
    Rule("opened and not there", when: Person.admin.does(.openSeat("9")), then: .no(.seatUnknown("9"))),
    Rule("who lost a seat is offered one that others let go", in: .twoSeats, given: [Person.anna.books("1", .tomorrow), Person.chief.books("2", .tomorrow), Person.boris.waits(.tomorrow), Person.chief.cancels(2), Person.bot.delivers(1), Person.bot.runsOutOffers(at: .at(13))], when: Person.admin.closes("1", .tomorrow, at: .at(13)), then: .tells("seat closed at 1", "lost seat #1 from 1", "offered #1 at 2"), owes: "anna: lost 1 шумно", "anna: offer 2"),
    Rule("who let it go is not asked again", in: .twoSeats, given: [Person.anna.books("1", .tomorrow), Person.chief.books("2", .tomorrow), Person.boris.waits(.tomorrow), Person.chief.cancels(2), Person.bot.delivers(1), Person.bot.runsOutOffers(at: .at(13)), Person.admin.closes("1", .tomorrow, at: .at(13))], when: Person.anna.declines(2, at: .at(13)), then: .tells("offer declined #1 at 2")),
    Rule("whose held seat is closed is offered another", in: .twoSeats, given: [Person.anna.books("1", .tomorrow), Person.chief.books("2", .tomorrow), Person.boris.waits(.tomorrow), Person.anna.cancels(1), Person.chief.cancels(2)], when: Person.admin.closes("1", .tomorrow), then: .tells("seat closed at 1", "offer passed on #3 at 1", "offered #3 at 2"), owes: "boris: offer 2"),
  ]

  @Test("days: a notice that an earlier version stored has no reason")
  func earlierNotice() throws {
    let day = String(decoding: try JSONEncoder().encode(Day.tomorrow), as: UTF8.self)
    let stored = Data("{\"dayClosed\":{\"_0\":\(day),\"_1\":[]}}".utf8)
    #expect(try JSONDecoder().decode(Notice.Content.self, from: stored) == .dayClosed(.tomorrow, []))
    for reason in [nil, "ремонт"] as [Reason?] {
      let notice = Notice.Content.dayClosed(.tomorrow, [], reason: reason)
      let data = try JSONEncoder().encode(notice)
      #expect(try JSONDecoder().decode(Notice.Content.self, from: data) == notice)
    }
  }

  @Test("by configuration: who lost a seat stands first, the first of them is offered what is new")
  func configurationOfSeats() throws {
    var office = try Self.office(seats: ["1", "2", "3"])
    for step in [
      Person.boris.books("2", .tomorrow, at: .eve), Person.anna.books("1", .tomorrow),
      Person.gleb.books("3", .tomorrow),
      Person.chief.waits(.tomorrow, at: .eve), Person.bot.does(.adoptSeats),
    ] {
      _ = try office.take(step)
    }
    office = try Self.office(seats: ["3", "4"], removed: ["1", "2"], records: office.records)
    let events = try office.perform(.adoptSeats, by: .bot, at: .noon)
    #expect(
      events.map { JournalRecord($0) }.map {
        "\($0.kind.rawValue) \($0.booking?.rawValue ?? 0) \($0.seat ?? "-")"
      }
        == [
          "seat removed 0 1", "seat removed 0 2", "seat added 0 4", "lost seat 2 -", "lost seat 1 -",
          "offered 1 4",
        ])
    #expect(office.bookings(on: .tomorrow).queue.map(\.id) == [1, 2, 4])
    #expect(try office.perform(.adoptSeats, by: .bot, at: .noon) == [])
  }

  @Test("by configuration: an office that is opened for the first time has no new seats")
  func firstSeats() throws {
    var office = try Self.office(seats: ["1", "2"])
    #expect(try office.perform(.adoptSeats, by: .bot, at: .noon) == [])
    #expect(office.knownSeats == ["1", "2"])
  }

  @Test("by configuration: a day keeps its bookings, but nobody is asked about it and nothing is offered")
  func configurationOfDays() throws {
    var office = try Self.office(seats: ["1", "2"])
    for step in [
      Person.anna.books("1", .tomorrow, at: .eve), Person.boris.books("2", .tomorrow),
      Person.gleb.waits(.tomorrow),
      Person.bot.does(.askAttendance(on: .today)), Person.bot.delivers(1), Person.boris.cancels(2),
    ] {
      _ = try office.take(step)
    }
    var rules = office.rules
    rules.closedDays.insert(.tomorrow)
    office.adopt(rules)
    #expect(try office.perform(.releaseUnconfirmed(dueBy: .at(19)), by: .bot, at: .at(19)) == [])
    #expect(try office.perform(.cancel(1), by: Person.anna.principal, at: .at(19)).count == 1)
    let offer = try #require(office.noticesDue(at: .at(19)).first { $0.content == .offer(1) })
    #expect(office.sense(of: offer, at: .at(19)) == .drop(reason: "the day is closed"))
    #expect(throws: Rejection.dayIsClosed(.tomorrow)) {
      try office.perform(.acceptOffer(1), by: Person.gleb.principal, at: .at(19))
    }
  }

  @Test("by configuration: a seat that is booked does not vanish unless it is said to be removed")
  func vanishedSeats() throws {
    var office = try Self.office(seats: ["1", "2", "3"])
    for step in [
      Person.anna.books("1", .yesterday, at: .eve), Person.anna.books("1", .monday),
      Person.boris.books("2", .monday), Person.gleb.books("1", .tomorrow), Person.bot.does(.adoptSeats),
    ] {
      _ = try office.perform(step.command, by: step.principal, at: step.now)
    }
    var smaller = try Self.office(seats: ["2", "3"], records: office.records)
    let before = smaller
    let vanished = [4, 2].compactMap { office.booking($0) }
    #expect(throws: Rejection.seatsVanished(vanished)) {
      try smaller.perform(.adoptSeats, by: .bot, at: .noon)
    }
    #expect(smaller == before)
    #expect(smaller.bookingsOfVanishedSeats(at: .noon) == vanished)
    smaller = try Self.office(seats: ["2", "3"], removed: ["1"], records: office.records)
    #expect(smaller.bookingsOfVanishedSeats(at: .noon) == [])
    _ = try smaller.perform(.adoptSeats, by: .bot, at: .noon)
    #expect(smaller.bookings(on: .monday).booking(ownedBy: 1)?.seat == nil)
  }

  @Test("by configuration: admins are told of a closed day's bookings, once for each day")
  func closedDaysAreTold() throws {
    var office = try Self.office(seats: ["1", "2"])
    for step in [
      Person.anna.books("1", .tomorrow), Person.anna.books("1", .monday), Person.boris.books("2", .saturday),
    ] {
      _ = try office.perform(step.command, by: step.principal, at: step.now)
    }
    var rules = office.rules
    rules.closedDays.formUnion([.tomorrow, .monday, .last])
    office.adopt(rules)
    _ = try office.perform(.closeDay(.monday), by: Person.admin.principal, at: .noon)
    let known = Set(office.notices.keys)
    func told() -> [Notice] {
      office.notices.values.filter { !known.contains($0.id) }.sorted { $0.id < $1.id }
    }

    #expect(try office.perform(.tellOfClosedDays, by: .bot, at: .noon) == [])
    #expect(told().map(\.content) == [.closedDayHasBookings(.tomorrow), .closedDayHasBookings(.tomorrow)])
    #expect(
      told().map(\.recipient) == [.account(AccountID(rawValue: 104)), .account(AccountID(rawValue: 900))])
    #expect(office.toldClosedDays == [.tomorrow])

    // Neither again, nor after a restart; another day is told of, and a day that is over forgotten.
    office = try Self.office(seats: ["1", "2"], records: office.records)
    rules.closedDays.insert(.saturday)
    office.adopt(rules)
    let later = Date.noon + 2 * 86_400
    _ = try office.perform(.tellOfClosedDays, by: .bot, at: later)
    _ = try office.perform(.tellOfClosedDays, by: .bot, at: later)
    #expect(told().map(\.content).count { $0 == .closedDayHasBookings(.tomorrow) } == 2)
    #expect(told().map(\.content).count { $0 == .closedDayHasBookings(.saturday) } == 2)
    #expect(office.toldClosedDays == [.saturday])
  }

  private static func office(
    seats: [Seat.ID], removed: Set<Seat.ID> = [], records: OfficeRecords? = nil
  ) throws -> Office {
    var rules = OfficeRules.sample
    rules.removedSeats = removed
    return try Office(
      rules: rules, seats: seats.map { Seat(id: $0) }, records: records ?? Office.sample().records)
  }
}
