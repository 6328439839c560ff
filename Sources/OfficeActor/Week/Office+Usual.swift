public import Foundation

/// «Как обычно»: what somebody does most often.
extension Office {
  /// How far back visits count: eight weeks.
  public static let visitsCountForDays = 56
  /// A seat that somebody had less often is not their usual one.
  static let usualVisitsMin = 2
  /// How far back weekdays count: four weeks; a weekday is usual from two of them on.
  private static let usualWeekdayDays = 28

  /// The seat that somebody had most often, at least twice, in the past eight weeks; of several the one they had last.
  /// Nil if there is none, or the office has it no longer.
  public func usualSeat(of employee: Employee.ID, at now: Date) -> Seat.ID? {
    usualSeat(of: employee, at: now) { seatsByID[$0] != nil }
  }

  /// What one tap books in the menu: the nearest open day that somebody neither has booked nor refused nor is away
  /// on, and of the seats that are free then the one they had most often, at least twice, in the past eight weeks.
  public func usualBooking(for employee: Employee.ID, at now: Date) -> (day: Day, seat: Seat.ID)? {
    guard let day = rules.bookingWindow(at: now).days.first(where: { isLacking($0, of: employee) }) else {
      return nil
    }
    let free = Set(freeSeats(on: day).map(\.id))
    return usualSeat(of: employee, at: now) { free.contains($0) }.map { (day, $0) }
  }

  /// What one tap books of a week: the weekdays of somebody's plan, else those on which they came in at least two of
  /// the past four weeks; of the nearest week that still misses one of them. Nil if none does.
  public func usualWeek(of employee: Employee.ID, at now: Date) -> UsualWeek? {
    let weekdays = usualWeekdays(of: employee, at: now)
    guard !weekdays.isEmpty else { return nil }
    let missing = rules.bookingWindow(at: now).days
      .filter { weekdays.contains($0.weekday) && isLacking($0, of: employee) }
    guard let first = missing.first else { return nil }
    let days = missing.filter { $0.firstOfWeek == first.firstOfWeek }
    return UsualWeek(days: days, seat: wantedSeat(of: employee, on: days) ?? usualSeat(of: employee, at: now))
  }

  /// The weekdays on which somebody comes: those of their plan, else those on which they came in at least two of the
  /// past four weeks.
  public func usualWeekdays(of employee: Employee.ID, at now: Date) -> Set<Weekday> {
    if let plan = plans[employee] { return Set(plan.days.keys) }
    var visits: [Weekday: Int] = [:]
    let today = rules.today(at: now)
    for number in 1...Self.usualWeekdayDays {
      let day = today + -number
      if days[day]?.booking(ownedBy: employee) != nil { visits[day.weekday, default: 0] += 1 }
    }
    return Set(visits.filter { $0.value >= Self.usualVisitsMin }.keys)
  }

  /// The seat that a plan wants on all of some days, if it is one.
  private func wantedSeat(of employee: Employee.ID, on days: [Day]) -> Seat.ID? {
    guard let plan = plans[employee] else { return nil }
    let wanted = Set(days.map { plan.days[$0.weekday]?.seat })
    guard wanted.count == 1, let seat = wanted.first ?? nil, seatsByID[seat] != nil else { return nil }
    return seat
  }

  /// Whether a day can be booked for somebody and is not, though nothing is known against it.
  private func isLacking(_ day: Day, of employee: Employee.ID) -> Bool {
    !isClosed(day) && bookings(on: day).booking(ownedBy: employee) == nil && isExpected(employee, on: day)
  }

  private func usualSeat(
    of employee: Employee.ID, at now: Date, where isWanted: (Seat.ID) -> Bool
  ) -> Seat.ID? {
    var visits: [Seat.ID: (count: Int, last: Day)] = [:]
    for day in pastDays(at: now) {
      guard let seat = days[day]?.booking(ownedBy: employee)?.seat else { continue }
      visits[seat] = ((visits[seat]?.count ?? 0) + 1, day)
    }
    // A day has one seat, so the last visit decides between seats that were taken as often.
    return visits.filter { $0.value.count >= Self.usualVisitsMin && isWanted($0.key) }
      .max { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }?.key
  }

  /// How often each person had a seat for themselves in the past eight weeks.
  func visitors(of seat: Seat.ID, at now: Date) -> [Employee.ID: Int] {
    var visits: [Employee.ID: Int] = [:]
    for day in pastDays(at: now) {
      guard let booking = days[day]?.booking(of: seat), booking.guest == nil else { continue }
      visits[booking.owner, default: 0] += 1
    }
    return visits
  }

  private func pastDays(at now: Date) -> [Day] {
    let today = rules.today(at: now)
    return (1...Self.visitsCountForDays).reversed().map { today + -$0 }
  }
}

extension Day {
  /// The Monday of the day's week.
  var firstOfWeek: Day { self + -(Weekday.allCases.firstIndex(of: weekday) ?? 0) }
}
