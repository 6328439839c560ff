import OfficeActor

/// For whom a seat is chosen on a day's floor, and so what its buttons do.
enum SeatChoice: Sendable, Hashable {
  /// For oneself, whether one has a booking that day or not.
  case oneself
  /// For a guest who is being invited.
  case guest(GuestName)
  /// For a booking that there is, a guest's or one's own.
  case booking(Booking)
}

extension SeatChoice {
  /// The guest's name, if it is for a guest.
  var guest: GuestName? {
    switch self {
    case .oneself: nil
    case .guest(let name): name
    case .booking(let booking): booking.guest
    }
  }

  /// Takes a seat; without one, comes nevertheless.
  func button(_ seat: Seat.ID, on day: Day, from trail: Trail) -> Button {
    switch self {
    case .oneself: .book(seat, on: day, from: trail)
    case .guest(let name): .bookGuest(GuestTag(name), seat, on: day, from: trail)
    case .booking(let booking): .move(booking.id, to: seat, isConfirmed: false, from: trail)
    }
  }

  /// «Приду без места», where there is no booking yet.
  func seatlessButton(on day: Day, from trail: Trail, _ words: any Words) -> ScreenButton? {
    switch self {
    case .oneself: ScreenButton(words.comeWithoutSeat, .book(nil, on: day, from: trail), .primary)
    case .guest(let name):
      ScreenButton(
        words.guestWithoutSeat, .bookGuest(GuestTag(name), nil, on: day, from: trail), .primary)
    case .booking: nil
    }
  }

  /// A part of a large office's floor.
  func place(_ day: Day, part: Int) -> Place {
    switch self {
    case .oneself: .day(day, part: part)
    case .guest: .guestDay(day, part: part)
    case .booking(let booking): .moving(booking.id, part: part)
    }
  }

  /// What may be typed on an open day: a seat's number. On a closed one only the guest's name is kept.
  func entry(on day: Day, isClosed: Bool, from trail: Trail) -> TextEntry? {
    switch self {
    case .oneself: isClosed ? nil : .seat(on: day, from: trail)
    case .guest(let name):
      isClosed
        ? .guest(name, on: nil, from: trail.to(.guestCalendar)) : .guest(name, on: day, from: trail)
    case .booking(let booking): isClosed ? nil : .otherSeat(of: booking.id, from: trail)
    }
  }
}
