public import Foundation

/// Rules 1 and 11: days and seats that admins close, seats that configuration adds and removes.
extension Office {
  // MARK: Days

  mutating func close(
    _ day: Day, reason: Reason, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard day >= rules.today(at: now) else { throw .dayIsPast(day) }
    guard !closedDays.contains(day) else { return [] }
    markClosed(day)
    let bookings = bookings(on: day).all.sorted { $0.id < $1.id }
    var events: [Event] = [.dayClosed(day, reason: reason)]
    for (owner, gone) in Dictionary(grouping: bookings, by: \.owner).sorted(by: { $0.key < $1.key }) {
      guard let owner = employees[owner] else { continue }
      events += gone.map { .cancelled($0, owner: owner, reason: reason) }
      let notice = Notice.Content.dayClosed(
        day, gone.map(BookingSummary.init), reason: reason.isEmpty ? nil : reason)
      tellOwner(notice, owner, unless: principal, at: now)
    }
    return events + vacate(bookings, at: now)
  }

  mutating func open(_ day: Day, by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard day >= rules.today(at: now) else { throw .dayIsPast(day) }
    guard closedDays.contains(day) else {
      if rules.closes(day) { throw .dayIsClosed(day) }
      return []
    }
    markOpen(day)
    return [.dayOpened(day)]
  }

  mutating func tellOfClosedDays(by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkBot(principal)
    let today = rules.today(at: now)
    for day in toldClosedDays where day < today { forgetTelling(of: day) }
    let booked = days.keys.filter { $0 >= today && rules.closes($0) && !closedDays.contains($0) }
    for day in booked.sorted() where !toldClosedDays.contains(day) {
      noteTelling(of: day)
      oweAdmins(.closedDayHasBookings(day), at: now)
    }
    return []
  }

  // MARK: Seats

  /// Bookings from today on whose seats the configuration has neither kept nor said to be removed, by day. With
  /// any of them the office is not opened: a seat that people have booked must not vanish unnoticed.
  public func bookingsOfVanishedSeats(at now: Date) -> [Booking] {
    let today = rules.today(at: now)
    return days.filter { $0.key >= today }.flatMap(\.value.all)
      .filter { booking in
        booking.seat.map { seatsByID[$0] == nil && !rules.removedSeats.contains($0) } ?? false
      }
      .sorted { ($0.day, $0.id) < ($1.day, $1.id) }
  }

  mutating func close(
    _ wanted: [SeatClosure], by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    let today = rules.today(at: now)
    for closure in wanted {
      guard seatsByID[closure.seat] != nil else { throw .seatUnknown(closure.seat) }
      if let through = closure.through, through < today { throw .dayIsPast(through) }
    }
    var named: Set<Seat.ID> = []
    // Past days never change: on them the seat was open. A seat that is named twice is closed as it was named first.
    let new = wanted.filter { named.insert($0.seat).inserted }.map {
      SeatClosure(seat: $0.seat, from: max($0.from, today), through: $0.through, reason: $0.reason)
    }.filter { closures[$0.seat] != $0 }
    let before = new.compactMap { closures[$0.seat] }
    // All of them before any booking is moved: nobody is offered a seat that is closed in the same step.
    for closure in new { put(closure) }
    var events: [Event] = new.map { .seatClosed($0) }
    let reasons = Dictionary(new.map { ($0.seat, $0.reason) }, uniquingKeysWith: { $1 })
    for day in days.keys.filter({ $0 >= today }).sorted() {
      let lost = new.filter { $0.contains(day) }.map(\.seat)
      let (left, seatless) = lose(lost, on: day, reasons: reasons, at: now)
      events += left + offerFreeSeats(on: day, to: seatless, at: now)
      // Those who have just lost their seat may have been offered it already.
      let free = Set(freeSeats(on: day).map(\.id))
      let opened = before.filter { $0.contains(day) && !lost.contains($0.seat) && free.contains($0.seat) }
      events += offer(opened.map { FreedSeat(seat: $0.seat) }, on: day, at: now)
    }
    return events
  }

  mutating func open(_ seat: Seat.ID, by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let closure = closures[seat] else {
      guard seatsByID[seat] != nil else { throw .seatUnknown(seat) }
      return []
    }
    remove(closure)
    let today = rules.today(at: now)
    let opened = days.keys.filter { $0 >= today && closure.contains($0) }.sorted()
    return [.seatOpened(seat)] + opened.flatMap { offer([FreedSeat(seat: seat)], on: $0, at: now) }
  }

  mutating func adoptSeats(by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkBot(principal)
    let vanished = bookingsOfVanishedSeats(at: now)
    guard vanished.isEmpty else { throw .seatsVanished(vanished) }
    let isNew = knownSeats.isEmpty
    let today = rules.today(at: now)
    // What can be booked when an office is first opened has opened.
    if openedThrough == nil { noteOpened(through: rules.bookingWindow(at: now).upperBound) }
    var events: [Event] = []
    let homeless = days.filter { $0.key >= today }.flatMap(\.value.all).compactMap(\.seat)
    let removed = knownSeats.union(homeless).filter { seatsByID[$0] == nil }
      .sorted { $0.rawValue < $1.rawValue }
    for seat in removed {
      events.append(.seatRemoved(seat))
      if knownSeats.contains(seat) { unknow(seat) }
      if let closure = closures[seat] { remove(closure) }
      if let assigned = assignedSeats[seat] { events += end(assigned, unless: principal, at: now) }
    }
    let added = seats.map(\.id).filter { !knownSeats.contains($0) }
    for seat in added {
      know(seat)
      if !isNew { events.append(.seatAdded(seat)) }
    }
    for day in days.keys.filter({ $0 >= today }).sorted() {
      let (lost, seatless) = lose(removed, on: day, at: now)
      events += lost
      if !isNew { events += offer(added.map { FreedSeat(seat: $0) }, on: day, at: now) }
      events += offerFreeSeats(on: day, to: seatless, at: now)
    }
    return events
  }

  /// Sends the bookings of seats to the head of their day's queue, and takes back the seats' offers.
  ///
  /// - Parameter reasons: why each seat is lost, where that was said.
  /// - Returns: also who is without a seat now, or without the seat that was held.
  private mutating func lose(
    _ seats: [Seat.ID], on day: Day, reasons: [Seat.ID: Reason] = [:], at now: Date
  ) -> (events: [Event], seatless: Set<Booking.ID>) {
    var events: [Event] = []
    var seatless: Set<Booking.ID> = []
    for seat in seats {
      let before = bookings(on: day)
      if let offer = before.offer(of: seat), let booking = before[offer.booking],
        let owner = employees[booking.owner]
      {
        withdraw(offer)
        tellThatItIsGone(offer, booking, at: now)
        seatless.insert(booking.id)
        events.append(.offerPassedOn(offer, booking, owner: owner))
      } else if let booking = before.booking(of: seat), let owner = employees[booking.owner] {
        var waiting = booking
        waiting.seat = nil
        waiting.seatedAt = now
        waiting.hasLostSeat = true
        waiting.hasDeclined = false
        put(waiting)
        if owner.account != nil {
          owe(
            .lostSeat(BookingSummary(booking), reason: reasons[seat] ?? ""), to: .employee(owner.id), at: now)
        }
        seatless.insert(waiting.id)
        events.append(.lostSeat(waiting, seat, owner: owner))
      }
    }
    return (events, seatless)
  }

  /// Offers free seats to those who have just lost one, in the order of the queue. Nobody else is asked: nobody else
  /// wanted these seats when they became free.
  private mutating func offerFreeSeats(
    on day: Day, to seatless: Set<Booking.ID>, at now: Date
  ) -> [Event] {
    guard !seatless.isEmpty else { return [] }
    let others = bookings(on: day).queue.map(\.id).filter { !seatless.contains($0) }
    return offer(
      freeSeats(on: day).map { FreedSeat(seat: $0.id, askedBefore: others) }, on: day, at: now)
  }
}
