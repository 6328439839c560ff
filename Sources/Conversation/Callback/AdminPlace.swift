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

  /// A letter and what belongs to it.
  var code: String {
    switch self {
    case .menu: "m"
    case .days: "d"
    case .day(let day, let page): "D" + Code.joined(Code.text(day.number), Code.text(page))
    case .booking(let booking): "b" + Code.text(booking.rawValue)
    case .deleting(let booking): "x" + Code.text(booking.rawValue)
    case .reason(let booking): "r" + Code.text(booking.rawValue)
    case .moving(let booking, let part): "v" + Code.joined(Code.text(booking.rawValue), Code.text(part))
    case .closing(let day): "c" + Code.text(day.number)
    case .bookingFor(let day): "w" + Code.text(day.number)
    case .seatFor(let employee, let day, let part):
      "p" + Code.joined(Code.text(employee.rawValue), Code.text(day.number), Code.text(part))
    case .dayFor(let employee): "f" + Code.text(employee.rawValue)
    case .employees(let links, let page): "e" + String(links.rawValue) + Code.text(page)
    case .adding: "n"
    case .employee(let employee): "E" + Code.text(employee.rawValue)
    case .bookings(let employee, let page):
      "B" + Code.joined(Code.text(employee.rawValue), Code.text(page))
    case .renaming(let employee): "R" + Code.text(employee.rawValue)
    case .unlinking(let employee): "U" + Code.text(employee.rawValue)
    case .removing(let employee): "X" + Code.text(employee.rawValue)
    case .requests(let page): "q" + Code.text(page)
    case .seats(let page): "s" + Code.text(page)
    case .seat(let seat): "S" + Code.text(seat)
    case .closingSeat(let seat): "C" + Code.text(seat)
    case .closingSeatUntil(let seat, let hasReason): "u" + Code.text(hasReason) + Code.text(seat)
    case .journal(let page): "j" + page.code
    case .journalTopics(let filter): "t" + filter.code
    case .journalDays(let filter): "y" + filter.code
    case .journalEmployees(let filter): "k" + filter.code
    case .errors(let page): "z" + Code.text(page)
    case .statistics(let month): "g" + Code.text(month.number)
    }
  }

  /// The place with a code, or nil if it is not one of ours (any more).
  init?(code: Substring) {
    guard let letter = code.first,
      let place = Self.place(letter, CodeReader(code.dropFirst())), place.code == code
    else { return nil }
    self = place
  }

  private static func place(_ letter: Character, _ reader: CodeReader) -> AdminPlace? {
    var reader = reader
    let place: AdminPlace? =
      switch letter {
      case "m": .menu
      case "d": .days
      case "D": reader.day().flatMap { day in reader.page().map { .day(day, page: $0) } }
      case "b": reader.booking().map { .booking($0) }
      case "x": reader.booking().map { .deleting($0) }
      case "r": reader.booking().map { .reason($0) }
      case "v": reader.booking().flatMap { id in reader.part().map { .moving(id, part: $0.value) } }
      case "c": reader.day().map { .closing($0) }
      case "w": reader.day().map { .bookingFor($0) }
      case "p":
        reader.employee().flatMap { id in
          reader.day().flatMap { day in reader.part().map { .seatFor(id, on: day, part: $0.value) } }
        }
      case "f": reader.employee().map { .dayFor($0) }
      case "e":
        reader.letter().flatMap(Links.init(rawValue:)).flatMap { links in
          reader.page().map { .employees(links, page: $0) }
        }
      case "n": .adding
      case "E": reader.employee().map { .employee($0) }
      case "B": reader.employee().flatMap { id in reader.page().map { .bookings(of: id, page: $0) } }
      case "R": reader.employee().map { .renaming($0) }
      case "U": reader.employee().map { .unlinking($0) }
      case "X": reader.employee().map { .removing($0) }
      case "q": reader.page().map { .requests(page: $0) }
      case "s": reader.page().map { .seats(page: $0) }
      case "S": reader.seat().map { .seat($0) }
      case "C": reader.seat().map { .closingSeat($0) }
      case "u": reader.flag().flatMap { has in reader.seat().map { .closingSeatUntil($0, hasReason: has) } }
      case "j": reader.journalPage().map { .journal($0) }
      case "t": reader.journalFilter().map { .journalTopics($0) }
      case "y": reader.journalFilter().map { .journalDays($0) }
      case "k": reader.journalFilter().map { .journalEmployees($0) }
      case "z": reader.page().map { .errors(page: $0) }
      case "g": reader.month().map { .statistics($0) }
      default: nil
      }
    return place
  }
}
