public import Foundation

/// Rule 9: what silence costs, and how it is taken again.
extension Office {
  mutating func releaseUnconfirmed(
    dueBy moment: Date, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard rules.attendance.isEnabled else { return [] }
    let today = rules.today(at: now)
    var times = AnswerTimes(rules)
    var events: [Event] = []
    for day in days.keys.filter({ $0 >= today && !isClosed($0) }).sorted() {
      let due = Set(bookings(on: day).inQuestion.filter { times.isDue($0, at: min(moment, now)) }.map(\.id))
      let silent = byOwner(on: day) { due.contains($0.id) }
      for (owner, bookings) in silent {
        owe(.released(bookings.map(BookingSummary.init)), to: .employee(owner.id), at: now)
        events += bookings.map { .released($0, owner: owner) }
        for booking in bookings { booking.released.map { put($0) } }
        if bookings.contains(where: { $0.guest == nil }) { events += noteSilence(of: owner, at: now) }
      }
      events += vacate(silent.flatMap(\.bookings), at: now)
    }
    return events
  }

  /// Takes again what was released of a person's bookings for a day, as far as the seats are free.
  ///
  /// - Returns: also why not, of the first that could not be taken again.
  mutating func retakeReleased(
    of owner: Employee, on day: Day, at now: Date
  ) -> (events: [Event], refusal: Rejection?) {
    var events: [Event] = []
    var refusal: Rejection?
    for released in released(of: owner.id, on: day) {
      do throws(Rejection) {
        try checkBookable(day, at: now)
        if released.guest != nil {
          try checkGuestsMax(of: owner.id, on: day)
        } else {
          try checkPresent(owner.id, on: day)
        }
        try checkFree(released.seat, on: day)
        let booking = add(released.seat, on: day, guest: released.guest, owner, at: now)
        events.append(.booked(booking, owner: owner))
      } catch {
        refusal = refusal ?? error
      }
    }
    return (events, refusal)
  }

  /// Nobody needs to know any more what was released of days that are over.
  mutating func forgetReleased(
    before day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard day <= rules.today(at: now) else { throw .notAllowed }
    let past = released.values.joined().filter { $0.day < day }.sorted { $0.id < $1.id }
    for booking in past.prefix(Self.forgottenAtOnceMax) { remove(booking) }
    return []
  }

  /// Forgets what was released of a presence that is booked anew.
  mutating func forgetReleased(like booking: Booking) {
    for other in released[booking.owner] ?? []
    where other.day == booking.day && other.guest == booking.guest { remove(other) }
  }

  // MARK: Reading

  /// Whether anything is known that was released of days before a given one.
  public func hasReleased(before day: Day) -> Bool { released.values.joined().contains { $0.day < day } }

  /// What silence has cost a person on a day and was not taken again, one's own first.
  public func released(of employee: Employee.ID, on day: Day) -> [ReleasedBooking] {
    (released[employee] ?? []).filter { $0.day == day }
      .sorted { ($0.guest == nil ? 0 : 1, $0.id) < ($1.guest == nil ? 0 : 1, $1.id) }
  }

  /// When the next booking is released unless its owner answers; nil if no answer is awaited.
  public func nextRelease(at now: Date) -> Date? {
    guard rules.attendance.isEnabled else { return nil }
    let today = rules.today(at: now)
    var times = AnswerTimes(rules)
    var next: Date?
    for (day, bookings) in days where day >= today && !isClosed(day) {
      for booking in bookings.inQuestion {
        guard let release = times.release(of: booking) else { continue }
        next = min(next ?? release, release)
      }
    }
    return next
  }

  /// Until when the question about a booking can be answered.
  public func answerBy(of booking: Booking) -> Date {
    var times = AnswerTimes(rules)
    return times.answerBy(of: booking)
  }
}

extension Booking {
  /// What is kept of the booking when it is released; nil without a seat.
  fileprivate var released: ReleasedBooking? {
    seat.map { ReleasedBooking(id: id, day: day, owner: owner, guest: guest, seat: $0) }
  }
}
