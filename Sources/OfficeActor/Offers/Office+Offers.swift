import Foundation

/// Rule 8: a seat that becomes free is offered, in the same step, to the person who waits longest.
extension Office {
  /// A seat to be offered.
  struct FreedSeat {
    let seat: Seat.ID
    /// Bookings whose owners were asked already about this freeing; none is asked twice.
    var askedBefore: [Booking.ID] = []
  }

  /// Offers freed seats to the head of the day's queue that holds no offer and has not declined. If nobody is
  /// left to ask, a seat is simply free.
  mutating func offer(_ freed: [FreedSeat], on day: Day, at now: Date) -> [Event] {
    guard !freed.isEmpty, !isClosed(day), rules.offersSeats(on: day, at: now) else { return [] }
    let before = bookings(on: day)
    // One pass through the queue for all seats, so that an evening's release is not quadratic.
    var queue = before.queue.makeIterator()
    var skipped: [Booking] = []
    var events: [Event] = []
    for freed in freed where isInUse(freed.seat, on: day) && before.isFree(freed.seat) {
      var next: Booking?
      if let index = skipped.firstIndex(where: { !freed.askedBefore.contains($0.id) }) {
        next = skipped.remove(at: index)
      }
      while next == nil, let booking = queue.next() {
        guard canBeAsked(booking, among: before) else { continue }
        if freed.askedBefore.contains(booking.id) { skipped.append(booking) } else { next = booking }
      }
      guard let next, let owner = employees[next.owner] else { continue }
      let offer = Offer(
        id: Offer.ID(rawValue: counters.nextOffer), day: day, seat: freed.seat, booking: next.id,
        askedBefore: freed.askedBefore, createdAt: now, runsOutAt: rules.offerRunsOut(for: day, from: now))
      counters.nextOffer += 1
      put(offer)
      owe(.offer(offer.id), to: .employee(owner.id), at: now)
      events.append(.offered(offer, to: next, owner: owner))
    }
    return events
  }

  /// Whether somebody would be asked if a seat became free now.
  func isAwaited(_ seat: Seat.ID, on day: Day, at now: Date) -> Bool {
    let bookings = bookings(on: day)
    return !isClosed(day) && rules.offersSeats(on: day, at: now) && isInUse(seat, on: day)
      && bookings.queue.contains { canBeAsked($0, among: bookings) }
  }

  private func isInUse(_ seat: Seat.ID, on day: Day) -> Bool {
    seatsByID[seat] != nil && closure(of: seat, on: day) == nil
  }

  private func canBeAsked(_ booking: Booking, among bookings: DayBookings) -> Bool {
    !booking.hasDeclined && bookings.offer(to: booking.id) == nil
      && absence(of: booking.owner, on: booking.day) == nil && employees[booking.owner]?.account != nil
  }

  /// Takes back an offer, without asking the next one yet.
  mutating func withdraw(_ offer: Offer) { remove(offer) }

  // MARK: Answers

  mutating func accept(
    _ id: Offer.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let (offer, booking, owner) = try ownOffer(id, by: principal)
    try checkBookable(offer.day, at: now)
    return take(offer, for: booking, owner, at: now)
  }

  /// Gives the seat that is held for a booking to it.
  mutating func take(_ offer: Offer, for booking: Booking, _ owner: Employee, at now: Date) -> [Event] {
    var seated = booking
    seated.seat = offer.seat
    seated.seatedAt = now
    seated.hasLostSeat = false
    seated.attendance.confirmedAt = now
    withdraw(offer)
    put(seated)
    return [.offerAccepted(seated, owner: owner)]
  }

  mutating func decline(
    _ id: Offer.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let (offer, booking, owner) = try ownOffer(id, by: principal)
    var declined = booking
    declined.hasDeclined = true
    withdraw(offer)
    put(declined)
    return [.offerDeclined(offer, declined, owner: owner)] + passOn(offer, at: now)
  }

  private func ownOffer(
    _ id: Offer.ID, by principal: Principal
  ) throws(Rejection) -> (Offer, Booking, Employee) {
    let asking = try employee(principal)
    guard let offer = offer(id), let booking = booking(offer.booking) else { throw .offerGone(id) }
    guard booking.owner == asking.id else { throw .notAllowed }
    return (offer, booking, asking)
  }

  // MARK: No answer

  mutating func runOutOffers(
    dueBy moment: Date, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    let due = offers.filter { $0.runsOutAt <= min(moment, now) }
      .sorted { ($0.runsOutAt, $0.id) < ($1.runsOutAt, $1.id) }
    var events: [Event] = []
    for (day, due) in Dictionary(grouping: due, by: \.day).sorted(by: { $0.key < $1.key }) {
      for offer in due {
        guard let booking = booking(offer.booking), let owner = employees[booking.owner] else { continue }
        withdraw(offer)
        if offer.deliveredAt == nil {
          events.append(.offerPassedOn(offer, booking, owner: owner))
        } else {
          events.append(.offerRanOut(offer, booking, owner: owner))
          tellThatItIsGone(offer, booking, at: now)
        }
      }
      events += self.offer(due.map(\.passedOn), on: day, at: now)
    }
    return events
  }

  /// The owner cannot be reached: the next one is asked at once.
  mutating func passOver(_ id: Offer.ID, at now: Date) -> [Event] {
    guard let offer = offer(id), let booking = booking(offer.booking), let owner = employees[booking.owner]
    else { return [] }
    withdraw(offer)
    return [.offerPassedOn(offer, booking, owner: owner)] + passOn(offer, at: now)
  }

  /// Tells somebody who has the message that the seat is no longer held for them, unless the day is over.
  mutating func tellThatItIsGone(_ offer: Offer, _ booking: Booking, at now: Date) {
    guard offer.deliveredAt != nil, offer.day >= rules.today(at: now) else { return }
    owe(.offerRanOut(BookingSummary(booking), seat: offer.seat), to: .employee(booking.owner), at: now)
  }

  private mutating func passOn(_ offer: Offer, at now: Date) -> [Event] {
    self.offer([offer.passedOn], on: offer.day, at: now)
  }
}

extension Offer {
  /// The seat for the next one: who was asked about this freeing of it, the present one included, is not again.
  var passedOn: Office.FreedSeat { .init(seat: seat, askedBefore: askedBefore + [booking]) }
}
