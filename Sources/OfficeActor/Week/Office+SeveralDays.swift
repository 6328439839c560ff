public import Foundation

/// Rule 16: several days in one step.
extension Office {
  mutating func book(
    _ wanted: SeveralDays, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    let owner = try owner(of: wanted.presence, by: principal)
    guard !wanted.days.isEmpty else { throw .nothingChosen }
    let answers = answers(to: wanted, for: owner.id, at: now)
    try checkConfirmed(answers, of: wanted, owner, at: now)
    var events: [Event] = []
    var booked: [Booking.ID] = []
    for answer in answers {
      switch answer.answer {
      case .seat(let seat), .nearest(let seat, _):
        booked.append(book(seat, of: wanted, owner, on: answer.day, at: now, events: &events))
      case .queue: booked.append(book(nil, of: wanted, owner, on: answer.day, at: now, events: &events))
      case .move(_, let seat):
        guard let present = bookings(on: answer.day).booking(of: wanted.presence, ownedBy: owner.id) else {
          continue
        }
        events += self.seat(present, on: seat, owner, at: now)
        booked.append(present.id)
      case .present, .no: continue
      }
    }
    if !booked.isEmpty { tellOwner(.daysBookedByAdmin(booked), owner, unless: principal, at: now) }
    return events
  }

  private mutating func book(
    _ seat: Seat.ID?, of wanted: SeveralDays, _ owner: Employee, on day: Day, at now: Date,
    events: inout [Event]
  ) -> Booking.ID {
    let booking = add(seat, on: day, guest: wanted.presence.guest, owner, at: now)
    events.append(.booked(booking, owner: owner))
    return booking.id
  }

  /// Who waits for seats that would be left is asked about once for all of them.
  private func checkConfirmed(
    _ answers: [DayAnswer], of wanted: SeveralDays, _ owner: Employee, at now: Date
  ) throws(Rejection) {
    guard !wanted.isConfirmed, let seat = wanted.seat else { return }
    let awaited = answers.compactMap { answer -> Booking.ID? in
      guard case .move(let left?, _) = answer.answer, isAwaited(left, on: answer.day, at: now) else {
        return nil
      }
      return bookings(on: answer.day).booking(of: wanted.presence, ownedBy: owner.id)?.id
    }
    if !awaited.isEmpty { throw .movesNeedConfirming(awaited, to: seat) }
  }

  // MARK: Reading

  /// What each of several days would come to now, soonest first.
  public func answers(to wanted: SeveralDays, for owner: Employee.ID, at now: Date) -> [DayAnswer] {
    wanted.days.map { DayAnswer(day: $0, answer: answer(to: wanted, for: owner, on: $0, at: now)) }
  }

  /// What became of several days that were asked for, soonest first: by what happened, and for the others by what holds
  /// now.
  public func answers(
    to wanted: SeveralDays, after events: [Event], for owner: Employee.ID, at now: Date
  ) -> [DayAnswer] {
    answers(to: wanted, for: owner, at: now).map { present in
      let happened = events.lazy.compactMap {
        answer($0, on: present.day, to: wanted, for: owner)
      }.first
      if let happened { return DayAnswer(day: present.day, answer: happened) }
      return switch present.answer {
      case .present, .no: present
      // What could be had by now was not when it was asked for.
      case .seat, .nearest, .queue, .move:
        DayAnswer(day: present.day, answer: .no(.seatsAreFree(on: present.day)))
      }
    }
  }

  /// What an event says about a day that was asked for; nil if nothing.
  private func answer(
    _ event: Event, on day: Day, to wanted: SeveralDays, for owner: Employee.ID
  ) -> DayAnswer.Answer? {
    func isMeant(_ booking: Booking) -> Bool {
      booking.day == day && booking.owner == owner && booking.guest == wanted.presence.guest
    }
    switch event {
    case .booked(let booking, _) where isMeant(booking):
      let reason = booking.seat == wanted.seat ? nil : wanted.seat.flatMap { refusal(of: $0, on: day) }
      guard let seat = booking.seat else { return .queue(because: reason) }
      return reason.map { .nearest(seat, because: $0) } ?? .seat(seat)
    case .moved(let booking, let left, _) where isMeant(booking):
      return booking.seat.map { .move(from: left, to: $0) }
    case .offerAccepted(let booking, _) where isMeant(booking):
      return booking.seat.map { .move(from: nil, to: $0) }
    default: return nil
    }
  }

  /// The seat for somebody to whom any will do: by preferences, then nearest to their usual one; for a guest nearest to
  /// the host's of that day.
  public func bestSeat(
    for employee: Employee.ID, on day: Day, guest: GuestName? = nil, at now: Date
  ) -> Seat.ID? {
    let near = guest == nil ? nil : bookings(on: day).booking(ownedBy: employee)?.seat
    return nearestFreeSeat(to: near ?? usualSeat(of: employee, at: now), on: day, for: employee)
  }

  private func answer(
    to wanted: SeveralDays, for owner: Employee.ID, on day: Day, at now: Date
  ) -> DayAnswer.Answer {
    do throws(Rejection) {
      try checkBookable(day, at: now)
      if wanted.presence.guest == nil { try checkPresent(owner, on: day) }
      if let present = bookings(on: day).booking(of: wanted.presence, ownedBy: owner) {
        guard wanted.movesOwn, let seat = wanted.seat, present.seat != seat, canTake(seat, present) else {
          return .present(present)
        }
        return .move(from: present.seat, to: seat)
      }
      if wanted.presence.guest != nil { try checkGuestsMax(of: owner, on: day) }
    } catch {
      return .no(error)
    }
    return free(for: wanted, owner, on: day, at: now)
  }

  private func free(
    for wanted: SeveralDays, _ owner: Employee.ID, on day: Day, at now: Date
  ) -> DayAnswer.Answer {
    var reason: Rejection?
    if let seat = wanted.seat {
      reason = refusal(of: seat, on: day)
      guard let reason else { return .seat(seat) }
      let nearest = nearestFreeSeat(to: seat, on: day, for: owner)
      if let nearest { return wanted.onlyThisSeat ? .no(reason) : .nearest(nearest, because: reason) }
    } else if let best = bestSeat(for: owner, on: day, guest: wanted.presence.guest, at: now) {
      return .seat(best)
    }
    return wanted.seatlessIfFull ? .queue(because: reason) : .no(reason ?? .noSeatFree(on: day))
  }

  /// Whether a booking can have a seat: it is free, or held for it.
  private func canTake(_ seat: Seat.ID, _ booking: Booking) -> Bool {
    bookings(on: booking.day).offer(to: booking.id)?.seat == seat || refusal(of: seat, on: booking.day) == nil
  }

  /// Why a seat cannot be had on a day; nil if it is free.
  public func refusal(of seat: Seat.ID, on day: Day) -> Rejection? {
    do throws(Rejection) {
      try checkFree(seat, on: day)
      return nil
    } catch {
      return error
    }
  }
}
