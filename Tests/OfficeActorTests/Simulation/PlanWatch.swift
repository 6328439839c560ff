import Foundation

@testable import OfficeActor

/// Rules 17 to 19 watched from outside, by events: who wants what, who is away, who has refused a day, and in which
/// order the bot then books a day that opens.
struct PlanWatch {
  private(set) var faults: [String] = []
  private var plans: [Employee.ID: WatchedPlan] = [:]
  private var absences: [Employee.ID: [ClosedRange<Day>]] = [:]
  private var refused: Set<PersonDay> = []
  private var granted: Set<PersonDay> = []
  private var assigned: [Seat.ID: AssignedSeat] = [:]
  private var opened: Day?

  private struct WatchedPlan {
    let createdAt: Date
    var wishes: [Weekday: (seat: Seat.ID?, since: Date)] = [:]
    var rests = false
  }

  private struct PersonDay: Hashable {
    let person: Employee.ID
    let day: Day
  }

  /// Follows what one step did, and notes where that was against the rules.
  ///
  /// - Parameters:
  ///   - before: the office as it was when the step began.
  ///   - isOpening: whether the bot opened a day.
  mutating func follow(_ events: [Event], isOpening: Bool, before: Office, after: Office, at now: Date) {
    if isOpening { checkOpening(events, before, after, at: now) }
    for event in events {
      switch event {
      case .planChanged(let owner, let weekday, let change): self.change(owner.id, weekday, change, at: now)
      case .planPaused(let owner, _): plans[owner.id]?.rests = true
      case .planResumed(let owner): plans[owner.id]?.rests = false
      case .absent(let absence, _):
        let span = absence.from...absence.through
        absences[absence.employee, default: []].removeAll { $0.overlaps(span) }
        absences[absence.employee, default: []].append(span)
      case .absenceEnded(let absence, let day, _):
        absences[absence.employee]?.removeAll { $0.upperBound == absence.through }
        if absence.from < day { absences[absence.employee]?.append(absence.from...(day + -1)) }
      case .seatAssigned(let seat, _): assigned[seat.seat] = seat
      case .seatUnassigned(let seat, _): assigned[seat.seat] = nil
      case .employeeRemoved(let employee):
        plans[employee.id] = nil
        absences[employee.id] = nil
      case .cancelled(let booking, _, nil) where booking.guest == nil:
        refused.insert(PersonDay(person: booking.owner, day: booking.day))
      case .booked(let booking, _), .restored(let booking, _): checkPresence(booking)
      case .moved(let booking, _, _), .offerAccepted(let booking, _): checkAway(booking)
      case .bookedOnOpening(let booking, _, let opening):
        if refused.contains(PersonDay(person: booking.owner, day: booking.day)) {
          faults.append("\(booking.owner) had refused \(booking.day)")
        }
        checkAway(booking)
        if case .plan(let wanted?) = opening, booking.seat == wanted {
          granted.insert(PersonDay(person: booking.owner, day: booking.day))
        }
      default: break
      }
    }
  }

  private mutating func change(_ owner: Employee.ID, _ weekday: Weekday, _ change: PlanChange, at now: Date) {
    var plan = plans[owner] ?? WatchedPlan(createdAt: now)
    switch change {
    case .any: plan.wishes[weekday] = (nil, now)
    case .seat(let seat): plan.wishes[weekday] = (seat, now)
    case .remove: plan.wishes[weekday] = nil
    }
    plans[owner] = plan.wishes.isEmpty ? nil : plan
  }

  /// Whoever books a day by hand no longer refuses it.
  private mutating func checkPresence(_ booking: Booking) {
    checkAway(booking)
    if booking.guest == nil { refused.remove(PersonDay(person: booking.owner, day: booking.day)) }
  }

  private mutating func checkAway(_ booking: Booking) {
    if booking.guest == nil, isAway(booking.owner, booking.day) {
      faults.append("\(booking.owner) has a booking of \(booking.day) and is away")
    }
  }

  private func isAway(_ person: Employee.ID, _ day: Day) -> Bool {
    absences[person]?.contains { $0.contains(day) } ?? false
  }

  // MARK: A day that opens

  private struct Wish {
    let person: Employee.ID
    let seat: Seat.ID?
    let since: Date
    let planCreatedAt: Date
  }

  private mutating func checkOpening(_ events: [Event], _ before: Office, _ after: Office, at now: Date) {
    guard let day = after.openedThrough, day != before.openedThrough else { return }
    if let opened, day <= opened, day > before.rules.today(at: now) { faults.append("\(day) opened again") }
    opened = max(opened ?? day, day)
    var booked = events.compactMap { event -> Booking? in
      guard case .bookedOnOpening(let booking, _, _) = event, booking.day == day else { return nil }
      return booking
    }
    if booked.count != events.count { faults.append("the opening of \(day) did something else") }
    guard !before.isClosed(day) else {
      if !booked.isEmpty { faults.append("\(day) is closed and was booked") }
      return
    }
    var free = Set(before.freeSeats(on: day).map(\.id))
    var seated: Set<Employee.ID> = []
    for seat in before.seats.compactMap({ assigned[$0.id] }) {
      guard seat.weekdays.contains(day.weekday), free.contains(seat.seat),
        isExpected(seat.employee, day, before)
      else { continue }
      if booked.first?.owner != seat.employee || booked.first?.seat != seat.seat {
        faults.append("\(seat.seat) on \(day) is \(seat.employee)'s and was not booked first")
      }
      if !booked.isEmpty { booked.removeFirst() }
      free.remove(seat.seat)
      seated.insert(seat.employee)
    }
    let wishes = plans.compactMap { person, plan -> Wish? in
      guard !plan.rests, let wish = plan.wishes[day.weekday], isExpected(person, day, before),
        !seated.contains(person)
      else { return nil }
      return Wish(person: person, seat: wish.seat, since: wish.since, planCreatedAt: plan.createdAt)
    }
    checkWishes(wishes, on: day, booked, free, before, at: now)
  }

  private mutating func checkWishes(
    _ wishes: [Wish], on day: Day, _ booked: [Booking], _ free: Set<Seat.ID>, _ before: Office, at now: Date
  ) {
    var (wishes, booked, free) = (wishes, booked, free)
    for seat in free {
      let rivals = wishes.filter { $0.seat == seat }.sorted { left, right in
        let visits = [left, right].map { self.visits(of: $0.person, to: seat, before, at: now) }
        return visits[0] != visits[1]
          ? visits[0] > visits[1] : (left.since, left.person) < (right.since, right.person)
      }
      guard let winner = rivals.first else { continue }
      let index = booked.firstIndex { $0.owner == winner.person && $0.seat == seat }
      if let index {
        booked.remove(at: index)
      } else {
        faults.append("\(seat) on \(day) did not go to \(winner.person)")
      }
      free.remove(seat)
      wishes.removeAll { $0.person == winner.person }
    }
    let others = wishes.sorted {
      (grants(of: $0.person, before: day), $0.planCreatedAt, $0.person)
        < (grants(of: $1.person, before: day), $1.planCreatedAt, $1.person)
    }
    if booked.map(\.owner) != others.map(\.person) {
      faults.append("\(day): \(booked.map(\.owner)) were booked instead of \(others.map(\.person))")
    }
    for booking in booked {
      if let seat = booking.seat {
        if free.remove(seat) == nil { faults.append("\(seat) on \(day) was not free") }
      } else if !free.isEmpty {
        faults.append("\(booking.owner) waits on \(day) though \(free) are free")
      }
    }
  }

  private func isExpected(_ person: Employee.ID, _ day: Day, _ before: Office) -> Bool {
    !isAway(person, day) && !refused.contains(PersonDay(person: person, day: day))
      && before.bookings(on: day).booking(ownedBy: person) == nil
  }

  private func visits(of person: Employee.ID, to seat: Seat.ID, _ office: Office, at now: Date) -> Int {
    let today = office.rules.today(at: now)
    return office.allBookings.count {
      $0.owner == person && $0.guest == nil && $0.seat == seat && $0.day < today && $0.day >= today + -56
    }
  }

  private func grants(of person: Employee.ID, before day: Day) -> Int {
    granted.count { $0.person == person && $0.day < day && $0.day >= day + -28 }
  }
}
