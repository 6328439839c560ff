import OfficeActor

/// Inviting guests. The guest's name is in the chat's memory, buttons have its tag.
extension Scene {
  /// The guest's name was typed, as it is.
  func invite(_ typed: String, _ trail: Trail) -> Step {
    guard let name = GuestName(typed) else {
      let isEmpty = !typed.onOneLine.unicodeScalars.contains { !$0.properties.isDefaultIgnorableCodePoint }
      let line: Markup =
        isEmpty
        ? words.guestNameEmpty : words.guestNameTooLong(charactersMax: GuestName.charactersMax)
      return .show(screen(at: trail.to(.guest)).saying(line))
    }
    let trail = trail.to(.guestCalendar)
    return .show(waiting(for: .guest(name, on: nil, from: trail)).screen(at: trail))
  }

  func book(guest tag: GuestTag, _ seat: Seat.ID?, on day: Day, _ trail: Trail) -> Step {
    guard let employee else {
      return invited(.failure(.rejected(.notRegistered)), on: day, trail) { _, _ in nil }
    }
    guard let name = name(of: tag, invitedBy: employee, on: day) else {
      let line = words.guestForgotten
      return .show(screen(at: trail.to(.guest)).saying(line), toast: line)
    }
    return book(guest: name, seat, on: day, trail)
  }

  func book(guest name: GuestName, _ seat: Seat.ID?, on day: Day, _ trail: Trail) -> Step {
    .perform(.book(seat, on: day, for: .guest(name))) { scene, outcome in
      scene.invited(outcome, on: day, trail) { office, host in
        office.bookings(on: day).guests(of: host.id).first { $0.guest == name }
      }
    }
  }

  /// The name that a button stands for: the one typed last, or one that is invited already, for a second tap.
  private func name(of tag: GuestTag, invitedBy host: Employee, on day: Day) -> GuestName? {
    if case .guest(let name, _, _)? = viewer.entry, GuestTag(name) == tag { return name }
    return office.bookings(on: day).guests(of: host.id).lazy.compactMap(\.guest)
      .first { GuestTag($0) == tag }
  }

  /// What came of inviting. When the guest has a booking, the way back is to where inviting began.
  private func invited(
    _ outcome: Result<Outcome, Refusal>, on day: Day, _ trail: Trail,
    holding: (Office, Employee) -> Booking?
  ) -> Step {
    let isInvited = if case .success = outcome { true } else { false }
    return booked(outcome, at: .guestDay(day), isInvited ? trail.leavingInvitation : trail, holding: holding)
  }
}

extension Trail {
  /// The way back out of the screens on which a guest is invited.
  fileprivate var leavingInvitation: Trail {
    switch place {
    case .guest, .guestCalendar, .guestDay: back.leavingInvitation
    default: self
    }
  }
}
