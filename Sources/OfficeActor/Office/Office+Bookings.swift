import Foundation

extension Office {
  mutating func book(
    _ seat: Seat.ID, on day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    try checkBookable(day, at: now)
    guard seatsByID[seat] != nil else { throw .seatUnknown(seat) }
    let own = days[day]?.booking(ownedBy: owner.id)
    if own?.seat == seat { return [] }
    if let holder = days[day]?.booking(of: seat) {
      throw .seatTaken(seat, on: day, by: holder.owner)
    }
    if var moved = own {
      let left = moved.seat
      moved.seat = seat
      put(moved)
      return [.moved(moved, from: left, owner: owner)]
    }
    let booking = Booking(
      id: Booking.ID(rawValue: counters.nextBooking), day: day, owner: owner.id, seat: seat, createdAt: now)
    counters.nextBooking += 1
    put(booking)
    return [.booked(booking, owner: owner)]
  }

  mutating func cancel(
    _ id: Booking.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let isAdmin = isAdmin(principal)
    let asking = isAdmin ? nil : try employee(principal)
    guard let booking = booking(id), let owner = employees[booking.owner] else { throw .bookingGone(id) }
    guard isAdmin || asking?.id == booking.owner else { throw .notAllowed }
    guard booking.day >= rules.today(at: now) else { throw .dayIsPast(booking.day) }
    remove(booking)
    return [.cancelled(booking, owner: owner)]
  }

  /// Bookings forgotten by one command, so that nobody's booking waits long behind it.
  static let forgottenAtOnceMax = 200

  mutating func forgetBookings(
    before day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    guard case .bot = principal, day <= rules.today(at: now) else { throw .notAllowed }
    let old = days.filter { $0.key < day }.flatMap(\.value.all).sorted { ($0.day, $0.id) < ($1.day, $1.id) }
    for booking in old.prefix(Self.forgottenAtOnceMax) { remove(booking) }
    return []
  }

  /// Refuses a day that cannot be booked now.
  private func checkBookable(_ day: Day, at now: Date) throws(Rejection) {
    let window = rules.bookingWindow(at: now)
    guard day >= window.lowerBound else { throw .dayIsPast(day) }
    guard day <= window.upperBound else { throw .dayNotYetOpen(day, last: window.upperBound) }
    guard !rules.isClosed(day) else { throw .dayIsClosed(day) }
  }

  private func isAdmin(_ principal: Principal) -> Bool {
    guard case .person(let account) = principal else { return false }
    return rules.admins.contains(account)
  }
}
