import OfficeActor

/// What a tap, a command or a typed text leads to.
extension Scene {
  /// The step that an input leads to.
  package func step(on input: Input) -> Step {
    switch input {
    case .tap(let button?): refusalToStranger(for: button) ?? step(on: button)
    case .tap(nil):
      .show(
        screen(at: Trail(.menu)).saying(words.buttonIsObsolete), toast: words.buttonIsObsolete)
    case .command(let command): forgettingEntry.step(on: command)
    case .text(let text): step(onText: text)
    case .document(let document): step(onDocument: document)
    case .other: thanks
    }
  }

  /// The reply as it is shown: a button on a notice leaves what is being typed elsewhere as it is.
  package func settled(_ reply: Reply, after input: Input) -> Reply {
    guard case .tap(let button?) = input, button.isBesideDialogues, let entry = viewer.entry,
      entry.isDialogue,
      reply.screen?.awaits == nil
    else { return reply }
    var reply = reply
    reply.screen?.awaits = entry
    return reply
  }

  /// The menu, or what a stranger sees in its place.
  package var menu: Screen { screen(at: Trail(.menu)) }

  private func step(on button: Button) -> Step {
    switch button {
    case .open(let trail): open(trail)
    case .register(let employee): register(as: employee)
    case .book(let seat, let day, let trail): book(seat, on: day, trail)
    case .bookGuest(let guest, let seat, let day, let trail): book(guest: guest, seat, on: day, trail)
    case .move(let booking, let seat, let isConfirmed, let trail):
      move(booking, to: seat, isConfirmed: isConfirmed, trail)
    case .cancel(let booking, let trail): cancel(booking, trail)
    case .cancelGuests(let day, let trail): cancelGuests(on: day, trail)
    case .acceptOffer(let offer, let seat, let day, let trail): accept(offer, of: seat, on: day, trail)
    case .declineOffer(let offer, let seat, let day, let trail): decline(offer, of: seat, on: day, trail)
    case .confirmAttendance(let day): confirmAttendance(on: day)
    case .declineAttendance(let day): declineAttendance(on: day)
    case .decide(let decision): decide(decision, from: nil)
    case .admin(let action, let trail): step(on: action, from: trail)
    case .chooseLanguage(let language): choose(language)
    case .restore(let booking, let trail): restore(booking, trail)
    case .choose(let choice, let trail): choose(choice, trail)
    case .bookDays(let trail): bookDays(trail)
    case .bookUsualWeek(let trail): bookUsualWeek(trail)
    case .planDay(let weekday, let change, let trail): plan(weekday, change, trail)
    case .planEveryDay(let seat, let trail): planEveryDay(seat, trail)
    case .bookPlannedDays(let trail): bookPlannedDays(trail)
    case .pausePlan: pausePlan
    case .resumePlan: resumePlan
    case .beAway(let first, let last, let withGuests, let trail):
      beAway(first, last, withGuests: withGuests, trail)
    case .endAbsence(let absence, let trail): endAbsence(absence, trail)
    case .label: .show(nil)
    }
  }

  private func open(_ trail: Trail) -> Step {
    guard case .admin = trail.place else { return .show(screen(at: trail)) }
    return administration(at: trail)
  }

  private func step(on command: ChatCommand) -> Step {
    switch command {
    case .start, .menu, .cancel, .unknown: .show(screen(at: Trail(.menu)))
    case .book: .show(screen(at: Trail(.calendar)))
    case .week: .show(screen(at: Trail(.week)))
    case .my: .show(screen(at: Trail(.bookings())))
    case .who: .show(screen(at: Trail(.people(today))))
    case .guest: .show(screen(at: Trail(.guest)))
    case .admin: administration(at: Trail(.menu).to(.admin(.menu)))
    case .help: .show(screen(at: Trail(.help)))
    }
  }

  private func step(onText text: String) -> Step {
    if let trail = viewer.entry?.administration { return step(onTyped: text, at: trail) }
    let typed = text.onOneLine.shortened(to: TextEntry.typedCharactersMax)
    guard employee != nil else { return .show(registration(typing: typed)) }
    if case .guestName(let trail) = viewer.entry { return invite(text, trail) }
    if case .away(let from, let trail) = viewer.entry { return away(typed: typed, from: from, trail) }
    // A seat's own name goes before what else it may read as.
    if let seat = seat(typed), let step = step(to: TypedPlace(seat: seat)) { return step }
    if let place = TypedPlace(typed, today: today), let step = step(to: place) { return step }
    switch viewer.entry {
    case .colleague(_, let trail):
      return .show(waiting(for: .colleague(typed: typed, from: trail)).screen(at: trail))
    case .guestName(let trail), .guest(_, on: nil, let trail):
      return invite(text, trail)
    case .seat(let day, let trail), .guest(_, let day?, let trail):
      return noSuchSeat(typed, on: day, trail)
    case .otherSeat(let id, let trail):
      guard let booking = office.booking(id) else { return .show(screen(at: trail)) }
      return noSuchSeat(typed, on: booking.day, trail)
    case .severalDays(_, let trail), .planDay(_, let trail):
      return .show(screen(at: trail).saying(words.noSuchSeat(typed)))
    case .away, .name, .admin, .closingSeats, nil:
      return .show(screen(at: Trail(.menu)))
    }
  }

  /// What a day, a seat or both lead to when they are typed; nil if the chat waits for something else that this may
  /// be as well.
  private func step(to place: TypedPlace) -> Step? {
    switch viewer.entry {
    case .guest(let name, let shown, let trail):
      guard let day = place.day ?? shown else { return nil }
      let floor = place.day == nil ? trail : trail.to(.guestDay(day))
      guard let typed = place.seat else { return .show(screen(at: floor)) }
      guard let seat = seat(typed) else { return noSuchSeat(typed, on: day, floor) }
      return book(guest: name, seat, on: day, floor)
    case .otherSeat(let id, let trail) where place.day == nil:
      guard let typed = place.seat, let booking = office.booking(id) else { return nil }
      guard let seat = seat(typed) else { return noSuchSeat(typed, on: booking.day, trail) }
      return move(booking.id, to: seat, isConfirmed: false, trail)
    case .seat(let day, let trail) where place.day == nil: return step(to: place.seat, on: day, trail)
    case .severalDays(let draft, let trail): return self.typed(place, draft, trail)
    case .planDay(let weekday, let trail) where place.day == nil:
      guard let seat = place.seat.flatMap(seat) else { return nil }
      return plan(weekday, .seat(seat), trail.back)
    case .colleague where !place.isExplicit: return nil
    default: break
    }
    if let day = place.day { return step(to: place.seat, on: day, Trail(.menu).to(.day(day))) }
    guard let typed = place.seat else { return nil }
    guard let seat = seat(typed) else { return .show(menu.saying(words.noSuchSeat(typed))) }
    return .show(screen(at: Trail(.menu).to(.seatDays(seat))))
  }

  private func step(to typed: String?, on day: Day, _ floor: Trail) -> Step {
    guard let typed else { return .show(screen(at: floor)) }
    guard let seat = seat(typed) else { return noSuchSeat(typed, on: day, floor) }
    return book(seat, on: day, floor)
  }

  /// The seat with a number that was typed.
  func seat(_ typed: String) -> Seat.ID? {
    [typed, KeyboardLayout.latin(typed), KeyboardLayout.cyrillic(typed)].lazy.compactMap {
      office.seat(typed: $0)?.id
    }.first
  }

  private func noSuchSeat(_ typed: String, on day: Day, _ trail: Trail) -> Step {
    .show(screen(at: trail).saying(RefusalText(scene: self).noSuchSeat(typed, on: day)))
  }

  /// The answer to what the bot does not read.
  var thanks: Step {
    .show(forgettingEntry.screen(at: Trail(.menu)).saying(words.onlyButtonsAndText))
  }
}

extension Button {
  /// Whether no dialogue has such buttons: it was tapped on a notice, and what is being typed elsewhere goes on.
  fileprivate var isBesideDialogues: Bool {
    switch self {
    case .open, .register, .bookGuest, .admin, .chooseLanguage, .choose, .bookDays, .bookUsualWeek, .planDay,
      .planEveryDay, .bookPlannedDays, .pausePlan, .beAway, .label:
      false
    case .book, .move, .cancel, .cancelGuests, .restore, .acceptOffer, .declineOffer, .confirmAttendance,
      .declineAttendance, .resumePlan, .endAbsence, .decide:
      true
    }
  }
}
