import OfficeActor

extension Router {
  /// The screen at the end of a way, as it is now. Whoever is not registered sees registration only.
  func screen(at trail: Trail, for asking: Asking) -> Screen {
    let office = state.office
    guard let employee = office.employee(linkedTo: asking.account) else {
      return registration(at: trail, asking)
    }
    let today = office.rules.today(at: now())
    switch trail.place {
    case .menu, .names, .name:
      return MenuScreen(office, officeName: officeName, employee: employee, today: today).render()
    case .help:
      return HelpScreen(officeName: officeName).render()
    case .calendar:
      return calendar(trail, employee)
    case .day(let day, let part):
      guard let line = refusal(toShow: day) else {
        return DayScreen(office, day: day, part: part, employee: employee, trail: trail).render()
      }
      return calendar(trail.to(.calendar), employee).saying(line)
    case .bookings:
      return BookingsScreen(office, officeName: officeName, employee: employee, today: today, trail: trail)
        .render()
    case .booking(let id), .cancelling(let id):
      guard let booking = office.booking(id), booking.owner == employee.id, booking.day >= today else {
        return BookingsScreen(
          office, officeName: officeName, employee: employee, today: today, trail: trail.back.to(.bookings)
        ).render().saying("Этой брони больше нет.")
      }
      if case .cancelling = trail.place {
        return CancellingScreen(office, booking: booking, employee: employee, trail: trail).render()
      }
      return BookingScreen(office, booking: booking, employee: employee, trail: trail).render()
    case .people(let day):
      let window = office.rules.bookingWindow(at: now())
      let shown = min(max(day, window.lowerBound), window.upperBound)
      return PeopleScreen(
        office, day: shown, window: window, employee: employee, trail: trail.to(.people(shown))
      )
      .render()
    case .search:
      return SearchScreen(office, officeName: officeName, typed: searched(asking), trail: trail).render()
    case .colleague(let id):
      guard let colleague = office.employees[id] else {
        return SearchScreen(office, officeName: officeName, typed: "", trail: trail.to(.search)).render()
          .saying("Этого имени больше нет в списке.")
      }
      return ColleagueScreen(
        office, officeName: officeName, colleague: colleague, today: today, typed: searched(asking),
        trail: trail
      ).render()
    }
  }

  private func searched(_ asking: Asking) -> String {
    if case .colleague(let typed, _) = asking.entry { typed } else { "" }
  }

  /// The list of names as far as it fits what was typed.
  func names(typed: String, page: Int, _ asking: Asking) -> Screen {
    NamesScreen(state.office, officeName: officeName, account: asking.account, typed: typed, page: page)
      .render()
  }

  private func registration(at trail: Trail, _ asking: Asking) -> Screen {
    let typed = if case .name(let typed) = asking.entry { typed } else { "" }
    switch trail.place {
    case .names(let page):
      return names(typed: typed, page: page, asking)
    case .name(let id):
      let employee = state.office.employees[id]
      guard let employee, employee.account == nil else {
        let refusal: Rejection = employee == nil ? .employeeUnknown(id) : .nameTaken(id)
        return names(typed: typed, page: 0, asking).saying(
          RefusalText(office: state.office).text(of: refusal))
      }
      return NameScreen(officeName: officeName, employee: employee, typed: typed, trail: trail).render()
    case .menu, .help, .calendar, .day, .bookings, .booking, .cancelling, .people, .search, .colleague:
      return names(typed: "", page: 0, asking)
    }
  }

  private func calendar(_ trail: Trail, _ employee: Employee) -> Screen {
    let office = state.office
    return CalendarScreen(
      office, officeName: officeName, employee: employee, window: office.rules.bookingWindow(at: now()),
      trail: trail
    ).render()
  }

  /// Why a day's floor is not shown, or nil if it is.
  private func refusal(toShow day: Day) -> Markup? {
    let rules = state.office.rules
    let window = rules.bookingWindow(at: now())
    if day < window.lowerBound { return RefusalText(office: state.office).text(of: .dayIsPast(day)) }
    if day > window.upperBound {
      return RefusalText(office: state.office).text(of: .dayNotYetOpen(day, last: window.upperBound))
    }
    return nil
  }
}
