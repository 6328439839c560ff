package import OfficeActor

/// A screen one can go to and come back to.
package enum Place: Sendable, Hashable {
  case menu
  case help
  /// The list of names not yet taken, a page of it.
  case names(page: Int)
  /// «Это вы?»
  case name(Employee.ID)
  /// The booking window.
  case calendar
  /// A day's floor; in an office with very many free seats, one part of it.
  case day(Day, part: Int? = nil)
  /// The days of the booking window on which a seat is free.
  case seatDays(Seat.ID)
  /// «Моя неделя».
  case week
  /// «Несколько дней»: what is chosen is in the chat's memory.
  case severalDays
  /// Which seat is wanted on several days.
  case wantedSeat
  /// «Мои дни».
  case plan
  /// The seat wanted on a weekday of the plan.
  case planDay(Weekday)
  /// «Меня не будет»: from which day, or, from a day on, through which.
  case away(from: Day? = nil)
  /// Whether somebody is away from a day through a day.
  case awayQuestion(from: Day, through: Day)
  /// «Мои брони», a page of them.
  case bookings(page: Int = 0)
  case booking(Booking.ID)
  /// «Другое место» for one booking: its day's floor, or a part of it.
  case moving(Booking.ID, part: Int? = nil)
  /// «Отменить бронь?»
  case cancelling(Booking.ID)
  /// «Пригласить гостя»: the guest's name.
  case guest
  /// The booking window for the guest whose name the chat keeps.
  case guestCalendar
  /// A day's floor for that guest, or a part of it.
  case guestDay(Day, part: Int? = nil)
  /// «Кто в офисе» on a day, a page of it.
  case people(Day, page: Int = 0)
  /// «Найти коллегу».
  case search
  /// A colleague's bookings, a page of them.
  case colleague(Employee.ID, page: Int = 0)
  /// «Вы придёте?»
  case attendance(Day)
  /// «Настройки».
  case settings
  /// «Язык».
  case language
  /// A screen of «Управление».
  case admin(AdminPlace)
}

extension Place: Coded {
  /// Short, because ways have to fit into a button.
  static let table = CodeTable<Place> {
    Case("m", .menu)
    Case("h", .help)
    Case("n", Self.names, .page) { if case .names(let page) = $0 { page } else { nil } }
    Case("e", Self.name, .id) { if case .name(let employee) = $0 { employee } else { nil } }
    Case("c", .calendar)
    Case("d", Self.day, .day, .part) { if case .day(let day, let part) = $0 { (day, part) } else { nil } }
    Case("y", Self.bookings, .unlessFirst(.page)) { if case .bookings(let page) = $0 { page } else { nil } }
    Case("b", Self.booking, .id) { if case .booking(let booking) = $0 { booking } else { nil } }
    Case("v", Self.moving, .id, .part) { if case .moving(let id, let part) = $0 { (id, part) } else { nil } }
    Case("x", Self.cancelling, .id) { if case .cancelling(let booking) = $0 { booking } else { nil } }
    Case("g", .guest)
    Case("k", .guestCalendar)
    Case("l", Self.guestDay, .day, .part) {
      if case .guestDay(let day, let part) = $0 { (day, part) } else { nil }
    }
    Case("w", Self.people, .day, .unlessFirst(.dash(.page))) {
      if case .people(let day, let page) = $0 { (day, page) } else { nil }
    }
    Case("f", .search)
    Case("p", Self.colleague, .id, .unlessFirst(.dash(.page))) {
      if case .colleague(let employee, let page) = $0 { (employee, page) } else { nil }
    }
    Case("q", Self.attendance, .day) { if case .attendance(let day) = $0 { day } else { nil } }
    Case("t", Self.seatDays, .seat) { if case .seatDays(let seat) = $0 { seat } else { nil } }
    Case("u", .week)
    Case("r", .severalDays)
    Case("o", .wantedSeat)
    Case("a", .plan)
    Case("j", Self.planDay, .weekday) { if case .planDay(let weekday) = $0 { weekday } else { nil } }
    Case("z", Self.away, .ifAny(.day)) { if case .away(let day) = $0 { day } else { nil } }
    Case("Z", Self.awayQuestion, .day, .dash(.day)) {
      if case .awayQuestion(let first, let last) = $0 { (first, last) } else { nil }
    }
    Case("s", .settings)
    Case("i", .language)
    Case("A", Self.admin, .coded) { if case .admin(let place) = $0 { place } else { nil } }
  }
}
