package import OfficeActor

/// A screen of «Управление».
package enum AdminPlace: Sendable, Hashable {
  case menu

  // «Брони».
  case days
  /// A day's bookings, a page of them.
  case day(Day, page: Int = 0)
  case booking(Booking.ID)
  /// «Удалить бронь?»
  case deleting(Booking.ID)
  /// «Указать причину».
  case reason(Booking.ID)
  /// Another seat for a booking; in an office with very many free seats, one part of it.
  case moving(Booking.ID, part: Int? = nil)
  /// «Закрыть день?»
  case closing(Day)
  /// Whom to book for on a day.
  case bookingFor(Day)
  /// A seat for somebody on a day.
  case seatFor(Employee.ID, on: Day, part: Int? = nil)
  /// The day to book for somebody.
  case dayFor(Employee.ID)

  // «Сотрудники».
  case employees(Links = .all, page: Int = 0)
  case adding
  case employee(Employee.ID)
  case bookings(of: Employee.ID, page: Int = 0)
  case renaming(Employee.ID)
  case unlinking(Employee.ID)
  case removing(Employee.ID)

  // «Заявки».
  case requests(page: Int = 0)

  // «Места».
  case seats(page: Int = 0)
  case seat(Seat.ID)
  /// Why a seat is to be closed.
  case closingSeat(Seat.ID)
  /// Until when; whether a reason was typed.
  case closingSeatUntil(Seat.ID, hasReason: Bool)

  // «Журнал», «Ошибки», «Статистика».
  case journal(JournalPage)
  case journalTopics(JournalFilter)
  case journalDays(JournalFilter)
  case journalEmployees(JournalFilter)
  case errors(page: Int = 0)
  case statistics(Month)

  /// Which employees a list shows.
  package enum Links: Character, Sendable, Hashable, CaseIterable {
    case all = "a"
    case linked = "l"
    case unlinked = "u"
  }
}

extension AdminPlace {
  /// Whether two places are one screen, perhaps at another page of it.
  func isSameScreen(as other: AdminPlace) -> Bool {
    switch (self, other) {
    case (.employees, .employees), (.requests, .requests), (.seats, .seats), (.journal, .journal),
      (.journalTopics, .journalTopics), (.journalDays, .journalDays),
      (.journalEmployees, .journalEmployees), (.errors, .errors), (.statistics, .statistics):
      true
    case (.day(let day, _), .day(let otherDay, _)): day == otherDay
    case (.bookings(let employee, _), .bookings(let otherEmployee, _)): employee == otherEmployee
    default: self == other
    }
  }
}

extension AdminPlace: Coded {
  static let table = CodeTable<AdminPlace> {
    Case("m", .menu)
    Case("d", .days)
    Case("D", Self.day, .day, .dash(.page)) {
      if case .day(let day, let page) = $0 { (day, page) } else { nil }
    }
    Case("b", Self.booking, .id) { if case .booking(let booking) = $0 { booking } else { nil } }
    Case("x", Self.deleting, .id) { if case .deleting(let booking) = $0 { booking } else { nil } }
    Case("r", Self.reason, .id) { if case .reason(let booking) = $0 { booking } else { nil } }
    Case("v", Self.moving, .id, .dash(.ifAny(.page))) {
      if case .moving(let booking, let part) = $0 { (booking, part) } else { nil }
    }
    Case("c", Self.closing, .day) { if case .closing(let day) = $0 { day } else { nil } }
    Case("w", Self.bookingFor, .day) { if case .bookingFor(let day) = $0 { day } else { nil } }
    Case("p", Self.seatFor, .id, .dash(.day), .dash(.ifAny(.page))) {
      if case .seatFor(let employee, let day, let part) = $0 { (employee, day, part) } else { nil }
    }
    Case("f", Self.dayFor, .id) { if case .dayFor(let employee) = $0 { employee } else { nil } }
    Case("e", Self.employees, .letter, .page) {
      if case .employees(let links, let page) = $0 { (links, page) } else { nil }
    }
    Case("n", .adding)
    Case("E", Self.employee, .id) { if case .employee(let employee) = $0 { employee } else { nil } }
    Case("B", Self.bookings, .id, .dash(.page)) {
      if case .bookings(let employee, let page) = $0 { (employee, page) } else { nil }
    }
    Case("R", Self.renaming, .id) { if case .renaming(let employee) = $0 { employee } else { nil } }
    Case("U", Self.unlinking, .id) { if case .unlinking(let employee) = $0 { employee } else { nil } }
    Case("X", Self.removing, .id) { if case .removing(let employee) = $0 { employee } else { nil } }
    Case("q", Self.requests, .page) { if case .requests(let page) = $0 { page } else { nil } }
    Case("s", Self.seats, .page) { if case .seats(let page) = $0 { page } else { nil } }
    Case("S", Self.seat, .seat) { if case .seat(let seat) = $0 { seat } else { nil } }
    Case("C", Self.closingSeat, .seat) { if case .closingSeat(let seat) = $0 { seat } else { nil } }
    Case("u", { .closingSeatUntil($1, hasReason: $0) }, .flag, .seat) {
      if case .closingSeatUntil(let seat, let hasReason) = $0 { (hasReason, seat) } else { nil }
    }
    Case("j", { .journal(JournalPage(filter: $1, position: $0)) }, .coded, .dash(.filter)) {
      if case .journal(let page) = $0 { (page.position, page.filter) } else { nil }
    }
    Case("t", Self.journalTopics, .filter) { if case .journalTopics(let filter) = $0 { filter } else { nil } }
    Case("y", Self.journalDays, .filter) { if case .journalDays(let filter) = $0 { filter } else { nil } }
    Case("k", Self.journalEmployees, .filter) {
      if case .journalEmployees(let filter) = $0 { filter } else { nil }
    }
    Case("z", Self.errors, .page) { if case .errors(let page) = $0 { page } else { nil } }
    Case("g", Self.statistics, .month) { if case .statistics(let month) = $0 { month } else { nil } }
  }
}
