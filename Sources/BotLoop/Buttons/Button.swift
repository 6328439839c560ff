import OfficeActor
import Telegram

/// What a button does; travels in its `callback_data`.
enum Button: Sendable, Hashable {
  /// Shows a screen.
  case open(Trail)
  /// «Да, это я».
  case register(Employee.ID)
  /// Takes a seat, or moves to it.
  case book(Seat.ID, on: Day, from: Trail)
  /// «Да, отменить».
  case cancel(Booking.ID, from: Trail)
  /// Says where one is («2/5») and does nothing.
  case label
}

extension Button {
  /// The button as `callback_data`, within Telegram's 64 bytes: a way too long is cut at its beginning.
  var data: String {
    switch self {
    case .open(let trail): Self.fitting("o", trail)
    case .register(let employee): "r" + Code.text(employee.rawValue)
    case .book(let seat, let day, let trail):
      Self.fitting("b" + Code.text(day.number) + "." + seat.rawValue + "|", trail)
    case .cancel(let booking, let trail): Self.fitting("x" + Code.text(booking.rawValue) + "|", trail)
    case .label: "-"
    }
  }

  /// The button that has this data, or nil if it is none of ours (any more).
  init?(data: String) {
    guard data.utf8.count <= InlineKeyboardButton.callbackDataBytesMax else { return nil }
    let rest = data.dropFirst()
    switch data.first {
    case "o":
      guard let trail = Trail(code: rest) else { return nil }
      self = .open(trail)
    case "r":
      guard let id = Code.number(rest) else { return nil }
      self = .register(as: id)
    case "b":
      let (what, trail) = Self.split(rest)
      let parts = what.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, !parts[1].isEmpty, let day = Code.day(parts[0]), let trail else { return nil }
      self = .book(Seat.ID(String(parts[1])), on: day, from: trail)
    case "x":
      let (what, trail) = Self.split(rest)
      guard let id = Code.number(what), let trail else { return nil }
      self = .cancel(Booking.ID(rawValue: id), from: trail)
    case "-" where rest.isEmpty: self = .label
    default: return nil
    }
  }

  private static func register(as id: Int64) -> Button { .register(Employee.ID(rawValue: id)) }

  private static func split(_ text: Substring) -> (Substring, Trail?) {
    guard let bar = text.lastIndex(of: "|") else { return (text, nil) }
    return (text[..<bar], Trail(code: text[text.index(after: bar)...]))
  }

  private static func fitting(_ action: String, _ trail: Trail) -> String {
    var trail = trail
    while action.utf8.count + trail.code.utf8.count > InlineKeyboardButton.callbackDataBytesMax,
      let shorter = trail.shortened
    {
      trail = shorter
    }
    return action + trail.code
  }
}
