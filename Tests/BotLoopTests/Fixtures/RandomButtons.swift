import OfficeActor
import TestSupport

@testable import BotLoop

/// Buttons, places and ways by chance: whatever the bot can make, the longest included.
struct RandomButtons {
  private var random: SeededRandom

  init(seed: UInt64) { random = SeededRandom(seed: seed) }

  mutating func button() -> Button {
    switch Int.random(in: 0..<16, using: &random) {
    case 0: .open(trail())
    case 1: .register(Employee.ID(rawValue: number()))
    case 2: .book(perhapsSeat(), on: day(), from: trail())
    case 3:
      .bookGuest(GuestTag(rawValue: random.one(of: 0, 36, .max)), perhapsSeat(), on: day(), from: trail())
    case 4: .move(booking(), to: seat(), isConfirmed: Bool.random(using: &random), from: trail())
    case 5: .cancel(booking(), from: trail())
    case 6: .cancelGuests(on: day(), from: trail())
    case 7: .acceptOffer(Offer.ID(rawValue: number()), of: seat(), on: day(), from: trail())
    case 8: .declineOffer(Offer.ID(rawValue: number()), of: seat(), on: day(), from: trail())
    case 9: .confirmAttendance(on: day(), seat: perhapsSeat())
    case 10: .declineAttendance(on: day())
    case 11: .approveRegistration(RegistrationRequest.ID(rawValue: number()))
    case 12: .refuseRegistration(RegistrationRequest.ID(rawValue: number()))
    case 13: .undoRegistration(Employee.ID(rawValue: number()))
    case 14: .closeDay(day())
    default: .label
    }
  }

  mutating func entry() -> TextEntry {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: .seat(on: day(), from: trail())
    case 1: .otherSeat(of: booking(), from: trail())
    case 2: .guestName(from: trail())
    case 3: guest().map { .guest($0, on: day(), from: trail()) } ?? .guestName(from: trail())
    case 4: .colleague(typed: seat().rawValue, from: trail())
    default: .name(typed: seat().rawValue)
    }
  }

  /// Whatever a host may write, the store's own signs included.
  private mutating func guest() -> GuestName? {
    let texts = ["Иван", "|", "a|b.c|", "\u{301}я", "👩‍👩‍👧‍👦", "<b>&amp;", "один\nдва", "יוסי", "x\r\ny"]
    return texts.randomElement(using: &random).flatMap(GuestName.init)
  }

  private mutating func perhapsSeat() -> Seat.ID? { Bool.random(using: &random) ? seat() : nil }

  mutating func trail() -> Trail {
    (0..<Int.random(in: 0..<12, using: &random)).reduce(Trail(place())) { trail, _ in trail.to(place()) }
  }

  mutating func place() -> Place {
    switch Int.random(in: 0..<17, using: &random) {
    case 0: .menu
    case 1: .help
    case 2: .names(page: page())
    case 3: .name(Employee.ID(rawValue: number()))
    case 4: .calendar
    case 5: .day(day())
    case 6: .day(day(), part: page())
    case 7: .bookings(page: page())
    case 8: .people(day())
    case 9: .search
    case 10: .colleague(Employee.ID(rawValue: number()))
    case 11: .guest
    case 12: .guestCalendar
    case 13: .guestDay(day(), part: perhapsPage())
    case 14: .moving(booking(), part: perhapsPage())
    case 15: .attendance(day())
    default: Bool.random(using: &random) ? .booking(booking()) : .cancelling(booking())
    }
  }

  private mutating func booking() -> Booking.ID { Booking.ID(rawValue: number()) }
  private mutating func perhapsPage() -> Int? { Bool.random(using: &random) ? page() : nil }
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
