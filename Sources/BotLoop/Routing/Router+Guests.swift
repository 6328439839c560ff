import Foundation
import OfficeActor

/// Inviting guests. The guest's name is in the chat's memory, buttons have its tag.
extension Router {
  /// The guest's name was typed, as it is.
  func invite(_ typed: String, _ trail: Trail, _ asking: Asking) -> Reply {
    guard let name = GuestName(typed) else {
      let isEmpty = !typed.unicodeScalars.contains {
        !$0.properties.isDefaultIgnorableCodePoint && !$0.properties.isWhitespace
      }
      let line: Markup =
        isEmpty
        ? "Имя гостя пустое."
        : "Имя гостя слишком длинное: нужно не больше \(GuestName.charactersMax) символов."
      return Reply(screen(at: trail.to(.guest), for: asking).saying(line))
    }
    let trail = trail.to(.guestCalendar)
    return Reply(screen(at: trail, for: asking.waiting(for: .guest(name, on: nil, from: trail))))
  }

  func book(
    guest tag: GuestTag, _ seat: Seat.ID?, on day: Day, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    guard case .guest(let name, _, _)? = asking.entry, GuestTag(name) == tag else {
      return staleGuest(tag, on: day, trail, asking)
    }
    return await book(guest: name, seat, on: day, trail, asking)
  }

  func book(
    guest name: GuestName, _ seat: Seat.ID?, on day: Day, _ trail: Trail, _ asking: Asking
  ) async -> Reply {
    let outcome = await perform(.book(seat, on: day, for: .guest(name)), asking)
    if case .failure(.rejected(.tooManyGuests)) = outcome {
      return booked(outcome, at: .guestDay(day), trail.to(.guestCalendar), asking) { _, _ in nil }
    }
    return invited(outcome, on: day, trail, asking) { office, host in
      office.bookings(on: day).guests(of: host.id).first { $0.guest == name }
    }
  }

  /// The button is of a message about another guest, or about one who is invited already.
  private func staleGuest(_ tag: GuestTag, on day: Day, _ trail: Trail, _ asking: Asking) -> Reply {
    let office = state.office
    guard let host = office.employee(linkedTo: asking.account) else {
      return invited(.failure(.rejected(.notRegistered)), on: day, trail, asking) { _, _ in nil }
    }
    let guests = office.bookings(on: day).guests(of: host.id)
    if let guest = guests.first(where: { $0.guest.map(GuestTag.init) == tag }) {
      return invited(.success(.alreadySo), on: day, trail, asking) { _, _ in guest }
    }
    let line: Markup = "Эта кнопка — для гостя, чьё имя уже не помню. Напишите его ещё раз."
    return Reply(screen(at: Trail(.guest), for: asking).saying(line), toast: line)
  }

  /// What came of inviting. When the guest has a booking, the way back is to where inviting began.
  private func invited(
    _ outcome: Result<Outcome, Refusal>, on day: Day, _ trail: Trail, _ asking: Asking,
    holding: (Office, Employee) -> Booking?
  ) -> Reply {
    let isInvited = if case .success = outcome { true } else { false }
    return booked(
      outcome, at: .guestDay(day), isInvited ? trail.leavingInvitation : trail, asking, holding: holding)
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
