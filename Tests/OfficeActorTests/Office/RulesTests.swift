import Foundation
import Testing

@testable import OfficeActor

@Suite("The rules of the office")
struct RulesTests {
  @Test("are kept for booking and moving", arguments: booking)
  func bookingAndMoving(rule: Rule) throws { try rule.check() }

  @Test("are kept for cancelling", arguments: cancelling)
  func cancellingBookings(rule: Rule) throws { try rule.check() }

  @Test("are kept for registering and for the list of names", arguments: registering)
  func registeringAndNames(rule: Rule) throws { try rule.check() }

  // Most decisive first: a row breaks the rules of the rows below it as well, where it can. One row a line.
  // swift-format-ignore
  private static let booking: [Rule] = [
    // Who.
    Rule("a stranger", when: Person.stranger.books("9", .yesterday), then: .no(.notRegistered)),
    Rule("an admin who is no employee", when: Person.admin.books("1", .today), then: .no(.notRegistered)),
    Rule("the bot itself", when: Person.bot.books("1", .today), then: .no(.notRegistered)),
    Rule("a name nobody took", when: Person.vera.books("1", .today), then: .no(.notRegistered)),
    // When (1).
    Rule("yesterday", when: Person.anna.books("9", .yesterday), then: .no(.dayIsPast(.yesterday))),
    Rule("a closed day that is over", when: Person.anna.books("1", .sunday, at: .noon + days(5)), then: .no(.dayIsPast(.sunday))),
    Rule("after the window", when: Person.anna.books("9", .last + 1), then: .no(.dayNotYetOpen(.last + 1, last: .last))),
    Rule("a closed weekday after it", when: Person.anna.books("1", .sunday + 14), then: .no(.dayNotYetOpen(.sunday + 14, last: .last))),
    Rule("a holiday", when: Person.anna.books("9", .holiday), then: .no(.dayIsClosed(.holiday))),
    Rule("a closed weekday", when: Person.chief.books("1", .sunday), then: .no(.dayIsClosed(.sunday))),
    Rule("today", when: Person.anna.books("1", .today), then: .happens(booked(1, "1", .today, .anna))),
    Rule("the last day", when: Person.anna.books("1", .last), then: .happens(booked(1, "1", .last, .anna))),
    Rule("today, in its last second", when: Person.anna.books("1", .today, at: .midnight - 1), then: .happens(booked(1, "1", .today, .anna, at: .midnight - 1))),
    Rule("the same when it is over", when: Person.anna.books("1", .today, at: .midnight), then: .no(.dayIsPast(.today))),
    Rule("a day too far, a second early", when: Person.anna.books("1", .last + 1, at: .midnight - 1), then: .no(.dayNotYetOpen(.last + 1, last: .last))),
    Rule("the same a second later", when: Person.anna.books("1", .last + 1, at: .midnight), then: .happens(booked(1, "1", .last + 1, .anna, at: .midnight))),
    // Which seat (3).
    Rule("a seat that is not there", when: Person.anna.books("9", .today), then: .no(.seatUnknown("9"))),
    Rule("a seat by another's letter", when: Person.anna.books("А-1", .today), then: .no(.seatUnknown("А-1"))),
    Rule("a taken seat", given: [Person.boris.books("1", .today)], when: Person.anna.books("1", .today), then: .no(.seatTaken("1", on: .today, by: 2))),
    Rule("taken on another day", given: [Person.boris.books("1", .tomorrow)], when: Person.anna.books("1", .today), then: .happens(booked(2, "1", .today, .anna))),
    Rule("given up", given: [Person.boris.books("1", .today), Person.boris.cancels(1)], when: Person.anna.books("1", .today), then: .happens(booked(2, "1", .today, .anna))),
    Rule("left by a move", given: [Person.boris.books("1", .today), Person.boris.books("2", .today)], when: Person.anna.books("1", .today), then: .happens(booked(2, "1", .today, .anna))),
    // Once a day (2, 13).
    Rule("one's own seat again", given: [Person.anna.books("1", .today)], when: Person.anna.books("1", .today, at: .noon + 60), then: .alreadySo),
    Rule("two days", given: [Person.anna.books("1", .today)], when: Person.anna.books("1", .tomorrow), then: .happens(booked(2, "1", .tomorrow, .anna))),
    // Moves (5): the booking and its time of creation stay.
    Rule("another seat is a move", given: [Person.anna.books("1", .today)], when: Person.anna.books("2", .today, at: .noon + 60), then: .happens(moved(1, "1", "2", .today, .anna, at: .noon + 60))),
    Rule("a move and back", given: [Person.anna.books("1", .today), Person.anna.books("2", .today)], when: Person.anna.books("1", .today), then: .happens(moved(1, "2", "1", .today, .anna))),
    Rule("a move to a taken seat", given: [Person.anna.books("1", .today), Person.boris.books("2", .today)], when: Person.anna.books("2", .today), then: .no(.seatTaken("2", on: .today, by: 2))),
    Rule("a move to nowhere", given: [Person.anna.books("1", .today)], when: Person.anna.books("9", .today), then: .no(.seatUnknown("9"))),
    Rule("a move on a day that is over", given: [Person.anna.books("1", .today)], when: Person.anna.books("2", .today, at: .midnight), then: .no(.dayIsPast(.today))),
  ]

  // swift-format-ignore
  private static let cancelling: [Rule] = [
    Rule("a stranger", given: [Person.anna.books("1", .today)], when: Person.stranger.cancels(1), then: .no(.notRegistered)),
    Rule("a stranger, of nothing", when: Person.stranger.cancels(1), then: .no(.notRegistered)),
    Rule("nothing", when: Person.anna.cancels(1), then: .no(.bookingGone(1))),
    Rule("nothing, by an admin", when: Person.admin.cancels(1), then: .no(.bookingGone(1))),
    Rule("twice", given: [Person.anna.books("1", .today), Person.anna.cancels(1)], when: Person.anna.cancels(1), then: .no(.bookingGone(1))),
    Rule("after an admin did", given: [Person.anna.books("1", .today), Person.admin.cancels(1)], when: Person.anna.cancels(1), then: .no(.bookingGone(1))),
    Rule("an old button, booked anew", given: [Person.anna.books("1", .today), Person.anna.cancels(1), Person.anna.books("1", .today)], when: Person.anna.cancels(1), then: .no(.bookingGone(1))),
    Rule("another's", given: [Person.anna.books("1", .today)], when: Person.boris.cancels(1), then: .no(.notAllowed)),
    Rule("another's that is over", given: [Person.anna.books("1", .today)], when: Person.boris.cancels(1, at: .midnight), then: .no(.notAllowed)),
    Rule("one's own that is over", given: [Person.anna.books("1", .today)], when: Person.anna.cancels(1, at: .midnight), then: .no(.dayIsPast(.today))),
    Rule("one that is over, by an admin", given: [Person.anna.books("1", .today)], when: Person.admin.cancels(1, at: .midnight), then: .no(.dayIsPast(.today))),
    Rule("one's own", given: [Person.anna.books("1", .today)], when: Person.anna.cancels(1), then: .happens(cancelled(1, "1", .today, .anna))),
    Rule("one's own of the day, in its last second", given: [Person.anna.books("1", .today)], when: Person.anna.cancels(1, at: .midnight - 1), then: .happens(cancelled(1, "1", .today, .anna))),
    Rule("one's own after a move", given: [Person.anna.books("1", .today), Person.anna.books("2", .today)], when: Person.anna.cancels(1), then: .happens(cancelled(1, "2", .today, .anna))),
    Rule("by an admin who is no employee", given: [Person.anna.books("1", .last)], when: Person.admin.cancels(1), then: .happens(cancelled(1, "1", .last, .anna, reason: "")), owes: "anna: cancelled 1"),
    Rule("by an admin who is", given: [Person.anna.books("1", .last)], when: Person.chief.cancels(1), then: .happens(cancelled(1, "1", .last, .anna, reason: "")), owes: "anna: cancelled 1"),
    Rule("by an admin, with a reason", given: [Person.anna.books("1", .last)], when: Person.admin.does(.cancel(1, reason: "ремонт")), then: .happens(cancelled(1, "1", .last, .anna, reason: " ремонт")), owes: "anna: cancelled 1 ремонт"),
    Rule("an admin's own", given: [Person.chief.books("1", .last)], when: Person.chief.cancels(1), then: .happens(cancelled(1, "1", .last, .chief))),
    Rule("by the bot itself", given: [Person.anna.books("1", .today)], when: Person.bot.cancels(1), then: .no(.notRegistered)),
  ]

  // swift-format-ignore
  private static let registering: [Rule] = [
    Rule("the bot itself", when: Person.bot.registers(as: 3), then: .no(.notAllowed)),
    Rule("under a second name", when: Person.anna.registers(as: 3), then: .no(.alreadyRegistered(as: 1))),
    Rule("under a second name that is taken", when: Person.anna.registers(as: 2), then: .no(.alreadyRegistered(as: 1))),
    Rule("under no name", when: Person.vera.registers(as: 9), then: .no(.employeeUnknown(9))),
    Rule("under a taken name", when: Person.vera.registers(as: 1), then: .no(.nameTaken(1))),
    Rule("under a name just taken", given: [Person.stranger.registers(as: 3)], when: Person.vera.registers(as: 3), then: .no(.nameTaken(3))),
    Rule("under a free name", when: Person.vera.registers(as: 3), then: .happens(.registered(employee(3, "Котова Вера", account: 103))), owes: "chief: registered vera", "admin: registered vera"),
    Rule("again", given: [Person.vera.registers(as: 3)], when: Person.vera.registers(as: 3), then: .alreadySo),
    Rule("and then booking", given: [Person.vera.registers(as: 3)], when: Person.vera.cancels(1), then: .no(.bookingGone(1))),
    Rule("an admin needs no permission", when: Person.admin.registers(as: 3), then: .happens(.registered(employee(3, "Котова Вера", account: 900))), owes: "chief: registered vera"),
    Rule("names from a stranger", when: Person.stranger.adds("Новый Имя"), then: .no(.adminsOnly)),
    Rule("names from an employee", when: Person.anna.adds("Новый Имя"), then: .no(.adminsOnly)),
    Rule("a name from an admin", when: Person.admin.adds("Новый Имя"), then: .happens(.employeeAdded(employee(10, "Новый Имя")))),
    Rule("a name from the bot", when: Person.bot.adds("Новый Имя"), then: .happens(.employeeAdded(employee(10, "Новый Имя")))),
    Rule("a name that is there", when: Person.admin.adds(" смирнова  АННА"), then: .alreadySo),
    Rule("a name twice at once", when: Person.admin.adds("Новый Имя", "новый имя", "Смирнова Анна"), then: .happens(.employeeAdded(employee(10, "Новый Имя")))),
    Rule("no names", when: Person.admin.adds(), then: .alreadySo),
  ]

  @Test("add many names at once, each with an id of its own")
  func manyNames() throws {
    var office = try Office.sample()
    let names = try ["Новый Имя", "Смирнова Анна", "Другое Имя"].map { try #require(EmployeeName($0)) }
    let events = try office.perform(.addEmployees(names), by: .bot, at: .noon)
    #expect(
      events == [
        .employeeAdded(Self.employee(10, "Новый Имя")), .employeeAdded(Self.employee(11, "Другое Имя")),
      ])
    #expect(office.counters.nextEmployee == 12)
  }

  @Test("show what is free and what is one's own")
  func reading() throws {
    var office = try Office.sample()
    for step in [
      Person.anna.books("2", .tomorrow), Person.anna.books("1", .today), Person.boris.books("3", .today),
    ] {
      _ = try office.take(step)
    }
    #expect(office.freeSeats(on: .today).map(\.id) == ["2", "A-1"])
    #expect(office.freeSeats(on: .last).map(\.id) == ["1", "2", "3", "A-1"])
    #expect(office.bookings(of: 1, from: .today).map(\.day) == [.today, .tomorrow])
    #expect(office.bookings(of: 1, from: .tomorrow).map(\.seat) == ["2"])
    #expect(office.employee(linkedTo: AccountID(rawValue: 102))?.id == 2)
    #expect(office.employee(linkedTo: AccountID(rawValue: 103)) == nil)
    #expect(office.seat("A-1") != nil && office.seat("9") == nil)
  }

  // MARK: Words of the tables

  private static func days(_ count: Int) -> TimeInterval { Double(count) * 86_400 }

  private static func booked(_ id: Int64, _ seat: Seat.ID, _ day: Day, _ owner: Person, at: Date = .noon)
    -> Event
  {
    .booked(booking(id, seat, day, owner, at), owner: owner.onTheList)
  }

  private static func moved(
    _ id: Int64, _ from: Seat.ID, _ to: Seat.ID, _ day: Day, _ owner: Person, at moment: Date = .noon
  ) -> Event {
    var moved = booking(id, to, day, owner, .noon)
    moved.seatedAt = moment
    return .moved(moved, from: from, owner: owner.onTheList)
  }

  private static func cancelled(
    _ id: Int64, _ seat: Seat.ID, _ day: Day, _ owner: Person, reason: Reason? = nil
  ) -> Event {
    .cancelled(booking(id, seat, day, owner, .noon), owner: owner.onTheList, reason: reason)
  }

  private static func booking(_ id: Int64, _ seat: Seat.ID, _ day: Day, _ owner: Person, _ at: Date)
    -> Booking
  {
    Booking(id: Booking.ID(rawValue: id), day: day, owner: owner.onTheList.id, seat: seat, createdAt: at)
  }

  private static func employee(_ id: Int64, _ name: String, account: Int64? = nil) -> Employee {
    Person.named(name, id: id, account: account)
  }
}

extension Date {
  /// When today ends in the sample office.
  fileprivate static let midnight = noon + 12 * 3600
}
