import OfficeActor
import TestSupport

@testable import BotLoop

/// Buttons, places and ways by chance: whatever the bot can make, the longest included.
struct RandomButtons {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func button() -> Button {
    switch Int.random(in: 0..<5, using: &random) {
    case 0: .open(trail())
    case 1: .register(Employee.ID(rawValue: number()))
    case 2: .book(seat(), on: day(), from: trail())
    case 3: .cancel(Booking.ID(rawValue: number()), from: trail())
    default: .label
    }
  }

  mutating func entry() -> TextEntry {
    switch Int.random(in: 0..<3, using: &random) {
    case 0: .seat(on: day(), from: trail())
    case 1: .colleague(typed: seat().rawValue, from: trail())
    default: .name(typed: seat().rawValue)
    }
  }

  mutating func trail() -> Trail {
    (0..<Int.random(in: 0..<12, using: &random)).reduce(Trail(place())) { trail, _ in trail.to(place()) }
  }

  mutating func place() -> Place {
    switch Int.random(in: 0..<12, using: &random) {
    case 0: .menu
    case 1: .help
    case 2: .names(page: page())
    case 3: .name(Employee.ID(rawValue: number()))
    case 4: .calendar
    case 5: .day(day())
    case 6: .day(day(), part: page())
    case 7: .bookings
    case 8: .people(day())
    case 9: .search
    case 10: .colleague(Employee.ID(rawValue: number()))
    default: Bool.random(using: &random) ? .booking(booking()) : .cancelling(booking())
    }
  }

  private mutating func booking() -> Booking.ID { Booking.ID(rawValue: number()) }
  private mutating func page() -> Int { random.one(of: 0, 1, 7, 99_999, 100_000) }
  private mutating func day() -> Day { Day(number: random.one(of: 0, 20_782, 99_999, 100_000)) }
  private mutating func number() -> Int64 { random.one(of: 0, 1, 35, 36, 4_000_000_000, .max - 1, .max) }

  /// As long as configuration allows: 12 characters, 24 bytes.
  private mutating func seat() -> Seat.ID {
    let alphabet = Bool.random(using: &random) ? "АБВабвёЯ" : "A1-.|/_ 9z"
    let length = random.one(of: 1, 2, 12)
    return Seat.ID(String((0..<length).map { _ in alphabet.randomElement(using: &random) ?? "1" }))
  }
}
