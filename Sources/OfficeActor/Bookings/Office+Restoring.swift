public import Foundation

/// «Вернуть место 5»: what was cancelled is given back as long as nobody else has it.
extension Office {
  /// Cancelled guests of one host and day that can be given back; of more the last ones.
  private var cancelledGuestsMax: Int { rules.guestsPerDay }

  /// Notes that a booking was given up by its owner, so that it can be given back.
  mutating func noteCancelled(_ booking: Booking, for absence: Absence.ID? = nil) {
    forgetCancelled(like: booking)
    put(CancelledBooking(booking, absence: absence))
    let guests = cancelled(of: booking.owner, on: booking.day).filter { $0.guest != nil }
    for forgotten in guests.dropLast(cancelledGuestsMax) { remove(forgotten) }
  }

  /// Forgets what was cancelled of a presence that is booked anew, or cancelled once more.
  mutating func forgetCancelled(like booking: Booking) {
    for other in cancelled[booking.owner] ?? []
    where other.day == booking.day && other.guest == booking.guest { remove(other) }
  }

  mutating func restore(
    _ id: Booking.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let asking = isAdmin(principal) ? nil : try employee(principal)
    guard let cancelled = cancelledBooking(id), let owner = employees[cancelled.owner] else {
      throw .nothingToRestore(id)
    }
    guard asking?.id ?? owner.id == owner.id else { throw .notAllowed }
    try checkRestorable(cancelled, at: now)
    let events = giveBack(cancelled, to: owner, at: now)
    for case .restored(let booking, _) in events {
      tellOwner(.bookedByAdmin(booking.id), owner, unless: principal, at: now)
    }
    return events
  }

  /// Why a cancelled booking cannot be given back now; nil if it can.
  public func refusalToRestore(_ id: Booking.ID, at now: Date) -> Rejection? {
    guard let cancelled = cancelledBooking(id) else { return .nothingToRestore(id) }
    do throws(Rejection) {
      try checkRestorable(cancelled, at: now)
      return nil
    } catch {
      return error
    }
  }

  func checkRestorable(_ cancelled: CancelledBooking, at now: Date) throws(Rejection) {
    try checkBookable(cancelled.day, at: now)
    let bookings = bookings(on: cancelled.day)
    if let guest = cancelled.guest {
      if let other = bookings.guests(of: cancelled.owner).first(where: { $0.guest == guest }) {
        throw .alreadyBooked(other.id)
      }
      try checkGuestsMax(of: cancelled.owner, on: cancelled.day)
    } else {
      if let other = bookings.booking(ownedBy: cancelled.owner) { throw .alreadyBooked(other.id) }
      try checkPresent(cancelled.owner, on: cancelled.day)
    }
    if let seat = cancelled.seat { try checkFree(seat, on: cancelled.day) }
  }

  /// Books again what can be; its time of creation stays. Who waited, and finds a seat free now, has it.
  mutating func giveBack(_ cancelled: CancelledBooking, to owner: Employee, at now: Date) -> [Event] {
    let seat = cancelled.seat ?? bestSeat(for: owner.id, on: cancelled.day, guest: cancelled.guest, at: now)
    let booking = Booking(
      id: Booking.ID(rawValue: counters.nextBooking), day: cancelled.day, owner: owner.id,
      guest: cancelled.guest, seat: seat, createdAt: cancelled.createdAt, seatedAt: now,
      hasLostSeat: seat == nil && cancelled.hasLostSeat, hasDeclined: seat == nil && cancelled.hasDeclined)
    counters.nextBooking += 1
    forgetReleased(like: booking)
    forgetCancelled(like: booking)
    put(booking)
    return [.restored(booking, owner: owner)]
  }

  // MARK: Reading

  /// A booking that was cancelled and can perhaps be given back.
  public func cancelledBooking(_ id: Booking.ID) -> CancelledBooking? {
    cancelled.values.joined().first { $0.id == id }
  }

  /// What somebody gave up of a day and did not book anew, oldest first.
  public func cancelled(of employee: Employee.ID, on day: Day) -> [CancelledBooking] {
    (cancelled[employee] ?? []).filter { $0.day == day }
  }

  /// What an absence has cancelled and was not given back, soonest first; after its end, what could not be.
  public func cancelled(by absence: Absence.ID) -> [CancelledBooking] {
    cancelled.values.joined().filter { $0.absence == absence }.sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  /// Whether somebody has said that they do not want to come on a day: cancelled, or «Не приду».
  public func hasRefused(_ employee: Employee.ID, _ day: Day) -> Bool {
    cancelled[employee]?.contains { $0.day == day && $0.isRefusal } ?? false
  }

  /// Whether a day may be booked for somebody without asking: neither absent nor refused.
  func isExpected(_ employee: Employee.ID, on day: Day) -> Bool {
    absence(of: employee, on: day) == nil && !hasRefused(employee, day)
  }
}
