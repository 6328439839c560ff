import Foundation

/// The records of plans, absences and what was cancelled: in memory, and noted for whoever stores them.
extension Office {
  /// Takes the records as they were stored.
  mutating func loadWeek(_ records: OfficeRecords) throws(OfficeLoadingError) {
    for booking in records.cancelled.sorted(by: { $0.id < $1.id }) {
      guard employees[booking.owner] != nil, booking.id.rawValue < counters.nextBooking else {
        throw .contradictingCancellation(booking)
      }
      cancelled[booking.owner, default: []].append(booking)
    }
    for plan in records.plans {
      guard isOnTheList(plan.id), !plan.days.isEmpty else { throw .contradictingPlan(plan) }
      plans[plan.id] = plan
    }
    var ids: Set<Absence.ID> = []
    for absence in records.absences.sorted(by: { ($0.from, $0.id) < ($1.from, $1.id) }) {
      guard isOnTheList(absence.employee), absence.from <= absence.through, ids.insert(absence.id).inserted,
        absence.id.rawValue < counters.nextAbsence,
        absences[absence.employee]?.last.map({ $0.through < absence.from }) ?? true
      else { throw .contradictingAbsence(absence) }
      absences[absence.employee, default: []].append(absence)
    }
    for assigned in records.assignedSeats {
      guard isOnTheList(assigned.employee), !assigned.weekdays.isEmpty else {
        throw .contradictingAssignedSeat(assigned)
      }
      assignedSeats[assigned.seat] = assigned
    }
    for wanted in records.preferences {
      guard isOnTheList(wanted.id) else { throw .contradictingPreferences(wanted) }
      preferences[wanted.id] = wanted
    }
    for wish in records.grantedWishes {
      guard isOnTheList(wish.employee) else { throw .contradictingGrantedWish(wish) }
      grantedWishes[wish.employee, default: []].insert(wish.day)
    }
    openedThrough = records.openedThrough
  }

  private func isOnTheList(_ id: Employee.ID) -> Bool { employees[id].map { !$0.isRemoved } ?? false }

  mutating func put(_ booking: CancelledBooking) {
    // In the order of ids, in which they are loaded too.
    let others = (cancelled[booking.owner] ?? []).filter { $0.id != booking.id }
    cancelled[booking.owner] = (others + [booking]).sorted { $0.id < $1.id }
    changes.append(.putCancelled(booking))
  }

  mutating func remove(_ booking: CancelledBooking) {
    cancelled[booking.owner]?.removeAll { $0.id == booking.id }
    if cancelled[booking.owner]?.isEmpty == true { cancelled[booking.owner] = nil }
    changes.append(.removeCancelled(booking.id))
  }

  mutating func put(_ plan: Plan) {
    plans[plan.id] = plan
    changes.append(.putPlan(plan))
  }

  mutating func remove(_ plan: Plan) {
    plans[plan.id] = nil
    changes.append(.removePlan(plan.id))
  }

  mutating func put(_ absence: Absence) {
    let others = (absences[absence.employee] ?? []).filter { $0.id != absence.id }
    absences[absence.employee] = (others + [absence]).sorted { $0.from < $1.from }
    changes.append(.putAbsence(absence))
  }

  mutating func remove(_ absence: Absence) {
    absences[absence.employee]?.removeAll { $0.id == absence.id }
    if absences[absence.employee]?.isEmpty == true { absences[absence.employee] = nil }
    changes.append(.removeAbsence(absence.id))
  }

  mutating func put(_ assigned: AssignedSeat) {
    assignedSeats[assigned.seat] = assigned
    changes.append(.putAssignedSeat(assigned))
  }

  mutating func remove(_ assigned: AssignedSeat) {
    assignedSeats[assigned.seat] = nil
    changes.append(.removeAssignedSeat(assigned.seat))
  }

  /// Somebody for whom any seat will do and somebody who never said anything are the same.
  mutating func put(_ wanted: Preferences) {
    preferences[wanted.id] = wanted.isEmpty ? nil : wanted
    changes.append(wanted.isEmpty ? .removePreferences(wanted.id) : .putPreferences(wanted))
  }

  mutating func put(_ wish: GrantedWish) {
    grantedWishes[wish.employee, default: []].insert(wish.day)
    changes.append(.putGrantedWish(wish))
  }

  mutating func remove(_ wish: GrantedWish) {
    grantedWishes[wish.employee]?.remove(wish.day)
    if grantedWishes[wish.employee]?.isEmpty == true { grantedWishes[wish.employee] = nil }
    changes.append(.removeGrantedWish(wish))
  }

  mutating func noteOpened(through day: Day) {
    openedThrough = day
    changes.append(.openedThrough(day))
  }

  /// Ends what belongs to a name that is taken off the list.
  ///
  /// - Returns: the assigned seats that are nobody's now.
  mutating func forgetWeek(of id: Employee.ID) -> [AssignedSeat] {
    if let plan = plans[id] { remove(plan) }
    for absence in absences[id] ?? [] { remove(absence) }
    for booking in cancelled[id] ?? [] { remove(booking) }
    if preferences[id] != nil { put(Preferences(of: id)) }
    for day in (grantedWishes[id] ?? []).sorted() { remove(GrantedWish(employee: id, day: day)) }
    let assigned = self.assignedSeats(of: id)
    for seat in assigned { remove(seat) }
    return assigned
  }

  // MARK: Cleaning up

  /// How long a granted wish counts: four weeks.
  static let wishesCountForDays = 28

  /// Whether anything is known of plans and absences that nobody needs from a day on.
  public func hasPlanning(before day: Day) -> Bool {
    cancelled.values.joined().contains { $0.day < day }
      || absences.values.joined().contains { $0.through < day }
      || grantedWishes.values.joined().contains { $0 < day + -Self.wishesCountForDays }
  }

  mutating func forgetPlanning(
    before day: Day, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard day <= rules.today(at: now) else { throw .notAllowed }
    var room = Self.forgottenAtOnceMax
    for booking in cancelled.values.joined().filter({ $0.day < day }).sorted(by: { $0.id < $1.id })
      .prefix(room)
    {
      remove(booking)
      room -= 1
    }
    for absence in absences.values.joined().filter({ $0.through < day }).sorted(by: { $0.id < $1.id })
      .prefix(room)
    {
      remove(absence)
      room -= 1
    }
    let first = day + -Self.wishesCountForDays
    let old = grantedWishes.flatMap { employee, days in
      days.filter { $0 < first }.map { GrantedWish(employee: employee, day: $0) }
    }
    for wish in old.sorted(by: { ($0.day, $0.employee) < ($1.day, $1.employee) }).prefix(room) {
      remove(wish)
    }
    return []
  }
}
