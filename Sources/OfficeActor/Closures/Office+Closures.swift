import Foundation

/// Rules 1 and 11: days and seats that admins close, seats that configuration adds and removes.
extension Office {
  // MARK: Days

  mutating func close(_ day: Day, by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard day >= rules.today(at: now) else { throw .dayIsPast(day) }
    guard !closedDays.contains(day) else { return [] }
    markClosed(day)
    let bookings = bookings(on: day).all.sorted { $0.id < $1.id }
    var events: [Event] = [.dayClosed(day)]
    for (owner, gone) in Dictionary(grouping: bookings, by: \.owner).sorted(by: { $0.key < $1.key }) {
      guard let owner = employees[owner] else { continue }
      events += gone.map { .cancelled($0, owner: owner) }
      tellOwner(.dayClosed(day, gone.map(BookingSummary.init)), owner, unless: principal, at: now)
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

  // MARK: Seats

  mutating func close(_ closure: SeatClosure, by principal: Principal, at now: Date) throws(Rejection)
    -> [Event]
  {
    try checkAdmin(principal)
    guard seatsByID[closure.seat] != nil else { throw .seatUnknown(closure.seat) }
    let today = rules.today(at: now)
    if let through = closure.through, through < today { throw .dayIsPast(through) }
    guard closures[closure.seat] != closure else { return [] }
    let before = closures[closure.seat]
    put(closure)
    let lost = days.keys.filter { $0 >= today && closure.contains($0) }.sorted()
    let opened = days.keys.filter { $0 >= today && before?.contains($0) ?? false && !closure.contains($0) }
    return [.seatClosed(closure)]
      + lost.flatMap { loseSeat(closure.seat, on: $0, reason: closure.reason, at: now) }
      + opened.sorted().flatMap { offer([closure.seat], on: $0, at: now) }
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
    return [.seatOpened(seat)] + opened.flatMap { offer([seat], on: $0, at: now) }
  }

  mutating func adoptSeats(by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkBot(principal)
    let isNew = knownSeats.isEmpty
    let today = rules.today(at: now)
    var events: [Event] = []
    let homeless = days.filter { $0.key >= today }.flatMap(\.value.all).compactMap(\.seat)
    let removed = knownSeats.union(homeless).filter { seatsByID[$0] == nil }
    for seat in removed.sorted(by: { $0.rawValue < $1.rawValue }) {
      events.append(.seatRemoved(seat))
      if knownSeats.contains(seat) { unknow(seat) }
      if let closure = closures[seat] { remove(closure) }
      for day in days.keys.filter({ $0 >= today }).sorted() {
        events += loseSeat(seat, on: day, reason: "", at: now)
      }
    }
    for seat in seats where !knownSeats.contains(seat.id) {
      know(seat.id)
      guard !isNew else { continue }
      events.append(.seatAdded(seat.id))
      for day in days.keys.filter({ $0 >= today }).sorted() { events += offer([seat.id], on: day, at: now) }
    }
    return events
  }

  /// Sends the booking of a seat to the head of its day's queue, and offers it what is free.
  private mutating func loseSeat(
    _ seat: Seat.ID, on day: Day, reason: String, at now: Date
  ) -> [Event] {
    let before = bookings(on: day)
    if let offer = before.offer(of: seat), let booking = before[offer.booking] {
      withdraw(offer)
      tellThatItRanOut(offer, booking, at: now)
      return self.offer(freeSeats(on: day).map(\.id), on: day, to: [booking.id], at: now)
    }
    guard let booking = before.booking(of: seat), let owner = employees[booking.owner] else { return [] }
    var waiting = booking
    waiting.seat = nil
    waiting.seatedAt = now
    waiting.hasLostSeat = true
    waiting.hasDeclined = false
    waiting.attendance = Attendance()
    put(waiting)
    if owner.account != nil {
      owe(.lostSeat(BookingSummary(booking), reason: reason), to: .employee(owner.id), at: now)
    }
    return [.lostSeat(waiting, seat, owner: owner)]
      + offer(freeSeats(on: day).map(\.id), on: day, to: [waiting.id], at: now)
  }
}
