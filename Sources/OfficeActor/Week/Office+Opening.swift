public import Foundation

/// Rules 17 and 19: what the bot books when a day opens.
extension Office {
  /// The next day to be opened: the first in the booking window that has not opened yet. Nil if all have, and before
  /// the office was first opened.
  public func dayToOpen(at now: Date) -> Day? {
    let window = rules.bookingWindow(at: now)
    guard let openedThrough, openedThrough < window.upperBound else { return nil }
    return max(openedThrough + 1, window.lowerBound)
  }

  mutating func openNextDay(by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkBot(principal)
    guard let day = dayToOpen(at: now) else { return [] }
    noteOpened(through: day)
    guard !isClosed(day) else { return [] }
    return bookAssignedSeats(on: day, at: now) + bookPlans(on: day, at: now)
  }

  /// Owners of assigned seats come before all others.
  private mutating func bookAssignedSeats(on day: Day, at now: Date) -> [Event] {
    seats.flatMap { seat -> [Event] in
      guard let assigned = assignedSeats[seat.id], let owner = employees[assigned.employee] else { return [] }
      return book(assigned, for: owner, on: day, at: now)
    }
  }

  private mutating func bookPlans(on day: Day, at now: Date) -> [Event] {
    var wishes = wishes(on: day, at: now)
    var events: [Event] = []
    var reasons: [Employee.ID: PlanOutcome.Reason] = [:]
    for (seat, rivals) in rivals(among: wishes) {
      let ranked = ranked(rivals, for: seat, at: now)
      let obstacle = obstacle(to: seat, on: day)
      if obstacle == nil, let winner = ranked.first {
        events.append(book(seat, of: winner.wish, on: day, at: now))
        put(GrantedWish(employee: winner.wish.owner.id, day: day))
        wishes.removeAll { $0.owner.id == winner.wish.owner.id }
      }
      for rival in ranked.dropFirst(obstacle == nil ? 1 : 0) {
        reasons[rival.wish.owner.id] = obstacle ?? rival.reason(behind: ranked[0])
      }
    }
    var free = freeSeats(on: day)
    for wish in inOrderOfFewestGrants(wishes, before: day) {
      let near = wish.seat ?? usualSeat(of: wish.owner.id, at: now)
      let seat = nearest(to: near, among: free, for: wish.owner.id)?.id
      free.removeAll { $0.id == seat }
      events.append(book(seat, of: wish, because: reasons[wish.owner.id], on: day, at: now))
    }
    return events
  }

  /// What somebody's plan wants on a day.
  private struct DayWish {
    let owner: Employee
    let seat: Seat.ID?
    let since: Date
    let planCreatedAt: Date
  }

  /// The wishes for a day that are to be met: of plans that do not rest, of those who neither have the day already,
  /// nor are away, nor have refused it.
  private func wishes(on day: Day, at now: Date) -> [DayWish] {
    plans.values.compactMap { plan -> DayWish? in
      guard plan.rest == nil, let wish = plan.days[day.weekday], let owner = employees[plan.id],
        isExpected(owner.id, on: day), bookings(on: day).booking(ownedBy: owner.id) == nil
      else { return nil }
      return DayWish(owner: owner, seat: wish.seat, since: wish.since, planCreatedAt: plan.createdAt)
    }
    .sorted { $0.owner.id < $1.owner.id }
  }

  /// The wishes for each wanted seat, seats in the order of their ids.
  private func rivals(among wishes: [DayWish]) -> [(seat: Seat.ID, wishes: [DayWish])] {
    var rivals: [Seat.ID: [DayWish]] = [:]
    for wish in wishes {
      if let seat = wish.seat { rivals[seat, default: []].append(wish) }
    }
    return rivals.sorted { $0.key.rawValue < $1.key.rawValue }.map { (seat: $0.key, wishes: $0.value) }
  }

  /// One of those who want the same seat.
  private struct Rival {
    let wish: DayWish
    /// How often they had the seat for themselves in the past eight weeks.
    let visits: Int

    func reason(behind winner: Rival) -> PlanOutcome.Reason {
      winner.visits > visits
        ? .satThereMoreOften(winner.wish.owner.id) : .wishedEarlier(winner.wish.owner.id)
    }
  }

  /// Who had the seat most often first, then whose wish is older.
  private func ranked(_ wishes: [DayWish], for seat: Seat.ID, at now: Date) -> [Rival] {
    let visits = wishes.count > 1 ? visitors(of: seat, at: now) : [:]
    return wishes.map { Rival(wish: $0, visits: visits[$0.owner.id] ?? 0) }
      .sorted {
        if $0.visits != $1.visits { return $0.visits > $1.visits }
        return ($0.wish.since, $0.wish.owner.id) < ($1.wish.since, $1.wish.owner.id)
      }
  }

  /// Who got their wanted seat least often in the four weeks before a day first, then the older plan.
  private func inOrderOfFewestGrants(_ wishes: [DayWish], before day: Day) -> [DayWish] {
    let first = day + -Self.wishesCountForDays
    return wishes.map { wish in
      let days = grantedWishes[wish.owner.id] ?? []
      return (wish: wish, granted: days.count { first <= $0 && $0 < day })
    }
    .sorted { left, right in
      (left.granted, left.wish.planCreatedAt, left.wish.owner.id)
        < (right.granted, right.wish.planCreatedAt, right.wish.owner.id)
    }
    .map { $0.wish }
  }

  /// Why nobody's plan can have a seat on a day; nil if somebody's can.
  private func obstacle(to seat: Seat.ID, on day: Day) -> PlanOutcome.Reason? {
    switch refusal(of: seat, on: day) {
    case nil: nil
    case .seatTaken(_, _, let holder):
      assignedOwner(of: seat, on: day) == holder ? .assigned(holder) : .booked(holder)
    case .seatHeld: .held
    case .seatIsClosed: .closed
    default: .gone
    }
  }

  /// Books what came of a wish, notes it on the plan, and tells who did not get what they wanted.
  private mutating func book(
    _ seat: Seat.ID?, of wish: DayWish, because reason: PlanOutcome.Reason? = nil, on day: Day, at now: Date
  ) -> Event {
    let booking = add(seat, on: day, guest: nil, wish.owner, at: now)
    let outcome = PlanOutcome(day: day, wanted: wish.seat, seat: seat, reason: reason)
    if var plan = plans[wish.owner.id] {
      plan.last = outcome
      put(plan)
    }
    if wish.owner.account != nil, seat == nil || seat != wish.seat && wish.seat != nil {
      tell(wish.owner, outcome, at: now)
    }
    return .bookedOnOpening(booking, owner: wish.owner, .plan(wanted: wish.seat))
  }

  /// Days that open at once are told of in one notice, in seconds.
  private static let gatheringSeconds: TimeInterval = 60

  private mutating func tell(_ owner: Employee, _ outcome: PlanOutcome, at now: Date) {
    // One that may have arrived already is not added to.
    let gathering = notices.values
      .filter { $0.recipient == .employee(owner.id) && $0.dueAt > now && $0.unclearAttempts == 0 }
      .sorted { $0.id < $1.id }
    for var notice in gathering {
      guard case .planned(let outcomes) = notice.content else { continue }
      notice.content = .planned(outcomes + [outcome])
      return put(notice)
    }
    owe(.planned([outcome]), to: .employee(owner.id), at: now, due: now + Self.gatheringSeconds)
  }
}
