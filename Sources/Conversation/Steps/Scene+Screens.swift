import OfficeActor

extension Scene {
  /// The screen at the end of a way, as it is now. Whoever is not registered sees registration only.
  func screen(at trail: Trail) -> Screen {
    guard let employee else {
      if isAdmin, trail.place == .language { return LanguageScreen(scene: self, trail: trail).render() }
      return registration(at: trail).offeringAdministration(in: self)
    }
    var trail = trail
    if case .people(let day, let page) = trail.place {
      // The ends of the booking window are ends.
      trail = trail.to(.people(office.rules.bookingWindow(at: now).nearest(to: day), page: page))
    }
    var screen = screen(at: trail, employee)
    screen.statement = statement(at: trail)
    return screen
  }

  private func screen(at trail: Trail, _ employee: Employee) -> Screen {
    switch trail.place {
    // Screens of «Управление» are shown by what has made sure that it is an admin who asks.
    case .menu, .names, .name, .admin:
      return MenuScreen(scene: self, employee: employee).render().offeringAdministration(in: self)
    case .help:
      return HelpScreen(scene: self).render()
    case .calendar:
      return calendar(trail, employee)
    case .day(let day, let part):
      guard let line = refusal(toShow: day) else {
        return DayScreen(self, day: day, part: part, employee: employee, trail: trail).render()
      }
      return calendar(trail.to(.calendar), employee).saying(line)
    case .seatDays(let id):
      guard let seat = office.seat(id) else {
        return calendar(trail.to(.calendar), employee).saying(text(of: .seatUnknown(id)))
      }
      return SeatDaysScreen(scene: self, seat: seat, employee: employee, trail: trail).render()
    case .bookings(let page):
      return bookings(page: page, trail, employee)
    case .booking(let id), .cancelling(let id), .moving(let id, _):
      guard let booking = office.booking(id), booking.owner == employee.id, booking.day >= today else {
        return bookings(page: 0, trail.back.to(.bookings()), employee).saying(words.bookingIsGone)
      }
      return screen(of: booking, trail, employee)
    case .guest:
      return GuestNameScreen(scene: self, trail: trail).render()
    case .guestCalendar, .guestDay:
      guard case .guest(let name, _, _)? = viewer.entry else {
        return GuestNameScreen(scene: self, trail: trail.to(.guest)).render()
      }
      return screen(for: name, trail, employee)
    case .people(let day, let page):
      return PeopleScreen(
        self, day: day, page: page, window: office.rules.bookingWindow(at: now), employee: employee,
        trail: trail
      ).render()
    case .search:
      return SearchScreen(self, typed: searched, trail: trail).render()
    case .colleague(let id, let page):
      guard let colleague = office.employees[id] else {
        return SearchScreen(self, typed: "", trail: trail.to(.search)).render().saying(words.nameIsGone)
      }
      return ColleagueScreen(self, colleague: colleague, page: page, typed: searched, trail: trail).render()
    case .week: return WeekScreen(scene: self, employee: employee, trail: trail).render()
    case .severalDays, .wantedSeat: return severalDays(at: trail, employee)
    case .plan: return PlanScreen(scene: self, employee: employee, trail: trail).render()
    case .planDay(let weekday):
      return PlanDayScreen(scene: self, employee: employee, weekday: weekday, trail: trail).render()
    case .away(let from):
      return AwayScreen(scene: self, employee: employee, from: from, trail: trail).render()
    case .awayQuestion(let from, let through):
      guard from <= through, through >= today else {
        return AwayScreen(scene: self, employee: employee, from: nil, trail: trail.to(.away())).render()
      }
      return AwayQuestionScreen(
        scene: self, employee: employee, from: max(from, today), through: through, trail: trail
      ).render()
    case .settings: return SettingsScreen(scene: self, trail: trail).render()
    case .language: return LanguageScreen(scene: self, trail: trail).render()
    case .attendance(let day):
      return attendance(on: day, employee, trail)
    }
  }

  private var searched: String {
    if case .colleague(let typed, _) = viewer.entry { typed } else { "" }
  }

  private func bookings(page: Int, _ trail: Trail, _ employee: Employee) -> Screen {
    BookingsScreen(self, employee: employee, page: page, trail: trail).render()
  }

  /// One of the screens about a booking that there is.
  private func screen(of booking: Booking, _ trail: Trail, _ employee: Employee) -> Screen {
    switch trail.place {
    case .cancelling:
      return CancellingScreen(self, booking: booking, employee: employee, trail: trail).render()
    case .moving(_, let part):
      return DayScreen(
        self, day: booking.day, part: part, for: .booking(booking), employee: employee, trail: trail
      ).render()
    default:
      return BookingScreen(self, booking: booking, employee: employee, trail: trail).render()
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
      self, day: day, part: part, for: .guest(guest), employee: employee, trail: trail
    ).render()
  }

  private func calendar(_ trail: Trail, _ employee: Employee, for guest: GuestName? = nil) -> Screen {
    CalendarScreen(self, employee: employee, guest: guest, trail: trail).render()
  }

  /// Why a day's floor is not shown, or nil if it is.
  private func refusal(toShow day: Day) -> Markup? {
    let rules = office.rules
    let window = rules.bookingWindow(at: now)
    if day < window.lowerBound { return text(of: .dayIsPast(day)) }
    if day > window.upperBound {
      return text(of: .dayNotYetOpen(day, last: window.upperBound))
    }
    return nil
  }
}
