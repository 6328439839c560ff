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

extension Place {
  /// A letter and what belongs to it; short, because trails of places have to fit into a button.
  var code: String {
    switch self {
    case .menu: "m"
    case .help: "h"
    case .names(let page): "n" + Code.text(page)
    case .name(let employee): "e" + Code.text(employee.rawValue)
    case .calendar: "c"
    case .day(let day, let part): "d" + Code.text(day.number, part: part)
    case .bookings(let page): "y" + (page == 0 ? "" : Code.text(page))
    case .booking(let booking): "b" + Code.text(booking.rawValue)
    case .moving(let booking, let part): "v" + Code.text(booking.rawValue, part: part)
    case .cancelling(let booking): "x" + Code.text(booking.rawValue)
    case .guest: "g"
    case .guestCalendar: "k"
    case .guestDay(let day, let part): "l" + Code.text(day.number, part: part)
    case .people(let day, let page): "w" + Code.text(day.number, part: page == 0 ? nil : page)
    case .search: "f"
    case .colleague(let employee, let page):
      "p" + Code.text(employee.rawValue, part: page == 0 ? nil : page)
    case .attendance(let day): "q" + Code.text(day.number)
    case .seatDays(let seat): "t" + seat.rawValue
    case .settings: "s"
    case .language: "i"
    case .admin(let place): "A" + place.code
    }
  }

  /// The place with a code, or nil if it is not one of ours (any more).
  init?(code: Substring) {
    let rest = code.dropFirst()
    switch code.first {
    case "m" where rest.isEmpty: self = .menu
    case "h" where rest.isEmpty: self = .help
    case "c" where rest.isEmpty: self = .calendar
    case "y" where rest.isEmpty: self = .bookings()
    case "g" where rest.isEmpty: self = .guest
    case "k" where rest.isEmpty: self = .guestCalendar
    case "f" where rest.isEmpty: self = .search
    case "s" where rest.isEmpty: self = .settings
    case "i" where rest.isEmpty: self = .language
    case "t":
      guard (1...Seat.ID.bytesMax).contains(rest.utf8.count) else { return nil }
      self = .seatDays(Seat.ID(String(rest)))
    case "n":
      guard let page = Code.number(rest, in: 0...Code.pagesMax) else { return nil }
      self = .names(page: Int(page))
    case "y":
      guard let page = Code.number(rest, in: 1...Code.pagesMax) else { return nil }
      self = .bookings(page: Int(page))
    case "e":
      guard let id = Code.number(rest) else { return nil }
      self = .name(Employee.ID(rawValue: id))
    case "d":
      guard let (day, part) = Code.withPart(rest, Code.day) else { return nil }
      self = .day(day, part: part)
    case "l":
      guard let (day, part) = Code.withPart(rest, Code.day) else { return nil }
      self = .guestDay(day, part: part)
    case "v":
      guard let (id, part) = Code.withPart(rest, { Code.number($0) }) else { return nil }
      self = .moving(Booking.ID(rawValue: id), part: part)
    case "b":
      guard let id = Code.number(rest) else { return nil }
      self = .booking(Booking.ID(rawValue: id))
    case "x":
      guard let id = Code.number(rest) else { return nil }
      self = .cancelling(Booking.ID(rawValue: id))
    case "w":
      guard let (day, page) = Code.withPart(rest, Code.day), page != 0 else { return nil }
      self = .people(day, page: page ?? 0)
    case "p":
      guard let (id, page) = Code.withPart(rest, { Code.number($0) }), page != 0 else { return nil }
      self = .colleague(Employee.ID(rawValue: id), page: page ?? 0)
    case "q":
      guard let day = Code.day(rest) else { return nil }
      self = .attendance(day)
    case "A":
      guard let place = AdminPlace(code: rest) else { return nil }
      self = .admin(place)
    default: return nil
    }
  }
}

/// How numbers are written inside buttons: base 36, never negative, each in one way only.
enum Code {
  /// Pages and parts beyond this are nobody's.
  static let pagesMax: Int64 = 100_000
  private static let daysMax: Int64 = 100_000

  static func text(_ number: some BinaryInteger) -> String { String(number, radix: 36) }

  /// «g1a», or «g1a-3» for a part of it.
  static func text(_ number: some BinaryInteger, part: Int?) -> String {
    text(number) + (part.map { "-" + text($0) } ?? "")
  }

  static func number(_ text: Substring, in range: ClosedRange<Int64> = 0...Int64.max) -> Int64? {
    guard let number = Int64(text, radix: 36), range.contains(number), Self.text(number) == text else {
      return nil
    }
    return number
  }

  static func day(_ text: Substring) -> Day? {
    number(text, in: 0...daysMax).map { Day(number: Int($0)) }
  }

  static func withPart<What>(
    _ text: Substring, _ read: (Substring) -> What?
  ) -> (what: What, part: Int?)? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count <= 2, let what = fields.first.flatMap(read) else { return nil }
    guard fields.count == 2 else { return (what, nil) }
    return number(fields[1], in: 0...pagesMax).map { (what, Int($0)) }
  }
}
