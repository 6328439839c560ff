import OfficeActor

/// Closing seats, one or several.
extension Scene {
  /// «Да, закрыть».
  func close(_ seat: Seat.ID, through: Day?, _ hasReason: Bool, _ trail: Trail) -> Step {
    let reason = typed(at: .closingSeatThrough(seat, through, hasReason: hasReason))
    guard !hasReason || !reason.isEmpty else { return forgotten(trail.to(.admin(.closingSeat(seat)))) }
    let closure = SeatClosure(
      seat: seat, from: today, through: through, reason: hasReason ? Reason(reason) : "")
    return change(.closeSeats([closure]), trail.to(.admin(.seat(seat)))) { events, words in
      words.seatClosed(seat, queued: events.queued, isDone: !events.isEmpty)
    }
  }

  /// «☐ 12», «Вся зона …».
  func tick(_ seats: [Seat.ID], _ isTicked: Bool, _ trail: Trail) -> Step {
    var ticked = ticked
    if isTicked { ticked.seats.formUnion(seats) } else { ticked.seats.subtract(seats) }
    return show(trail, ticked)
  }

  /// «Да, закрыть» for all that are ticked.
  func close(_ tag: TickedSeats.Tag, through: Day?, _ trail: Trail) -> Step {
    let ticked = ticked
    guard ticked.tag == tag else {
      return show(trail.to(.admin(.tickingSeats())), saying: words.ticksForgotten)
    }
    let closures = office.seats.filter { ticked.seats.contains($0.id) }.map {
      SeatClosure(seat: $0.id, from: today, through: through, reason: ticked.reason)
    }
    return change(.closeSeats(closures), trail.to(.admin(.seats()))) { events, words in
      words.seatsClosed(closures.count, queued: events.queued, isDone: !events.isEmpty)
    }
  }

  /// A seat or several, as they are typed to be ticked: «12», «12, 13».
  func tick(typed: String, _ trail: Trail) -> Step {
    let words = typed.split { $0 == "," || $0 == ";" || $0.isWhitespace }.map(String.init)
    let found = words.compactMap(seat)
    guard found.count == words.count, !found.isEmpty else {
      let unknown = words.first { seat($0) == nil } ?? typed
      return show(trail, saying: self.words.noSuchSeat(unknown.shortened(to: 50)))
    }
    return tick(found, true, trail)
  }

  func closeTicked(because reason: Reason, _ trail: Trail) -> Step {
    var ticked = ticked
    ticked.reason = reason
    return show(trail.to(.admin(.closingTickedUntil)), ticked)
  }

  /// The last day of a closing, as it is typed.
  func closing(untilTyped line: String, _ trail: Trail, _ next: (Day) -> AdminPlace) -> Step {
    guard let day = TypedSpan(line, today: today)?.through else {
      return show(trail, saying: words.noDay(line.shortened(to: 50)))
    }
    guard day >= today else { return show(trail, saying: text(of: .dayIsPast(day))) }
    return show(trail.to(.admin(next(day))))
  }

  private func show(_ trail: Trail, _ ticked: TickedSeats) -> Step {
    waiting(for: .closingSeats(ticked, at: trail)).withAdminScreen(at: trail) { .show($0) }
  }
}

extension [Event] {
  /// Bookings that lost their seat.
  fileprivate var queued: Int { count { if case .lostSeat = $0 { true } else { false } } }
}
