extension Sign {
  /// The sign of a seat's state; a free seat has none: what is free stands out by being plain.
  static func of(_ state: SeatState) -> Sign? {
    switch state {
    case .free: nil
    case .taken: person
    case .own: check
    case .heldForYou: star
    case .held: clock
    case .closed: lock
    }
  }
}
