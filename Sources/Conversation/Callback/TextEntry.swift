package import OfficeActor

/// What a chat waits for a person to type; kept over a restart.
package enum TextEntry: Sendable, Hashable {
  /// Part of one's name, in the registration list; with what was typed last.
  case name(typed: String)
  /// A seat's number on a day.
  case seat(on: Day, from: Trail)
  /// The number of another seat for a booking.
  case otherSeat(of: Booking.ID, from: Trail)
  /// The name of a guest to be invited.
  case guestName(from: Trail)
  /// With the guest's name typed already: the number of a seat on a day, or, without one, another name.
  case guest(GuestName, on: Day?, from: Trail)
  /// What is chosen of «Несколько дней», and the number of a wanted seat.
  case severalDays(DaysDraft, from: Trail)
  /// The number of the seat wanted on a weekday of the plan.
  case planDay(Weekday, from: Trail)
  /// From when through when somebody is away; the first day may be chosen already.
  case away(since: Day?, from: Trail)
  /// Part of a colleague's name; with what was typed last.
  case colleague(typed: String, from: Trail)
  /// What the screen of «Управление» at the end of a way asks for; with what was typed last.
  case admin(typed: String, at: Trail)
  /// What the steps of «Закрыть несколько» ask for; with the seats that are ticked.
  case closingSeats(TickedSeats, at: Trail)
}

extension TextEntry {
  /// What was typed is kept no longer than this, in characters.
  static let typedCharactersMax = 100

  /// Whether more is being typed than a seat's number, which is nothing without the floor it is seen on.
  var isDialogue: Bool {
    switch self {
    case .seat, .otherSeat: false
    case .name, .guestName, .guest, .colleague, .severalDays, .planDay, .away, .admin, .closingSeats: true
    }
  }

  /// Where in «Управление» it is typed; nil if elsewhere.
  var administration: Trail? {
    switch self {
    case .admin(_, let trail), .closingSeats(_, let trail): trail
    default: nil
    }
  }

  /// As it is stored.
  package var code: String { Self.table.code(of: self) }

  package init?(code: String) {
    guard let entry = Self.table.value(of: code) else { return nil }
    self = entry
  }
}

extension TextEntry: Coded {
  static let table = CodeTable<TextEntry> {
    Case("n", Self.name, .rest) { if case .name(let typed) = $0 { typed } else { nil } }
    Case("s", Self.seat, .day, .bar(.trail)) {
      if case .seat(let day, let trail) = $0 { (day, trail) } else { nil }
    }
    Case("o", Self.otherSeat, .id, .bar(.trail)) {
      if case .otherSeat(let booking, let trail) = $0 { (booking, trail) } else { nil }
    }
    Case("g", Self.guestName, .trail) { if case .guestName(let trail) = $0 { trail } else { nil } }
    Case("v", { .guest($2, on: $0, from: $1) }, .ifAny(.day), .bar(.trail), .bar(.guestName)) {
      if case .guest(let name, let day, let trail) = $0 { (day, trail, name) } else { nil }
    }
    Case("c", { .colleague(typed: $1, from: $0) }, .trail, .bar(.rest)) {
      if case .colleague(let typed, let trail) = $0 { (trail, typed) } else { nil }
    }
    Case("d", { .severalDays($1, from: $0) }, .trail, .bar(.draft)) {
      if case .severalDays(let draft, let trail) = $0 { (trail, draft) } else { nil }
    }
    Case("p", Self.planDay, .weekday, .bar(.trail)) {
      if case .planDay(let weekday, let trail) = $0 { (weekday, trail) } else { nil }
    }
    Case("w", { .away(since: $0, from: $1) }, .ifAny(.day), .bar(.trail)) {
      if case .away(let day, let trail) = $0 { (day, trail) } else { nil }
    }
    Case("A", { .admin(typed: $1, at: $0) }, .trail, .bar(.rest)) {
      if case .admin(let typed, let trail) = $0 { (trail, typed) } else { nil }
    }
    Case("C", { .closingSeats($1, at: $0) }, .trail, .bar(.ticked)) {
      if case .closingSeats(let ticked, let trail) = $0 { (trail, ticked) } else { nil }
    }
  }
}
