import OfficeActor

extension Scene {
  /// The screen at the end of a way, as it is now. Whoever is not registered sees registration only.
  func screen(at trail: Trail) -> Screen {
    guard let employee else {
      return registration(at: trail).offeringAdministration(to: viewer.account, of: office)
    }
    switch trail.place {
    // Screens of «Управление» are shown by what has made sure that it is an admin who asks.
    case .menu, .names, .name, .admin:
      return MenuScreen(office, officeName: officeName, employee: employee, at: now).render()
        .offeringAdministration(to: viewer.account, of: office)
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
      guard case .guest(let name, _, _)? = viewer.entry else {
        return GuestNameScreen(officeName: officeName, trail: trail.to(.guest)).render()
      }
      return screen(for: name, trail, employee)
    case .people(let day, let page):
      let window = office.rules.bookingWindow(at: now)
      let shown = min(max(day, window.lowerBound), window.upperBound)
      return PeopleScreen(
        office, day: shown, page: page, window: window, employee: employee,
        trail: trail.to(.people(shown, page: page))
      )
      .render()
    case .search:
      return SearchScreen(office, officeName: officeName, typed: searched, trail: trail).render()
    case .colleague(let id, let page):
      guard let colleague = office.employees[id] else {
        return SearchScreen(office, officeName: officeName, typed: "", trail: trail.to(.search)).render()
          .saying("Этого имени больше нет в списке.")
      }
      return ColleagueScreen(
        office, officeName: officeName, colleague: colleague, page: page, today: today,
        typed: searched,
        trail: trail
      ).render()
    case .attendance(let day):
      return attendance(on: day, employee, trail)
    }
  }

  private var searched: String {
    if case .colleague(let typed, _) = viewer.entry { typed } else { "" }
  }

  private func bookings(page: Int, _ trail: Trail, _ employee: Employee) -> Screen {
    BookingsScreen(
      office, officeName: officeName, employee: employee,
      today: today, page: page, trail: trail
    ).render()
  }

  /// One of the screens about a booking that there is.
  private func screen(of booking: Booking, _ trail: Trail, _ employee: Employee) -> Screen {
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
      office, day: day, part: part, for: .guest(guest), employee: employee, trail: trail
    ).render()
  }

  private func calendar(_ trail: Trail, _ employee: Employee, for guest: GuestName? = nil) -> Screen {
    return CalendarScreen(
      office, officeName: officeName, employee: employee, window: office.rules.bookingWindow(at: now),
      guest: guest, trail: trail
    ).render()
  }

  /// Why a day's floor is not shown, or nil if it is.
  private func refusal(toShow day: Day) -> Markup? {
    let rules = office.rules
    let window = rules.bookingWindow(at: now)
    if day < window.lowerBound { return RefusalText(office: office).text(of: .dayIsPast(day)) }
    if day > window.upperBound {
      return RefusalText(office: office).text(of: .dayNotYetOpen(day, last: window.upperBound))
    }
    return nil
  }
}
