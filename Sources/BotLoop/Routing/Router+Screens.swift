import OfficeActor

extension Router {
  /// The screen at the end of a way, as it is now. Whoever is not registered sees registration only.
  func screen(at trail: Trail, for asking: Asking) -> Screen {
    let office = state.office
    guard let employee = office.employee(linkedTo: asking.account) else {
      return registration(at: trail, asking).offeringAdministration(to: asking.account, of: office)
    }
    let today = office.rules.today(at: now())
    switch trail.place {
    // Screens of «Управление» are shown by what has made sure that it is an admin who asks.
    case .menu, .names, .name, .admin:
      return MenuScreen(office, officeName: officeName, employee: employee, at: now()).render()
        .offeringAdministration(to: asking.account, of: office)
    case .help:
      return HelpScreen(officeName: officeName).render()
    case .calendar:
      return calendar(trail, employee)
    case .day(let day, let part):
      guard let line = refusal(toShow: day) else {
        return DayScreen(office, day: day, part: part, employee: employee, trail: trail).render()
      }
      return calendar(trail.to(.calendar), employee).saying(line)
    case .bookings(let page):
      return bookings(page: page, trail, employee)
    case .booking(let id), .cancelling(let id), .moving(let id, _):
      guard let booking = office.booking(id), booking.owner == employee.id, booking.day >= today else {
        return bookings(page: 0, trail.back.to(.bookings()), employee).saying("Этой брони больше нет.")
      }
      return screen(of: booking, trail, employee)
    case .guest:
      return GuestNameScreen(officeName: officeName, trail: trail).render()
    case .guestCalendar, .guestDay:
      guard case .guest(let name, _, _)? = asking.entry else {
        return GuestNameScreen(officeName: officeName, trail: trail.to(.guest)).render()
      }
      return screen(for: name, trail, employee)
    case .people(let day, let page):
      let window = office.rules.bookingWindow(at: now())
      let shown = min(max(day, window.lowerBound), window.upperBound)
      return PeopleScreen(
        office, day: shown, page: page, window: window, employee: employee,
        trail: trail.to(.people(shown, page: page))
      )
      .render()
    case .search:
      return SearchScreen(office, officeName: officeName, typed: searched(asking), trail: trail).render()
    case .colleague(let id, let page):
      guard let colleague = office.employees[id] else {
        return SearchScreen(office, officeName: officeName, typed: "", trail: trail.to(.search)).render()
          .saying("Этого имени больше нет в списке.")
      }
      return ColleagueScreen(
        office, officeName: officeName, colleague: colleague, page: page, today: today,
        typed: searched(asking),
        trail: trail
      ).render()
    case .attendance(let day):
      return attendance(on: day, employee, trail)
    }
  }

  private func searched(_ asking: Asking) -> String {
    if case .colleague(let typed, _) = asking.entry { typed } else { "" }
  }

  private func bookings(page: Int, _ trail: Trail, _ employee: Employee) -> Screen {
    BookingsScreen(
      state.office, officeName: officeName, employee: employee,
      today: state.office.rules.today(at: now()), page: page, trail: trail
    ).render()
  }

  /// One of the screens about a booking that there is.
  private func screen(of booking: Booking, _ trail: Trail, _ employee: Employee) -> Screen {
    let office = state.office
    switch trail.place {
    case .cancelling:
      return CancellingScreen(office, booking: booking, employee: employee, trail: trail).render()
    case .moving(_, let part):
      return DayScreen(
        office, day: booking.day, part: part, for: .booking(booking), employee: employee, trail: trail
      ).render()
    default:
      return BookingScreen(office, booking: booking, employee: employee, trail: trail).render()
    }
  }

  /// One of the screens on which a guest gets a day and a seat.
  private func screen(for guest: GuestName, _ trail: Trail, _ employee: Employee) -> Screen {
    guard case .guestDay(let day, let part) = trail.place else {
      return calendar(trail, employee, for: guest)
    }
    if let line = refusal(toShow: day) {
      return calendar(trail.to(.guestCalendar), employee, for: guest).saying(line)
    }
    return DayScreen(
      state.office, day: day, part: part, for: .guest(guest), employee: employee, trail: trail
    ).render()
  }

  private func calendar(_ trail: Trail, _ employee: Employee, for guest: GuestName? = nil) -> Screen {
    let office = state.office
    return CalendarScreen(
      office, officeName: officeName, employee: employee, window: office.rules.bookingWindow(at: now()),
      guest: guest, trail: trail
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
