package import OfficeActor

/// A screen of «Управление».
package enum AdminPlace: Sendable, Hashable {
  case menu

  // «Брони».
  case days
  /// «‹ Раньше»: the days before one, as far as bookings are kept.
  case daysBefore(Day)
  /// «Кто сейчас в офисе», a page of it.
  case expected(page: Int = 0)
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
  /// «Меня не будет» on somebody's behalf: from which day, then through which.
  case absence(of: Employee.ID, from: Day? = nil)
  /// What the absence costs.
  case absenceQuestion(of: Employee.ID, from: Day, through: Day)

  // «Заявки».
  case requests(page: Int = 0)

  // «Места».
  case seats(page: Int = 0)
  case seat(Seat.ID)
  /// Why a seat is to be closed.
  case closingSeat(Seat.ID)
  /// Until when; whether a reason was typed.
  case closingSeatUntil(Seat.ID, hasReason: Bool)
  /// What closing it through a day costs; without one, until it is opened.
  case closingSeatThrough(Seat.ID, Day?, hasReason: Bool)
  /// «Закрыть несколько»: a page of toggles. What is ticked, and why, the chat keeps.
  case tickingSeats(page: Int = 0)
  case closingTicked
  case closingTickedUntil
  case closingTickedThrough(Day?)
  /// «Закрепить»: for whom.
  case assigning(Seat.ID)
  /// On which weekdays.
  case assigningDays(Seat.ID, to: Employee.ID, Set<Weekday>)
  /// «История», a page of it.
  case seatHistory(Seat.ID, page: Int = 0)

  // «Журнал», «Ошибки», «Статистика».
  case journal(JournalPage)
  case journalTopics(JournalFilter)
  case journalDays(JournalFilter)
  case journalEmployees(JournalFilter)
  case journalSeats(JournalFilter)
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
      (.journalEmployees, .journalEmployees), (.journalSeats, .journalSeats), (.errors, .errors),
      (.statistics, .statistics), (.daysBefore, .daysBefore), (.expected, .expected),
      (.tickingSeats, .tickingSeats), (.closingTickedThrough, .closingTickedThrough):
      true
    case (.seatHistory(let seat, _), .seatHistory(let other, _)): seat == other
    case (.assigningDays(let seat, _, _), .assigningDays(let other, _, _)): seat == other
    case (.closingSeatThrough(let seat, _, _), .closingSeatThrough(let other, _, _)): seat == other
    case (.day(let day, _), .day(let otherDay, _)): day == otherDay
    case (.bookings(let employee, _), .bookings(let otherEmployee, _)): employee == otherEmployee
    default: self == other
    }
  }

  /// Whether what was typed at one of the places counts at the other: they are one screen, or steps of closing one
  /// seat.
  func sharesText(with other: AdminPlace) -> Bool {
    if let seat = closingSeat, let otherSeat = other.closingSeat { return seat == otherSeat }
    return isSameScreen(as: other)
  }

  /// Whether it is a step of «Закрыть несколько».
  var isOfTicked: Bool {
    switch self {
    case .tickingSeats, .closingTicked, .closingTickedUntil, .closingTickedThrough: true
    default: false
    }
  }

  private var closingSeat: Seat.ID? {
    switch self {
    case .closingSeat(let seat), .closingSeatUntil(let seat, _), .closingSeatThrough(let seat, _, _): seat
    default: nil
    }
  }
}

extension AdminPlace: Coded {
  static let table = CodeTable<AdminPlace> {
    Case("m", .menu)
    Case("d", .days)
    Case("P", Self.daysBefore, .day) { if case .daysBefore(let day) = $0 { day } else { nil } }
    Case("i", Self.expected, .page) { if case .expected(let page) = $0 { page } else { nil } }
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
    Case("l", Self.absence, .id, .dash(.ifAny(.day))) {
      if case .absence(let employee, let from) = $0 { (employee, from) } else { nil }
    }
    Case("L", Self.absenceQuestion, .id, .dash(.day), .dash(.day)) {
      if case .absenceQuestion(let employee, let from, let through) = $0 {
        (employee, from, through)
      } else {
        nil
      }
    }
    Case("q", Self.requests, .page) { if case .requests(let page) = $0 { page } else { nil } }
    Case("s", Self.seats, .page) { if case .seats(let page) = $0 { page } else { nil } }
    Case("S", Self.seat, .seat) { if case .seat(let seat) = $0 { seat } else { nil } }
    Case("C", Self.closingSeat, .seat) { if case .closingSeat(let seat) = $0 { seat } else { nil } }
    Case("u", { .closingSeatUntil($1, hasReason: $0) }, .flag, .seat) {
      if case .closingSeatUntil(let seat, let hasReason) = $0 { (hasReason, seat) } else { nil }
    }
    Case("G", { .closingSeatThrough($2, $1, hasReason: $0) }, .flag, .ifAny(.day), .dash(.seat)) {
      if case .closingSeatThrough(let seat, let day, let hasReason) = $0 {
        (hasReason, day, seat)
      } else {
        nil
      }
    }
    Case("T", Self.tickingSeats, .page) { if case .tickingSeats(let page) = $0 { page } else { nil } }
    Case("W", .closingTicked)
    Case("I", .closingTickedUntil)
    Case("H", Self.closingTickedThrough, .ifAny(.day)) {
      if case .closingTickedThrough(let day) = $0 { .some(day) } else { nil }
    }
    Case("a", Self.assigning, .seat) { if case .assigning(let seat) = $0 { seat } else { nil } }
    Case("A", { .assigningDays($2, to: $1, $0) }, .weekdays, .dash(.id), .dash(.seat)) {
      if case .assigningDays(let seat, let employee, let weekdays) = $0 {
        (weekdays, employee, seat)
      } else {
        nil
      }
    }
    Case("h", { .seatHistory($1, page: $0) }, .page, .dash(.seat)) {
      if case .seatHistory(let seat, let page) = $0 { (page, seat) } else { nil }
    }
    Case("j", { .journal(JournalPage(filter: $1, position: $0)) }, .coded, .dash(.filter)) {
      if case .journal(let page) = $0 { (page.position, page.filter) } else { nil }
    }
    Case("t", Self.journalTopics, .filter) { if case .journalTopics(let filter) = $0 { filter } else { nil } }
    Case("y", Self.journalDays, .filter) { if case .journalDays(let filter) = $0 { filter } else { nil } }
    Case("k", Self.journalEmployees, .filter) {
      if case .journalEmployees(let filter) = $0 { filter } else { nil }
    }
    Case("K", Self.journalSeats, .filter) { if case .journalSeats(let filter) = $0 { filter } else { nil } }
    Case("z", Self.errors, .page) { if case .errors(let page) = $0 { page } else { nil } }
    Case("g", Self.statistics, .month) { if case .statistics(let month) = $0 { month } else { nil } }
  }
}
