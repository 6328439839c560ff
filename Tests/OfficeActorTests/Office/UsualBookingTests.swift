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
    Usual("the seat one had", had: [(-7, "2")], then: .today, "2"),
    Usual("the one had most often", had: [(-1, "1"), (-2, "2"), (-3, "2")], then: .today, "2"),
    Usual("the last of those had as often", had: [(-4, "2"), (-3, "1"), (-2, "1"), (-1, "2")], then: .today, "2"),
    Usual("the next best if it is taken", had: [(-1, "1"), (-2, "2"), (-3, "2")], given: [Person.boris.books("2", .today)], then: .today, "1"),
    Usual("none if all of them are taken", had: [(-1, "1")], given: [Person.boris.books("1", .today)], then: nil, nil),
    Usual("none if it is closed", had: [(-1, "1")], given: [Person.admin.closes("1", .today)], then: nil, nil),
    Usual("none if one was never there", had: [], then: nil, nil),
    Usual("tomorrow if today is booked", had: [(-1, "1"), (0, "2")], then: .tomorrow, "1"),
    Usual("not on a closed day", had: [(-1, "1"), (0, "2"), (1, "2"), (2, "2"), (3, "2")], then: .monday, "1"),
    Usual("what is to come does not count", had: [(1, "2")], then: nil, nil),
    Usual("eight weeks ago", had: [(-56, "1")], then: .today, "1"),
    Usual("but not longer ago", had: [(-57, "1")], then: nil, nil),
  ]
}
