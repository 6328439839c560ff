import OfficeActor

/// Booking, moving and cancelling.
extension Scene {
  func book(_ seat: Seat.ID?, on day: Day, _ trail: Trail) -> Step {
    .perform(.book(seat, on: day)) { scene, outcome in
      scene.booked(outcome, at: .day(day), trail) { office, employee in
        office.bookings(on: day).booking(ownedBy: employee.id)
      }
    }
  }

  func move(_ booking: Booking.ID, to seat: Seat.ID, isConfirmed: Bool, _ trail: Trail) -> Step {
    .perform(.move(booking, to: seat, isConfirmed: isConfirmed)) { scene, outcome in
      scene.booked(outcome, at: .moving(booking), trail) { office, _ in office.booking(booking) }
    }
  }

  /// What came of booking or moving: the booking there is now, or why not with what is free now.
  ///
  /// - Parameters:
  ///   - floor: where another seat can be chosen.
  ///   - holding: finds the booking that holds now, when there was nothing to do.
  func booked(
    _ outcome: Result<Outcome, Refusal>, at floor: Place, _ trail: Trail,
    holding: (Office, Employee) -> Booking?
  ) -> Step {
    switch outcome {
    case .success(.done(let events)):
      guard let (booking, line) = events.lazy.compactMap(seated).first else {
        return .show(screen(at: trail))
      }
      return showing(booking, isNew: true, trail, toast: line)
    case .success:
      let line = words.alreadyDone
      return showing(employee.flatMap { holding(office, $0) }, trail, line: line, toast: line)
    case .failure(.rejected(.moveNeedsConfirming(let id, let left, let seat))):
      return confirming(id, from: left, to: seat, trail)
    case .failure(let refusal):
      let line = text(of: refusal)
      var screen = screen(at: trail.after(refusal, at: floor)).saying(line)
      if case .rejected(.absent(let id, let absence, _)) = refusal, id == employee?.id,
        let absence = office.absence(absence)
      {
        let label = words.endAbsence(absence.from, absence.through)
        screen.rows.insert([ScreenButton(label, .endAbsence(absence.id, from: trail), .success)], at: 0)
      }
      return .show(screen, toast: line)
    }
  }

  /// Shows a booking of the viewer's, or the screen at the end of the way if they have none.
  private func showing(
    _ booking: Booking?, isNew: Bool = false, _ trail: Trail, line: Markup? = nil, toast: Markup
  ) -> Step {
    guard let booking, let employee, booking.owner == employee.id else {
      return .show(screen(at: trail).saying(line), toast: toast)
    }
    let trail = trail.to(.booking(booking.id))
    var screen = BookingScreen(
      self, booking: booking, employee: employee, trail: trail, isNew: isNew
    ).render()
    screen.statement = statement(at: trail)
    return .show(screen.saying(line), toast: toast)
  }

  /// The booking that got what was asked for, and how that is told.
  private func seated(_ event: Event) -> (Booking, Markup)? {
    switch event {
    case .moved(let booking, let left?, _):
      booking.seat.map { (booking, words.moved(from: left, to: $0, on: booking.day)) }
    case .booked(let booking, _), .offerAccepted(let booking, _), .moved(let booking, nil, _):
      (
        booking,
        booking.seat.map { words.booked($0, on: booking.day, for: booking.guest) }
          ?? words.queued(booking.day, place: office.placeInQueue(of: booking), guest: booking.guest)
      )
    default: nil
    }
  }

  /// «Место 12 уйдёт очереди».
  private func confirming(_ id: Booking.ID, from left: Seat.ID, to seat: Seat.ID, _ trail: Trail) -> Step {
    guard let booking = office.booking(id), let employee else { return .show(screen(at: trail)) }
    var screen = MovingScreen(
      scene: self, booking: booking, left: left, seat: seat, employee: employee, trail: trail
    ).render()
    screen.statement = statement(at: trail.to(.moving(booking.id)))
    return .show(screen)
  }

  // MARK: Cancelling

  func cancel(_ id: Booking.ID, _ trail: Trail) -> Step {
    let trail = trail.leaving(id)
    return .perform(.cancel(id)) { scene, outcome in scene.cancelled(id, outcome, trail) }
  }

  private func cancelled(_ id: Booking.ID, _ outcome: Result<Outcome, Refusal>, _ trail: Trail) -> Step {
    let line: Markup
    var undo: [ScreenButton] = []
    switch outcome {
    case .success(.done(let events)):
      guard case .cancelled(let booking, let owner, _)? = events.first else {
        return .show(screen(at: trail))
      }
      line = words.cancelled(BookingLine(booking, in: self).text)
      undo = restoring(booking, trail)
      let guests = office.bookings(on: booking.day).guests(of: owner.id)
      if booking.guest == nil, !guests.isEmpty, owner.account == viewer.account {
        var screen = GuestsLeftScreen(
          scene: self, day: booking.day, guests: guests, trail: trail
        ).render()
        screen.statement = statement(at: trail.to(.day(booking.day)))
        return .show(screen.saying(line).offering(undo), toast: line)
      }
    case .success:
      line =
        office.booking(id).map { words.bookingStands(on: $0.day) } ?? words.bookingIsGoneAlready
    case .failure(let refusal): line = text(of: refusal)
    }
    return .show(screen(at: trail).saying(line).offering(undo), toast: line)
  }

  /// «Вернуть место 5», while that is possible.
  private func restoring(_ booking: Booking, _ trail: Trail) -> [ScreenButton] {
    guard office.cancelledBooking(booking.id) != nil, office.refusalToRestore(booking.id, at: now) == nil
    else { return [] }
    return [ScreenButton(words.restore(booking.seat), .restore(booking.id, from: trail))]
  }

  func restore(_ id: Booking.ID, _ trail: Trail) -> Step {
    .perform(.restore(id)) { scene, outcome in
      if case .success(.done(let events)) = outcome,
        let booking = events.lazy.compactMap({ event -> Booking? in
          if case .restored(let booking, _) = event { booking } else { nil }
        }).first
      {
        let line = scene.words.restored(BookingLine(booking, in: scene).text)
        return scene.showing(booking, trail, line: line, toast: line)
      }
      let line: Markup =
        if case .failure(let refusal) = outcome { scene.text(of: refusal) } else { scene.words.alreadyDone }
      return .show(scene.screen(at: trail).saying(line), toast: line)
    }
  }

  func cancelGuests(on day: Day, _ trail: Trail) -> Step {
    .perform(.cancelGuests(on: day)) { scene, outcome in
      let line: Markup
      switch outcome {
      case .success(.done(let events)):
        let guests = events.count { if case .cancelled = $0 { true } else { false } }
        line = scene.words.guestsCancelled(guests, on: day)
      case .success: line = scene.words.noGuests(on: day)
      case .failure(let refusal): line = scene.text(of: refusal)
      }
      return .show(scene.screen(at: trail).saying(line), toast: line)
    }
  }

  // MARK: Offers

  func accept(_ offer: Offer.ID, of seat: Seat.ID, on day: Day, _ trail: Trail) -> Step {
    .perform(.acceptOffer(offer)) { scene, outcome in
      let holder = scene.office.bookings(on: day).booking(of: seat)
      guard case .failure(.rejected(.offerGone)) = outcome, let employee = scene.employee else {
        return scene.booked(outcome, at: .day(day), trail) { _, _ in holder }
      }
      if holder?.owner == employee.id {
        let line = scene.words.alreadyDone
        return scene.showing(holder, trail, line: line, toast: line)
      }
      let line = RefusalText(scene: scene).tooLate(for: seat, on: day)
      return .show(scene.screen(at: trail.toFloor(.day(day))).saying(line), toast: line)
    }
  }

  func decline(_ offer: Offer.ID, of seat: Seat.ID, on day: Day, _ trail: Trail) -> Step {
    .perform(.declineOffer(offer)) { scene, outcome in
      let line: Markup
      var undo: [ScreenButton] = []
      switch outcome {
      case .success(.done):
        line = scene.words.offerDeclined(seat, on: day)
        undo = scene.takingAgain(seat, on: day, trail)
      case .success: line = scene.words.alreadyDone
      case .failure(.rejected(.offerGone)):
        let holder = scene.office.bookings(on: day).booking(of: seat)
        guard let holder, holder.owner == scene.employee?.id else {
          line = scene.words.offerNotHeld(seat, on: day)
          break
        }
        let line = scene.words.seatIsYours(seat)
        return scene.showing(holder, trail, line: line, toast: line)
      case .failure(let refusal): line = scene.text(of: refusal)
      }
      return .show(scene.screen(at: trail).saying(line).offering(undo), toast: line)
    }
  }

  /// «Вернуть место 5» after an offer was declined, while nobody else has it or is asked.
  private func takingAgain(_ seat: Seat.ID, on day: Day, _ trail: Trail) -> [ScreenButton] {
    guard office.refusal(of: seat, on: day) == nil, let employee,
      let waiting = office.bookings(on: day).queue.first(where: { $0.owner == employee.id && $0.hasDeclined })
    else { return [] }
    return [
      ScreenButton(words.restore(seat), .move(waiting.id, to: seat, isConfirmed: false, from: trail))
    ]
  }
}

extension Trail {
  /// The way to what can be done after a refusal: choose another seat, or another day.
  fileprivate func after(_ refusal: Refusal, at floor: Place) -> Trail {
    switch refusal {
    case .rejected(.seatTaken), .rejected(.seatHeld), .rejected(.seatIsClosed), .rejected(.seatUnknown),
      .rejected(.seatsAreFree):
      toFloor(floor)
    case .rejected(.dayIsPast), .rejected(.dayNotYetOpen), .rejected(.dayIsClosed), .rejected(.tooManyGuests):
      floor.calendar.map(to) ?? self
    default: self
    }
  }

  /// The way to a day's floor, or the same way where it is on one: perhaps a part of it.
  fileprivate func toFloor(_ floor: Place) -> Trail {
    switch place {
    case .day, .guestDay, .moving: self
    default: to(floor)
    }
  }

  /// The way back out of a booking that is no more.
  fileprivate func leaving(_ booking: Booking.ID) -> Trail {
    var trail = self
    while trail.place.isAbout(booking) { trail = trail.back }
    return trail
  }
}

extension Place {
  /// Where another day can be chosen, if the screen is one of a chosen day.
  fileprivate var calendar: Place? {
    switch self {
    case .day: .calendar
    case .guestDay: .guestCalendar
    default: nil
    }
  }

  /// Whether the screen is of one booking.
  fileprivate func isAbout(_ id: Booking.ID) -> Bool {
    switch self {
    case .booking(id), .cancelling(id), .moving(id, _): true
    default: false
    }
  }
}
