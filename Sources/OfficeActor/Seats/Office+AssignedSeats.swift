public import Foundation

/// Rule 19: seats that are somebody's.
extension Office {
  mutating func assign(
    _ seat: Seat.ID, to id: Employee.ID, on weekdays: Set<Weekday>, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    let assigned = AssignedSeat(seat: seat, employee: id, weekdays: weekdays, assignedAt: now)
    let owner = try checkAssignable(assigned)
    guard assignedSeats[seat]?.weekdays != weekdays else { return [] }
    tellOwner(
      .seatAssigned(seat, on: weekdays.inOrder), owner, unless: principal, at: now)
    return take(assigned, owner, at: now)
  }

  mutating func unassign(
    _ seat: Seat.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let assigned = assignedSeats[seat] else {
      guard seatsByID[seat] != nil else { throw .seatUnknown(seat) }
      return []
    }
    return end(assigned, unless: principal, at: now)
  }

  /// The days that are open stay with who has them.
  mutating func end(_ assigned: AssignedSeat, unless principal: Principal, at now: Date) -> [Event] {
    guard let owner = employees[assigned.employee] else { return [] }
    remove(assigned)
    tellOwner(.seatUnassigned(assigned.seat), owner, unless: principal, at: now)
    return [.seatUnassigned(assigned, owner)]
  }

  mutating func adopt(
    _ assignments: [ConfiguredAssignment], by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    var events: [Event] = []
    for configured in assignments {
      guard let owner = employees.named(configured.name) else { continue }
      let assigned = AssignedSeat(
        seat: configured.seat, employee: owner.id, weekdays: configured.weekdays, assignedAt: now)
      guard assignedSeats[assigned.seat] == nil, (try? checkAssignable(assigned)) != nil else { continue }
      events += take(assigned, owner, at: now)
    }
    return events
  }

  private func checkAssignable(_ assigned: AssignedSeat) throws(Rejection) -> Employee {
    guard seatsByID[assigned.seat] != nil else { throw .seatUnknown(assigned.seat) }
    guard let owner = employees[assigned.employee], !owner.isRemoved else {
      throw .employeeUnknown(assigned.employee)
    }
    guard !assigned.weekdays.isEmpty else { throw .nothingChosen }
    if let other = assignedSeats[assigned.seat], other.employee != owner.id {
      throw .seatAssigned(assigned.seat, to: other.employee)
    }
    let others = assignedSeats(of: owner.id).filter { $0.seat != assigned.seat }
    if let other = others.first(where: { !$0.weekdays.isDisjoint(with: assigned.weekdays) }) {
      throw .hasAssignedSeat(owner.id, other.seat)
    }
    return owner
  }

  /// Books the days that are open already, where the seat is free and the owner has no other.
  private mutating func take(_ assigned: AssignedSeat, _ owner: Employee, at now: Date) -> [Event] {
    put(assigned)
    var events: [Event] = [.seatAssigned(assigned, owner)]
    let window = rules.bookingWindow(at: now)
    for day in window.days where day <= openedThrough ?? window.upperBound {
      events += book(assigned, for: owner, on: day, at: now)
    }
    return events
  }

  /// Books a day for the owner of an assigned seat, if it is theirs that day and nothing speaks against it.
  mutating func book(
    _ assigned: AssignedSeat, for owner: Employee, on day: Day, at now: Date
  ) -> [Event] {
    guard assigned.weekdays.contains(day.weekday), !isClosed(day), isExpected(owner.id, on: day),
      (try? checkFree(assigned.seat, on: day)) != nil
    else { return [] }
    if let present = bookings(on: day).booking(ownedBy: owner.id) {
      guard present.seat == nil else { return [] }
      return seat(present, on: assigned.seat, owner, at: now)
    }
    let booking = add(assigned.seat, on: day, guest: nil, owner, at: now)
    return [.bookedOnOpening(booking, owner: owner, .assigned)]
  }

  // MARK: Reading

  /// The seats that are somebody's, by their ids.
  public func assignedSeats(of employee: Employee.ID) -> [AssignedSeat] {
    assignedSeats.values.filter { $0.employee == employee }.sorted { $0.seat.rawValue < $1.seat.rawValue }
  }

  /// Whose seat it is on a day, whoever has it.
  public func assignedOwner(of seat: Seat.ID, on day: Day) -> Employee.ID? {
    assignedSeats[seat].flatMap { $0.weekdays.contains(day.weekday) ? $0.employee : nil }
  }

  /// Days that are open on which somebody else has an assigned seat, soonest first, with who has it; what an admin is
  /// told who has just assigned it.
  public func lentDays(of seat: Seat.ID, at now: Date) -> [(day: Day, holder: Employee.ID)] {
    guard let assigned = assignedSeats[seat] else { return [] }
    return rules.bookingWindow(at: now).days.compactMap { day in
      guard assigned.weekdays.contains(day.weekday), let holder = bookings(on: day).booking(of: seat)?.owner,
        holder != assigned.employee
      else { return nil }
      return (day, holder)
    }
  }
}
