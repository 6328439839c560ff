import OfficeActor

/// A screen one can go to and come back to.
enum Place: Sendable, Hashable {
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
  /// «Мои брони».
  case bookings
  case booking(Booking.ID)
  /// «Отменить бронь?»
  case cancelling(Booking.ID)
  /// «Кто в офисе» on a day.
  case people(Day)
  /// «Найти коллегу».
  case search
  /// A colleague's bookings.
  case colleague(Employee.ID)
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
    case .day(let day, nil): "d" + Code.text(day.number)
    case .day(let day, let part?): "d" + Code.text(day.number) + "-" + Code.text(part)
    case .bookings: "y"
    case .booking(let booking): "b" + Code.text(booking.rawValue)
    case .cancelling(let booking): "x" + Code.text(booking.rawValue)
    case .people(let day): "w" + Code.text(day.number)
    case .search: "f"
    case .colleague(let employee): "p" + Code.text(employee.rawValue)
    }
  }

  /// The place with a code, or nil if it is not one of ours (any more).
  init?(code: Substring) {
    let rest = code.dropFirst()
    switch code.first {
    case "m" where rest.isEmpty: self = .menu
    case "h" where rest.isEmpty: self = .help
    case "c" where rest.isEmpty: self = .calendar
    case "y" where rest.isEmpty: self = .bookings
    case "f" where rest.isEmpty: self = .search
    case "n":
      guard let page = Code.number(rest, in: 0...Code.pagesMax) else { return nil }
      self = .names(page: Int(page))
    case "e":
      guard let id = Code.number(rest) else { return nil }
      self = .name(Employee.ID(rawValue: id))
    case "d":
      let parts = rest.split(separator: "-", omittingEmptySubsequences: false)
      guard parts.count <= 2, let day = parts.first.flatMap(Code.day) else { return nil }
      if parts.count == 2 {
        guard let part = Code.number(parts[1], in: 0...Code.pagesMax) else { return nil }
        self = .day(day, part: Int(part))
      } else {
        self = .day(day)
      }
    case "b":
      guard let id = Code.number(rest) else { return nil }
      self = .booking(Booking.ID(rawValue: id))
    case "x":
      guard let id = Code.number(rest) else { return nil }
      self = .cancelling(Booking.ID(rawValue: id))
    case "w":
      guard let day = Code.day(rest) else { return nil }
      self = .people(day)
    case "p":
      guard let id = Code.number(rest) else { return nil }
      self = .colleague(Employee.ID(rawValue: id))
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

  static func number(_ text: Substring, in range: ClosedRange<Int64> = 0...Int64.max) -> Int64? {
    guard let number = Int64(text, radix: 36), range.contains(number), Self.text(number) == text else {
      return nil
    }
    return number
  }

  static func day(_ text: Substring) -> Day? {
    number(text, in: 0...daysMax).map { Day(number: Int($0)) }
  }
}
