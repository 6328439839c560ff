public import Foundation

/// Rule 17: on which weekdays people come. What plans book is decided when a day opens.
extension Office {
  mutating func plan(
    _ weekday: Weekday, _ change: PlanChange, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    if let seat = change.seat, seatsByID[seat] == nil { throw .seatUnknown(seat) }
    var plan = plans[owner.id] ?? Plan(of: owner.id, createdAt: now, days: [:])
    switch change {
    case .remove:
      guard plan.days.removeValue(forKey: weekday) != nil else { return [] }
    case .any, .seat:
      // Somebody who says the same again has wanted it all the time.
      if let wish = plan.days[weekday], wish.seat == change.seat { return [] }
      plan.days[weekday] = Plan.Wish(seat: change.seat, since: now)
    }
    if plan.days.isEmpty { remove(plan) } else { put(plan) }
    return [.planChanged(owner, weekday, change)]
  }

  /// One wish for every weekday of the plan.
  mutating func planEveryDay(
    _ seat: Seat.ID?, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    guard let plan = plans[try employee(principal).id] else { throw .noPlan }
    var events: [Event] = []
    for weekday in plan.weekdays {
      events += try self.plan(weekday, seat.map(PlanChange.seat) ?? .any, by: principal, at: now)
    }
    return events
  }

  /// Books the open days that the plan wants, each with its own seat.
  mutating func bookPlannedDays(by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    guard let plan = plans[owner.id] else { throw .noPlan }
    var events: [Event] = []
    for day in plannedDays(of: owner.id, at: now) {
      let wanted = SeveralDays([day], seat: plan.days[day.weekday]?.seat, seatlessIfFull: true)
      events += try book(wanted, by: principal, at: now)
    }
    return events
  }

  mutating func pausePlan(by principal: Principal) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    guard var plan = plans[owner.id] else { throw .noPlan }
    guard plan.rest == nil else { return [] }
    plan.rest = .paused
    put(plan)
    return [.planPaused(owner, .paused)]
  }

  mutating func resumePlan(by principal: Principal) throws(Rejection) -> [Event] {
    let owner = try employee(principal)
    guard var plan = plans[owner.id] else { throw .noPlan }
    guard plan.rest != nil else { return [] }
    plan.rest = nil
    plan.silentReleases = 0
    put(plan)
    return [.planResumed(owner)]
  }

  /// Counts a release for silence; one too many in a row lets the plan rest.
  mutating func noteSilence(of owner: Employee, at now: Date) -> [Event] {
    guard var plan = plans[owner.id], plan.rest == nil else { return [] }
    plan.silentReleases += 1
    let rests = plan.silentReleases >= Plan.silentReleasesMax
    if rests { plan.rest = .silence }
    put(plan)
    guard rests else { return [] }
    if owner.account != nil { owe(.planRests, to: .employee(owner.id), at: now) }
    return [.planPaused(owner, .silence)]
  }

  /// Somebody who answers is there: releases before it are no longer in a row.
  mutating func noteAnswer(of owner: Employee.ID) {
    guard var plan = plans[owner], plan.silentReleases > 0, plan.rest == nil else { return }
    plan.silentReleases = 0
    put(plan)
  }

  // MARK: Reading

  /// Open days that somebody's plan wants and that they have neither booked nor refused, soonest first.
  public func plannedDays(of employee: Employee.ID, at now: Date) -> [Day] {
    guard let plan = plans[employee] else { return [] }
    return rules.bookingWindow(at: now).days.filter { day in
      plan.days[day.weekday] != nil && !isClosed(day) && isExpected(employee, on: day)
        && bookings(on: day).booking(ownedBy: employee) == nil
    }
  }

  /// Somebody's plan, if they have one.
  public func plan(of employee: Employee.ID) -> Plan? { plans[employee] }

  /// Whether a plan's outcome is still what is booked.
  func holds(_ outcome: PlanOutcome, for employee: Employee.ID) -> Bool {
    bookings(on: outcome.day).booking(ownedBy: employee).map { $0.seat == outcome.seat } ?? false
  }
}
