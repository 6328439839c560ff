import OfficeActor

/// Several days in one step (rule 16).
extension Scene {
  /// What the chat has chosen so far; anew with the usual seat if nothing.
  private func draft(_ owner: Employee) -> DaysDraft {
    if case .severalDays(let draft, _) = viewer.entry { return draft }
    return DaysDraft(seat: office.usualSeat(of: owner.id, at: now))
  }

  /// Whose days a draft is about; nil if they are gone, or it is an admin's no longer.
  private func owner(of draft: DaysDraft) -> Employee? {
    guard case .employee(let id) = draft.whom else { return employee }
    return isAdmin ? office.employees[id] : nil
  }

  /// The screen of the days, or of the seat wanted on them.
  func severalDays(at trail: Trail, _ employee: Employee) -> Screen {
    let draft = draft(employee)
    let owner = owner(of: draft) ?? employee
    if trail.place == .wantedSeat {
      return WantedSeatScreen(scene: self, owner: owner, draft: draft, trail: trail).render()
    }
    return SeveralDaysScreen(scene: self, owner: owner, draft: draft, trail: trail).render()
  }

  /// A tick, or another choice.
  func choose(_ choice: DaysChoice, _ trail: Trail) -> Step {
    var draft =
      if case .employee(let id) = choice {
        DaysDraft(seat: office.usualSeat(of: id, at: now), whom: .employee(id))
      } else {
        employee.map(self.draft) ?? DaysDraft()
      }
    guard let owner = owner(of: draft) else { return .show(screen(at: Trail(.menu))) }
    switch choice {
    case .day(let day): draft.days.formSymmetricDifference([day])
    case .week(let day):
      let shown = SeveralDaysScreen(scene: self, owner: owner, draft: draft, trail: trail)
      draft.days.formUnion(shown.days(ofWeekOf: day))
    case .onlyThisSeat: draft.onlyThisSeat.toggle()
    case .seatlessIfFull: draft.seatlessIfFull.toggle()
    case .seat(let seat):
      draft.seat = seat
      if seat == nil { draft.onlyThisSeat = false }
    case .daysWith(let seat):
      draft = DaysDraft(seat: seat, onlyThisSeat: true, showsOnlyFreeDays: true)
    case .guest:
      guard case .guest(let name, _, _)? = viewer.entry else { break }
      draft = DaysDraft(whom: .guest(name))
    case .employee: break
    }
    let way = trail.to(.severalDays)
    return .show(SeveralDaysScreen(scene: self, owner: owner, draft: draft, trail: way).render())
  }

  /// A number typed is the wanted seat; days typed are ticked.
  func typed(_ place: TypedPlace, _ draft: DaysDraft, _ trail: Trail) -> Step? {
    var draft = draft
    if let day = place.day { draft.days.insert(day) }
    if let typed = place.seat {
      guard let seat = seat(typed) else { return .show(screen(at: trail).saying(words.noSuchSeat(typed))) }
      draft.seat = seat
    }
    let way = trail.place == .wantedSeat ? trail.back : trail
    return .show(waiting(for: .severalDays(draft, from: way)).screen(at: way))
  }

  /// «Забронировать 3 дня».
  func bookDays(_ trail: Trail) -> Step {
    guard case .severalDays(let draft, _) = viewer.entry, !draft.days.isEmpty, let owner = owner(of: draft)
    else {
      return .show(screen(at: trail).saying(words.nothingChosen), toast: words.nothingChosen)
    }
    return book(draft.wanted, for: owner, trail)
  }

  /// «Как обычно: пн, вт, чт · место 12».
  func bookUsualWeek(_ trail: Trail) -> Step {
    guard let employee, let week = office.usualWeek(of: employee.id, at: now) else {
      return .show(screen(at: trail).saying(words.alreadyDone), toast: words.alreadyDone)
    }
    return book(SeveralDays(week.days, seat: week.seat), for: employee, trail)
  }

  /// One answer that lists every day.
  func book(_ wanted: SeveralDays, for owner: Employee, _ trail: Trail) -> Step {
    .perform(.bookDays(wanted)) { scene, outcome in
      switch outcome {
      case .failure(let refusal):
        let line = scene.text(of: refusal)
        return .show(scene.screen(at: trail).saying(line), toast: line)
      case .success(let outcome):
        let events = if case .done(let events) = outcome { events } else { [] as [Event] }
        return scene.tell(
          scene.office.answers(to: wanted, after: events, for: owner.id, at: scene.now), of: owner, trail,
          isDone: !events.isEmpty)
      }
    }
  }

  /// Shows what days have come to.
  func tell(_ answers: [DayAnswer], of owner: Employee, _ trail: Trail, isDone: Bool) -> Step {
    var screen = DaysBookedScreen(
      scene: forgettingEntry, owner: owner, answers: answers,
      trail: trail.place == .severalDays ? trail.back.to(trail.back.place) : trail
    ).render()
    if owner.id == employee?.id {
      screen.statement = statement(of: answers.map { .day($0.day) }, at: Trail(.menu).to(.week))
    }
    return .show(screen, toast: isDone ? nil : words.alreadyDone)
  }
}
