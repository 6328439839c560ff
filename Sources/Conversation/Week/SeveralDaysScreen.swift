import FloorPlan
import OfficeActor

/// «Несколько дней»: days to tick, the wanted seat, and what to do where it is taken.
struct SeveralDaysScreen: SceneView {
  let scene: Scene
  /// Whose days they are: the person's own, or an employee's in an admin's hands.
  let owner: Employee
  let draft: DaysDraft
  let trail: Trail

  func render() -> Screen {
    let ticked = days.filter(draft.days.contains).count
    return Screen(
      picture: Fortnight(scene: scene, employee: owner).picture(words.severalDays),
      caption: [
        who, draft.showsOnlyFreeDays ? draft.seat.map(words.daysWithSeat) ?? "" : words.chooseDays,
        words.severalDaysHint,
      ].lines(),
      rows: days.map(button).rows(of: 2) + [
        week,
        [ScreenButton(words.wantedSeat(draft.seat), .open(trail.to(.wantedSeat)))],
        draft.seat == nil
          ? [] : [choice(words.ticked(words.onlyThisSeat, draft.onlyThisSeat), .onlyThisSeat)],
        [choice(words.ticked(words.withoutSeatIfFull, draft.seatlessIfFull), .seatlessIfFull)],
        ticked == 0 ? [] : [ScreenButton(words.bookDays(ticked), .bookDays(from: trail), .success)],
        [back(trail), menu],
      ],
      awaits: .severalDays(draft, from: trail))
  }

  private var who: Markup {
    switch draft.whom {
    case .oneself: ""
    case .guest(let name): words.guestLine(name)
    case .employee: words.bookFor(owner.name.text)
    }
  }

  /// Open days that the person does not have yet.
  private var days: [Day] {
    office.rules.bookingWindow(at: scene.now).days.filter { day in
      guard !office.isClosed(day), !hasDay(day) else { return false }
      guard draft.showsOnlyFreeDays, let seat = draft.seat else { return true }
      return office.refusal(of: seat, on: day) == nil
    }
  }

  private func hasDay(_ day: Day) -> Bool {
    if case .guest(let name) = draft.whom {
      return office.bookings(on: day).guests(of: owner.id).contains { $0.guest == name }
    }
    return office.bookings(on: day).booking(ownedBy: owner.id) != nil
      || office.absence(of: owner.id, on: day) != nil
  }

  private func button(_ day: Day) -> ScreenButton {
    let label = "\(words.dayOnButton(day, today: scene.today)) · \(office.freeSeats(on: day).count)"
    return choice(words.ticked(label, draft.days.contains(day)), .day(day))
  }

  /// The nearest week that has a day left to tick.
  private var week: [ScreenButton] {
    guard let first = days.first(where: { !draft.days.contains($0) }) else { return [] }
    return [choice(words.wholeWeek, .week(of: first))]
  }

  private func choice(_ label: String, _ choice: DaysChoice) -> ScreenButton {
    ScreenButton(label, .choose(choice, from: trail))
  }

  /// All open days of the week of a day that can be ticked.
  func days(ofWeekOf day: Day) -> [Day] {
    let monday = day + -(Weekday.allCases.firstIndex(of: day.weekday) ?? 0)
    return days.filter { (monday...monday + 6).contains($0) }
  }
}

/// Which seat is wanted: the usual one, any, or a number typed.
struct WantedSeatScreen: SceneView {
  let scene: Scene
  let owner: Employee
  let draft: DaysDraft
  let trail: Trail

  func render() -> Screen {
    let usual = office.usualSeat(of: owner.id, at: scene.now)
    return Screen(
      picture: standing(.question, words.wantedSeatHeading), caption: words.whichSeat,
      rows: [
        usual.map { [ScreenButton(words.usualSeat($0), .choose(.seat($0), from: trail.back), .success)] }
          ?? [],
        [ScreenButton(words.anySeat, .choose(.seat(nil), from: trail.back))], [back(trail), menu],
      ],
      awaits: .severalDays(draft, from: trail))
  }
}

/// What several days have come to, a line a day.
struct DaysBookedScreen: SceneView {
  let scene: Scene
  let owner: Employee
  let answers: [DayAnswer]
  let trail: Trail

  func render() -> Screen {
    let booked = answers.count { $0.answer.isBooked }
    let lines = answers.map { answer in
      words.answer(answer.answer, on: answer.day, no: refusal(answer.answer))
    }
    return Screen(
      picture: Fortnight(scene: scene, employee: owner).picture(words.severalDays),
      caption: ([words.daysBooked(booked)] + lines.fitting(more)).lines(),
      rows: [[ScreenButton(words.myBookings, .open(Trail(.menu).to(.bookings())))], [back(trail), menu]])
  }

  private func refusal(_ answer: DayAnswer.Answer) -> Markup {
    if case .no(let rejection) = answer { scene.text(of: rejection) } else { "" }
  }
}

extension DayAnswer.Answer {
  fileprivate var isBooked: Bool {
    switch self {
    case .seat, .nearest, .queue, .move: true
    case .present, .no: false
    }
  }
}
