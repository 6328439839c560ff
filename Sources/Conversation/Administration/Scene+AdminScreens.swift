import OfficeActor

extension Scene {
  /// Makes the screen of «Управление» at the end of a way, as it is now, and goes on with it. What it tells from
  /// outside the office is looked up first. Only for admins.
  func withAdminScreen(at trail: Trail, _ then: @escaping (Screen) -> Step) -> Step {
    guard case .admin(let place) = trail.place else { return then(forgettingEntry.screen(at: trail)) }
    let admin = admin(trail)
    switch place {
    case .journal(let page):
      return journal(page) { scene, lines in
        then(
          lines.map { JournalScreen(scene: scene.admin(trail), page: page, lines: $0).render() }
            ?? scene.unreadable(trail))
      }
    case .statistics(let wanted):
      return statistics(of: wanted) { scene, found in
        then(
          found.map {
            StatisticsScreen(scene: scene.admin(trail), statistics: $0.month, months: $0.months).render()
          } ?? scene.unreadable(trail))
      }
    case .errors(let page):
      return .read(
        .errors { scene, groups in
          then(ErrorsScreen(scene: scene.admin(trail), groups: groups, page: page).render())
        })
    default: return then(screen(of: place, admin))
    }
  }

  /// What a screen of «Управление» is made from.
  func admin(_ trail: Trail) -> AdminScene {
    guard case .admin(let place) = trail.place else {
      return AdminScene(scene: self, trail: trail, typed: "", ticked: nil)
    }
    return AdminScene(
      scene: self, trail: trail, typed: typed(at: place), ticked: place.isOfTicked ? ticked : nil)
  }

  /// The seats that are ticked to be closed; none if the chat waits for something else by now.
  var ticked: TickedSeats {
    if case .closingSeats(let ticked, _) = viewer.entry { ticked } else { TickedSeats() }
  }

  /// What was typed for a screen, or an earlier step to it; empty if the chat waits for something else by now.
  func typed(at place: AdminPlace) -> String {
    guard case .admin(let typed, let trail) = viewer.entry, case .admin(let other) = trail.place,
      other.sharesText(with: place)
    else { return "" }
    return typed
  }

  private func journal(_ page: JournalPage, _ then: @escaping (Scene, [JournalLine]?) -> Step) -> Step {
    let count = JournalScreen.pageSize + 1
    return .read(
      .journal(JournalQuery(page.filter, page.position), atMost: count) { scene, found in
        guard case .success(let lines) = found else { return then(scene, nil) }
        // The way towards the newest ends with a whole page.
        guard case .after = page.position, lines.count < JournalScreen.pageSize else {
          return then(scene, lines)
        }
        return .read(
          .journal(JournalQuery(page.filter), atMost: count) { scene, found in then(scene, try? found.get()) }
        )
      })
  }

  private func unreadable(_ trail: Trail) -> Screen {
    AdminMenuScreen(scene: admin(trail)).render().saying(words.journalUnreadable)
  }

  /// Screens that the office alone decides.
  private func screen(of place: AdminPlace, _ scene: AdminScene) -> Screen {
    let office = scene.office
    switch place {
    case .menu, .journal, .statistics, .errors: return AdminMenuScreen(scene: scene).render()
    case .days: return AdminDaysScreen(scene: scene).render()
    case .daysBefore(let day): return PastDaysScreen(scene: scene, before: day).render()
    case .expected(let page): return ExpectedScreen(scene: scene, page: page).render()
    case .day(let day, let page): return AdminDayScreen(scene: scene, day: day, page: page).render()
    case .booking(let id), .deleting(let id), .reason(let id), .moving(let id, _):
      guard let booking = office.booking(id) else {
        return gone(.days, scene, .bookingGone(id))
      }
      switch place {
      case .deleting: return DeletingScreen(scene: scene, booking: booking).render()
      case .reason: return ReasonScreen(scene: scene, booking: booking).render()
      case .moving(_, let part): return choice(moving: booking, part, scene)
      default: return AdminBookingScreen(scene: scene, booking: booking).render()
      }
    case .closing(let day): return ClosingDayScreen(scene: scene, day: day).render()
    case .bookingFor(let day):
      return EmployeeChoiceScreen(
        scene: scene, heading: words.whoFor(on: day),
        found: NameSearch.find(scene.typed, in: office.employees.all), page: 0,
        chosen: { scene.button($0.name.onButton, .seatFor($0.id, on: day)) }
      ).render()
    case .employees(let links, let page):
      return EmployeesScreen(scene: scene, links: links, page: page).render()
    case .adding: return AddingScreen(scene: scene).render()
    case .employee(let id), .bookings(let id, _), .renaming(let id), .unlinking(let id), .removing(let id),
      .seatFor(let id, _, _), .dayFor(let id), .absence(let id, _), .absenceQuestion(let id, _, _):
      guard let employee = office.employees[id], !employee.isRemoved else {
        return gone(.employees(), scene, .employeeUnknown(id))
      }
      return screen(of: place, employee, scene)
    case .requests(let page): return RequestsScreen(scene: scene, page: page).render()
    case .seats(let page): return AdminSeatsScreen(scene: scene, page: page).render()
    case .seat(let id), .closingSeat(let id), .closingSeatUntil(let id, _), .closingSeatThrough(let id, _, _),
      .assigning(let id), .assigningDays(let id, _, _), .seatHistory(let id, _):
      guard let seat = office.seat(id) else { return gone(.seats(), scene, .seatUnknown(id)) }
      return screen(of: place, seat, scene)
    case .tickingSeats(let page):
      return TickingSeatsScreen(scene: scene, ticked: ticked.seats, page: page).render()
    case .closingTicked, .closingTickedUntil, .closingTickedThrough:
      let seats = office.seats.map(\.id).filter(ticked.seats.contains)
      guard !seats.isEmpty else {
        let trail = scene.trail.to(.admin(.tickingSeats()))
        return screen(of: .tickingSeats(), admin(trail)).saying(words.ticksForgotten)
      }
      return screen(of: place, closing: seats, scene)
    case .journalTopics(let filter): return JournalTopicsScreen(scene: scene, filter: filter).render()
    case .journalDays(let filter): return JournalDaysScreen(scene: scene, filter: filter).render()
    case .journalEmployees(let filter):
      return EmployeeChoiceScreen(
        scene: scene, heading: words.whoseEntries,
        found: NameSearch.find(scene.typed, in: office.employees.all), page: 0,
        chosen: { employee in
          var wanted = filter
          wanted.employee = employee.id
          return scene.button(employee.name.onButton, .journal(JournalPage(filter: wanted)))
        }
      ).render()
    case .journalSeats(let filter): return JournalSeatsScreen(scene: scene, filter: filter).render()
    }
  }

  private func screen(of place: AdminPlace, _ seat: Seat, _ scene: AdminScene) -> Screen {
    switch place {
    case .closingSeat:
      return ClosingReasonScreen(
        scene: scene, seats: ClosingSeats(scene: scene, seats: [seat.id], reason: ""),
        next: .closingSeatUntil(seat.id, hasReason: false)
      ).render()
    case .closingSeatUntil(_, let hasReason):
      return ClosingUntilScreen(
        scene: scene,
        seats: ClosingSeats(scene: scene, seats: [seat.id], reason: hasReason ? scene.typed : ""),
        next: { .closingSeatThrough(seat.id, $0, hasReason: hasReason) }
      ).render()
    case .closingSeatThrough(_, let last, let hasReason):
      return ClosingQuestionScreen(
        scene: scene,
        seats: ClosingSeats(scene: scene, seats: [seat.id], reason: hasReason ? scene.typed : ""),
        through: last, yes: .closeSeat(seat.id, through: last, hasReason: hasReason)
      ).render()
    case .assigning:
      return EmployeeChoiceScreen(
        scene: scene, heading: words.assignTo(seat.id),
        found: NameSearch.find(scene.typed, in: scene.office.employees.all), page: 0,
        chosen: {
          scene.button($0.name.onButton, .assigningDays(seat.id, to: $0.id, Set(Weekday.allCases)))
        }
      ).render()
    case .assigningDays(_, let id, let weekdays):
      guard let employee = office.employees[id], !employee.isRemoved else {
        return gone(.seat(seat.id), scene, .employeeUnknown(id))
      }
      return AssigningDaysScreen(scene: scene, seat: seat, employee: employee, weekdays: weekdays).render()
    case .seatHistory(_, let page): return SeatHistoryScreen(scene: scene, seat: seat, page: page).render()
    default: return AdminSeatScreen(scene: scene, seat: seat).render()
    }
  }

  private func screen(of place: AdminPlace, closing ids: [Seat.ID], _ scene: AdminScene) -> Screen {
    let seats = ClosingSeats(scene: scene, seats: ids, reason: ticked.reason.text)
    switch place {
    case .closingTickedUntil:
      return ClosingUntilScreen(scene: scene, seats: seats, next: { .closingTickedThrough($0) }).render()
    case .closingTickedThrough(let last):
      return ClosingQuestionScreen(
        scene: scene, seats: seats, through: last, yes: .closeTicked(ticked.tag, through: last)
      ).render()
    default:
      return ClosingReasonScreen(scene: scene, seats: seats, next: .closingTickedUntil).render()
    }
  }

  private func screen(of place: AdminPlace, _ employee: Employee, _ scene: AdminScene) -> Screen {
    switch place {
    case .bookings(_, let page):
      EmployeeBookingsScreen(scene: scene, employee: employee, page: page).render()
    case .absence(_, let from): AbsenceScreen(scene: scene, employee: employee, from: from).render()
    case .absenceQuestion(_, let from, let through):
      if from <= through {
        AbsenceQuestionScreen(scene: scene, employee: employee, from: from, through: through).render()
      } else {
        AbsenceScreen(scene: scene, employee: employee, from: nil).render()
      }
    case .renaming: RenamingScreen(scene: scene, employee: employee).render()
    case .unlinking: UnlinkingScreen(scene: scene, employee: employee).render()
    case .removing: RemovingScreen(scene: scene, employee: employee).render()
    case .dayFor: AdminDaysScreen(scene: scene, employee: employee).render()
    case .seatFor(let id, let day, let part):
      SeatChoiceScreen(
        scene: scene, day: day, who: words.bookFor(employee.name.text), part: part,
        place: { .seatFor(id, on: day, part: $0) }, action: { .book($0, on: day, for: id) },
        seatless: .book(nil, on: day, for: id)
      ).render()
    default: EmployeeScreen(scene: scene, employee: employee).render()
    }
  }

  private func choice(moving booking: Booking, _ part: Int?, _ scene: AdminScene) -> Screen {
    SeatChoiceScreen(
      scene: scene, day: booking.day,
      who: words.moving(AdminBookingLine(booking, in: scene).text), part: part,
      place: { .moving(booking.id, part: $0) }, action: { .move(booking.id, to: $0) }
    ).render()
  }

  /// What one wanted to see is no more: the list that it was in, with the reason.
  private func gone(
    _ place: AdminPlace, _ scene: AdminScene, _ rejection: Rejection
  ) -> Screen {
    screen(of: place, admin(scene.trail.back.to(.admin(place))))
      .saying(text(of: rejection))
  }
}
