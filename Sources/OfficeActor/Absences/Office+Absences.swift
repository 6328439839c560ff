public import Foundation

/// Rule 18: when people do not come.
extension Office {
  mutating func beAbsent(
    _ days: ClosedRange<Day>, of id: Employee.ID?, withGuests: Bool, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try whoIsMeant(id, by: principal)
    guard case .person(let account) = principal else { throw .notAllowed }
    let today = rules.today(at: now)
    guard days.upperBound >= today else { throw .dayIsPast(days.upperBound) }
    let last = today + Absence.daysAheadMax
    guard days.upperBound <= last else { throw .absenceTooLong(last: last) }
    let from = max(days.lowerBound, today)
    let others = absences[owner.id] ?? []
    if others.contains(where: { $0.from <= from && days.upperBound <= $0.through }) {
      // They are away already; guests may still have to go.
      return withGuests
        ? clear(from...days.upperBound, of: owner, withGuests: true, by: principal, at: now) : []
    }
    let joined = others.filter { $0.from <= days.upperBound && from <= $0.through }
    guard others.count - joined.count < Absence.countMax else {
      throw .tooManyAbsences(max: Absence.countMax)
    }
    let absence = Absence(
      id: Absence.ID(rawValue: counters.nextAbsence), employee: owner.id,
      from: joined.map(\.from).min().map { min($0, from) } ?? from,
      through: joined.map(\.through).max().map { max($0, days.upperBound) } ?? days.upperBound,
      enteredBy: account, enteredAt: now)
    counters.nextAbsence += 1
    // Overlapping absences become one, which gives back what each has cancelled.
    for other in joined {
      remove(other)
      for var booking in cancelled(by: other.id) {
        booking.absence = absence.id
        put(booking)
      }
    }
    put(absence)
    let span = from...days.upperBound
    return [.absent(absence, owner)]
      + clear(span, of: owner, withGuests: withGuests, telling: absence, by: principal, at: now)
  }

  /// Cancels what an absence cancels, and passes on the offers that are held.
  private mutating func clear(
    _ span: ClosedRange<Day>, of owner: Employee, withGuests: Bool, telling entered: Absence? = nil,
    by principal: Principal, at now: Date
  ) -> [Event] {
    var events: [Event] = []
    var gone: [BookingSummary] = []
    for day in days.keys.filter(span.contains).sorted() {
      let absence = absence(of: owner.id, on: day)
      let own = bookings(on: day).booking(ownedBy: owner.id)
      let guests = bookings(on: day).guests(of: owner.id)
      let cancelled = [own].compactMap(\.self) + (withGuests ? guests : [])
      for booking in cancelled { noteCancelled(booking, for: absence?.id) }
      gone += cancelled.map(BookingSummary.init)
      events += cancelled.map { .cancelledForAbsence($0, owner: owner) } + vacate(cancelled, at: now)
      if !withGuests { events += keep(guests, owner, at: now) }
    }
    if let entered {
      tellOwner(
        .absenceEnteredByAdmin(from: entered.from, through: entered.through, gone), owner, unless: principal,
        at: now)
    }
    return events
  }

  /// Guests come without their host, who is not asked about them and is offered nothing.
  private mutating func keep(_ guests: [Booking], _ host: Employee, at now: Date) -> [Event] {
    var events: [Event] = []
    for var guest in guests {
      if guest.attendance.isInQuestion {
        guest.attendance.confirmedAt = now
        put(guest)
      }
      if let offer = bookings(on: guest.day).offer(to: guest.id) { events += passOver(offer.id, at: now) }
    }
    return events
  }

  mutating func endAbsence(
    _ id: Absence.ID, from day: Day?, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let asking = isAdmin(principal) ? nil : try employee(principal)
    let today = rules.today(at: now)
    guard let absence = absence(id), absence.through >= today, let owner = employees[absence.employee] else {
      throw .absenceGone(id)
    }
    guard asking?.id ?? owner.id == owner.id else { throw .notAllowed }
    let first = max(day ?? today, absence.from, today)
    guard first <= absence.through else { return [] }
    if first > absence.from {
      var shortened = absence
      shortened.through = first + -1
      put(shortened)
    } else {
      remove(absence)
    }
    tellOwner(
      .absenceEndedByAdmin(from: first, through: absence.through), owner, unless: principal, at: now)
    var events: [Event] = [.absenceEnded(absence, from: first, owner)]
    for booking in cancelled(by: id) where booking.day >= first {
      guard (try? checkRestorable(booking, at: now)) != nil else { continue }
      events += giveBack(booking, to: owner, at: now)
    }
    return events
  }

  /// The asking person, or an employee that an admin names.
  func whoIsMeant(_ id: Employee.ID?, by principal: Principal) throws(Rejection) -> Employee {
    guard let id else { return try employee(principal) }
    try checkAdmin(principal)
    guard let employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    return employee
  }

  /// Refuses to book somebody who is away.
  func checkPresent(_ employee: Employee.ID, on day: Day) throws(Rejection) {
    if let absence = absence(of: employee, on: day) {
      throw .absent(employee, absence.id, through: absence.through)
    }
  }

  // MARK: Reading

  /// An absence that is not forgotten yet.
  public func absence(_ id: Absence.ID) -> Absence? { absences.values.joined().first { $0.id == id } }

  /// The absence that covers a day of somebody's, if one does.
  public func absence(of employee: Employee.ID, on day: Day) -> Absence? {
    absences[employee]?.first { $0.contains(day) }
  }

  /// Somebody's absences that are not over, soonest first.
  public func absences(of employee: Employee.ID, at now: Date) -> [Absence] {
    let today = rules.today(at: now)
    return (absences[employee] ?? []).filter { $0.through >= today }
  }

  /// «не в офисе до пт 4 декабря»: the last day of somebody's absence on a day, with those that follow it at once.
  public func awayThrough(_ employee: Employee.ID, on day: Day) -> Day? {
    var last: Day?
    for absence in absences[employee] ?? [] where absence.contains(last.map { $0 + 1 } ?? day) {
      last = absence.through
    }
    return last
  }

  /// What an absence would cancel: somebody's own bookings of some days, soonest first, and their guests'.
  public func bookings(of employee: Employee.ID, in span: ClosedRange<Day>) -> [Booking] {
    bookings(of: employee, from: span.lowerBound).filter { $0.day <= span.upperBound }
  }
}
