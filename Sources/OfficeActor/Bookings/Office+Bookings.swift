import Foundation

/// Rules 1 to 6: booking, moving, cancelling.
extension Office {
  mutating func book(
    _ seat: Seat.ID?, on day: Day, for presence: Presence, isConfirmed: Bool, by principal: Principal,
    at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try owner(of: presence, by: principal)
    try checkBookable(day, at: now)
    if presence.guest == nil { try checkPresent(owner.id, on: day) }
    if let present = bookings(on: day).booking(of: presence, ownedBy: owner.id) {
      return try settle(
        present, on: seat, isGuest: presence.guest != nil, isConfirmed: isConfirmed, owner, by: principal,
        at: now)
    }
    if presence.guest != nil { try checkGuestsMax(of: owner.id, on: day) }
    if let seat { try checkFree(seat, on: day) } else { try checkNothingFree(on: day) }
    let booking = add(seat, on: day, guest: presence.guest, owner, at: now)
    tellOwner(.bookedByAdmin(booking.id), owner, unless: principal, at: now)
    return [.booked(booking, owner: owner)]
  }

  /// Makes a booking that nothing speaks against.
  mutating func add(
    _ seat: Seat.ID?, on day: Day, guest: GuestName?, _ owner: Employee, at now: Date
  ) -> Booking {
    let booking = Booking(
      id: Booking.ID(rawValue: counters.nextBooking), day: day, owner: owner.id, guest: guest, seat: seat,
      createdAt: now)
    counters.nextBooking += 1
    forgetReleased(like: booking)
    forgetCancelled(like: booking)
    put(booking)
    return booking
  }

  mutating func move(
    _ id: Booking.ID, to seat: Seat.ID, isConfirmed: Bool, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let (booking, owner) = try ownBooking(id, by: principal)
    try checkBookable(booking.day, at: now)
    return try give(seat, to: booking, isConfirmed: isConfirmed, owner, by: principal, at: now)
  }

  mutating func cancel(
    _ id: Booking.ID, reason: Reason, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let (booking, owner) = try ownBooking(id, by: principal)
    guard booking.day >= rules.today(at: now) else { throw .dayIsPast(booking.day) }
    tellOwner(
      .cancelledByAdmin(BookingSummary(booking), reason: reason), owner, unless: principal, at: now)
    let isOwn = owner.account.map(Principal.person) == principal
    if isOwn {
      if booking.attendance.isInQuestion { noteAnswer(of: owner.id) }
      noteCancelled(booking)
    }
    return [.cancelled(booking, owner: owner, reason: isOwn ? nil : reason)] + vacate([booking], at: now)
  }

  mutating func cancelGuests(
    on day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let host = try employee(principal)
    guard day >= rules.today(at: now) else { throw .dayIsPast(day) }
    let guests = bookings(on: day).guests(of: host.id)
    for guest in guests { noteCancelled(guest) }
    return guests.map { .cancelled($0, owner: host) } + vacate(guests, at: now)
  }

  /// Removes bookings of one day, and lets what they had go the way of rule 8.
  mutating func vacate(_ bookings: [Booking], at now: Date) -> [Event] {
    guard let day = bookings.first?.day else { return [] }
    let offers = bookings.compactMap { self.bookings(on: day).offer(to: $0.id) }
    // Offers first: a stored offer refers to its booking.
    for offer in offers { withdraw(offer) }
    for booking in bookings { remove(booking) }
    let seats = bookings.compactMap(\.seat).map { FreedSeat(seat: $0) }
    return offer(seats + offers.map(\.passedOn), on: day, at: now)
  }

  // MARK: Cleaning up

  /// Maximum number of records that one command forgets: bookings do not wait long behind it.
  static let forgottenAtOnceMax = 200

  mutating func forgetBookings(
    before day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard day <= rules.today(at: now) else { throw .notAllowed }
    // The oldest day only, for others wait for this: sorting all that is old could take long.
    if let oldest = days.keys.min(), oldest < day {
      for booking in bookings(on: oldest).all.sorted(by: { $0.id < $1.id }).prefix(Self.forgottenAtOnceMax) {
        if let offer = bookings(on: oldest).offer(to: booking.id) { withdraw(offer) }
        remove(booking)
      }
    }
    for past in closedDays where past < day { markOpen(past) }
    if !hasBookings(before: day) { forgetRemovedEmployees() }
    return []
  }

  /// Those who were taken off the list are known only as long as something that names them is.
  mutating func forgetRemovedEmployees() {
    let forgotten = employees.removed.filter { !isNeeded($0.id) }.sorted { $0.id < $1.id }
    for employee in forgotten.prefix(Self.forgottenAtOnceMax) { forget(employee) }
  }

  // MARK: What is asked of a booking

  /// Refuses a day that cannot be booked now.
  func checkBookable(_ day: Day, at now: Date) throws(Rejection) {
    let window = rules.bookingWindow(at: now)
    guard day >= window.lowerBound else { throw .dayIsPast(day) }
    guard day <= window.upperBound else { throw .dayNotYetOpen(day, last: window.upperBound) }
    guard !isClosed(day) else { throw .dayIsClosed(day) }
  }

  func checkGuestsMax(of host: Employee.ID, on day: Day) throws(Rejection) {
    guard bookings(on: day).guests(of: host).count < rules.guestsPerDay else {
      throw .tooManyGuests(on: day, max: rules.guestsPerDay)
    }
  }

  func checkFree(_ seat: Seat.ID, on day: Day) throws(Rejection) {
    guard seatsByID[seat] != nil else { throw .seatUnknown(seat) }
    guard closure(of: seat, on: day) == nil else { throw .seatIsClosed(seat, on: day) }
    let bookings = bookings(on: day)
    if let holder = bookings.booking(of: seat) { throw .seatTaken(seat, on: day, by: holder.owner) }
    guard bookings.offer(of: seat) == nil else { throw .seatHeld(seat, on: day) }
  }

  private func checkNothingFree(on day: Day) throws(Rejection) {
    guard freeSeats(on: day).isEmpty else { throw .seatsAreFree(on: day) }
  }

  func owner(of presence: Presence, by principal: Principal) throws(Rejection) -> Employee {
    switch presence {
    case .oneself, .guest: return try employee(principal)
    case .employee(let id):
      try checkAdmin(principal)
      guard let employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
      return employee
    }
  }

  /// A booking that the asking person may change, with its owner.
  private func ownBooking(
    _ id: Booking.ID, by principal: Principal
  ) throws(Rejection) -> (Booking, Employee) {
    let isAdmin = isAdmin(principal)
    let asking = isAdmin ? nil : try employee(principal)
    guard let booking = booking(id), let owner = employees[booking.owner] else { throw .bookingGone(id) }
    guard isAdmin || asking?.id == booking.owner else { throw .notAllowed }
    return (booking, owner)
  }

  // MARK: Moving

  /// Books again what is booked already: nothing, or a move.
  private mutating func settle(
    _ booking: Booking, on seat: Seat.ID?, isGuest: Bool, isConfirmed: Bool, _ owner: Employee,
    by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    if booking.seat == seat { return [] }
    // The owner keeps the presence that is booked already.
    guard let seat else { return [] }
    // Two guests of one name are most likely a host who has forgotten the first.
    if isGuest, booking.seat != nil { throw .guestBooked(booking.id) }
    return try give(seat, to: booking, isConfirmed: isConfirmed, owner, by: principal, at: now)
  }

  private mutating func give(
    _ seat: Seat.ID, to booking: Booking, isConfirmed: Bool, _ owner: Employee, by principal: Principal,
    at now: Date
  ) throws(Rejection) -> [Event] {
    if booking.seat == seat { return [] }
    if bookings(on: booking.day).offer(to: booking.id)?.seat != seat {
      try checkFree(seat, on: booking.day)
    }
    if let left = booking.seat, !isConfirmed, isAwaited(left, on: booking.day, at: now) {
      throw .moveNeedsConfirming(booking.id, from: left, to: seat)
    }
    tellOwner(.bookedByAdmin(booking.id), owner, unless: principal, at: now)
    return self.seat(booking, on: seat, owner, at: now)
  }

  /// Gives a booking another seat, which is free or held for it; what it leaves goes the way of rule 8.
  mutating func seat(_ booking: Booking, on seat: Seat.ID, _ owner: Employee, at now: Date) -> [Event] {
    let held = bookings(on: booking.day).offer(to: booking.id)
    if let held, held.seat == seat { return take(held, for: booking, owner, at: now) }
    var moved = booking
    moved.seat = seat
    moved.seatedAt = now
    moved.hasLostSeat = false
    // Taking another seat confirms that the owner comes.
    if moved.attendance.askedAt != nil { moved.attendance.confirmedAt = now }
    if let held { withdraw(held) }
    put(moved)
    var events: [Event] = [.moved(moved, from: booking.seat, owner: owner)]
    if let left = booking.seat { events += offer([FreedSeat(seat: left)], on: booking.day, at: now) }
    if let held {
      events.append(.offerPassedOn(held, booking, owner: owner))
      events += offer([held.passedOn], on: booking.day, at: now)
    }
    return events
  }
}

extension Presence {
  /// The guest's name, if it is a guest's presence.
  var guest: GuestName? { if case .guest(let name) = self { name } else { nil } }
}

extension DayBookings {
  /// The booking that somebody's presence has already.
  func booking(of presence: Presence, ownedBy owner: Employee.ID) -> Booking? {
    guard let guest = presence.guest else { return booking(ownedBy: owner) }
    return guests(of: owner).first { $0.guest == guest }
  }
}
