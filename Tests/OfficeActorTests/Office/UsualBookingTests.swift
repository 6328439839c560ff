import Foundation
import Testing

@testable import OfficeActor

@Suite("The usual booking")
struct UsualBookingTests {
  struct Usual: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Anna's bookings, by days from today.
    let had: [(day: Int, seat: Seat.ID)]
    let given: [Step]
    let day: Day?
    let seat: Seat.ID?

    init(_ name: String, had: [(Int, Seat.ID)], given: [Step] = [], then day: Day?, _ seat: Seat.ID?) {
      testDescription = name
      self.had = had
      self.given = given
      self.day = day
      self.seat = seat
    }
  }

  @Test("is the nearest open day and the free seat one had most often, lately if as often", arguments: usual)
  func usualBooking(usual: Usual) throws {
    var records = try Office.sample().records
    records.bookings = usual.had.enumerated().map { index, had in
      Booking(
        id: Booking.ID(rawValue: Int64(index + 1)), day: .today + had.day, owner: 1, seat: had.seat,
        createdAt: .eve)
    }
    records.counters.nextBooking = 100
    var office = try Office(
      rules: .sample, seats: ["1", "2", "3", "A-1"].map { Seat(id: $0) }, records: records)
    for step in usual.given { _ = try office.take(step) }
    let found = office.usualBooking(for: 1, at: .noon)
    #expect(found?.day == usual.day && found?.seat == usual.seat)
  }

  // swift-format-ignore
  private static let usual: [Usual] = [
    Usual("the seat one had twice", had: [(-7, "2"), (-1, "2")], then: .today, "2"),
    Usual("not one that one had once", had: [(-7, "2"), (-1, "1")], then: nil, nil),
    Usual("the one had most often", had: [(-1, "1"), (-2, "1"), (-3, "2"), (-4, "2"), (-5, "2")], then: .today, "2"),
    Usual("the last of those had as often", had: [(-4, "2"), (-3, "1"), (-2, "1"), (-1, "2")], then: .today, "2"),
    Usual("the next best if it is taken", had: [(-1, "1"), (-2, "1"), (-3, "2"), (-4, "2"), (-5, "2")], given: [Person.boris.books("2", .today)], then: .today, "1"),
    Usual("none if all of them are taken", had: [(-2, "1"), (-1, "1")], given: [Person.boris.books("1", .today)], then: nil, nil),
    Usual("none if it is closed", had: [(-2, "1"), (-1, "1")], given: [Person.admin.closes("1", .today)], then: nil, nil),
    Usual("none if one was never there", had: [], then: nil, nil),
    Usual("tomorrow if today is booked", had: [(-2, "1"), (-1, "1"), (0, "2")], then: .tomorrow, "1"),
    Usual("tomorrow if today was cancelled", had: [(-2, "1"), (-1, "1"), (0, "2")], given: [Person.anna.cancels(3)], then: .tomorrow, "1"),
    Usual("today if an admin cancelled it", had: [(-2, "1"), (-1, "1"), (0, "2")], given: [Person.admin.cancels(3)], then: .today, "1"),
    Usual("not on a closed day", had: [(-2, "1"), (-1, "1"), (0, "2"), (1, "2"), (2, "2"), (3, "2")], then: .monday, "1"),
    Usual("not while one is away", had: [(-2, "1"), (-1, "1")], given: [Person.anna.isAway(.today, .saturday)], then: .monday, "1"),
    Usual("what is to come does not count", had: [(1, "2"), (2, "2")], then: nil, nil),
    Usual("eight weeks ago", had: [(-56, "1"), (-55, "1")], then: .today, "1"),
    Usual("but not longer ago", had: [(-57, "1"), (-56, "1")], then: nil, nil),
  ]
}

@Suite("The usual week")
struct UsualWeekTests {
  struct Usual: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Days from today on which Anna had seat 2.
    let had: [Int]
    let given: [Step]
    let days: [Day]?
    let seat: Seat.ID?

    init(_ name: String, had: [Int], given: [Step] = [], then days: [Day]?, _ seat: Seat.ID? = "2") {
      testDescription = name
      self.had = had
      self.given = given
      self.days = days
      self.seat = seat
    }
  }

  @Test("is one's weekdays, of the nearest week that misses one of them", arguments: usual)
  func usualWeek(usual: Usual) throws {
    var records = try Office.sample().records
    records.bookings = usual.had.enumerated().map { index, day in
      Booking(
        id: Booking.ID(rawValue: Int64(index + 1)), day: .today + day, owner: 1, seat: "2", createdAt: .eve)
    }
    records.counters.nextBooking = 100
    var office = try Office(
      rules: .sample, seats: ["1", "2", "3", "A-1"].map { Seat(id: $0) }, records: records)
    for step in usual.given { _ = try office.take(step) }
    let week = office.usualWeek(of: 1, at: .noon)
    #expect(week?.days == usual.days)
    #expect(week == nil || week?.seat == usual.seat)
    guard let week else { return }
    _ = try office.perform(week.command, by: Person.anna.principal, at: .noon)
    #expect(week.days.allSatisfy { office.bookings(on: $0).booking(ownedBy: 1) != nil })
  }

  // Today is Wednesday, 25 November; 1 December, a Tuesday, is closed, and so are Sundays.
  // swift-format-ignore
  private static let usual: [Usual] = [
    Usual("of who came on two Thursdays and two Fridays of four weeks", had: [-6, -13, -5, -26], then: [.tomorrow, .tomorrow + 1]),
    Usual("without weekdays on which one came once", had: [-6, -13, -5], then: [.tomorrow]),
    Usual("without what is longer ago", had: [-6, -13, -5, -33], then: [.tomorrow]),
    Usual("of who never came", had: [], then: nil),
    Usual("what is missing of this week", had: [-6, -13, -5, -26, 1], then: [.tomorrow + 1]),
    Usual("of the next week, if nothing of this one is", had: [-6, -13, -5, -26, 1, 2], then: [.tomorrow + 7, .tomorrow + 8]),
    Usual("without days that were cancelled", had: [-6, -13, -5, -26, 1], given: [Person.anna.cancels(5)], then: [.tomorrow + 1]),
    Usual("without days on which one is away", had: [-6, -13, -5, -26], given: [Person.anna.isAway(.tomorrow, .tomorrow)], then: [.tomorrow + 1]),
    Usual("without closed days", had: [-1, -8, -2, -9], then: [.monday]),
    Usual("by one's plan, with its seat", had: [-6, -13], given: [Person.anna.plans(.sat, "3"), Person.anna.plans(.fri, "3")], then: [.tomorrow + 1, .saturday], "3"),
    Usual("by one's plan, with the usual seat where the plan wants several", had: [-6, -13], given: [Person.anna.plans(.sat, "3"), Person.anna.plans(.fri, "1")], then: [.tomorrow + 1, .saturday]),
    Usual("by one's plan, with any seat where there is no usual one", had: [], given: [Person.anna.plans(.sat)], then: [.saturday], nil),
  ]
}
