package import OfficeActor

/// What a chat waits for a person to type; kept over a restart.
package enum TextEntry: Sendable, Hashable {
  /// Part of one's name, in the registration list; with what was typed last.
  case name(typed: String)
  /// A seat's number on a day.
  case seat(on: Day, from: Trail)
  /// The number of another seat for a booking.
  case otherSeat(of: Booking.ID, from: Trail)
  /// The name of a guest to be invited.
  case guestName(from: Trail)
  /// With the guest's name typed already: the number of a seat on a day, or, without one, another name.
  case guest(GuestName, on: Day?, from: Trail)
  /// Part of a colleague's name; with what was typed last.
  case colleague(typed: String, from: Trail)
  /// What the screen of «Управление» at the end of a way asks for; with what was typed last.
  case admin(typed: String, at: Trail)
}

extension TextEntry {
  /// What was typed is kept no longer than this, in characters.
  static let typedCharactersMax = 100

  /// Whether more is being typed than a seat's number, which is nothing without the floor it is seen on.
  var isDialogue: Bool {
    switch self {
    case .seat, .otherSeat: false
    case .name, .guestName, .guest, .colleague, .admin: true
    }
  }

  /// As it is stored: a letter, what is known, and last of all what was typed, which may be anything.
  package var code: String {
    switch self {
    case .name(let typed): "n" + typed
    case .seat(let day, let trail): "s" + Code.text(day.number) + "|" + trail.code
    case .otherSeat(let booking, let trail): "o" + Code.text(booking.rawValue) + "|" + trail.code
    case .guestName(let trail): "g" + trail.code
    case .guest(let name, let day, let trail):
      "v" + (day.map { Code.text($0.number) } ?? "") + "|" + trail.code + "|" + name.text
    case .colleague(let typed, let trail): "c" + trail.code + "|" + typed
    case .admin(let typed, let trail): "A" + trail.code + "|" + typed
    }
  }

  package init?(code: String) {
    let rest = code.dropFirst()
    let entry: TextEntry? =
      switch code.first {
      case "n": .name(typed: String(rest))
      case "s": Self.fields(rest, 2).flatMap(Self.seat)
      case "o": Self.fields(rest, 2).flatMap(Self.otherSeat)
      case "g": Trail(code: rest).map { .guestName(from: $0) }
      case "v": Self.fields(rest, 3).flatMap(Self.guest)
      case "c": Self.fields(rest, 2).flatMap(Self.colleague)
      case "A": Self.fields(rest, 2).flatMap(Self.admin)
      default: nil
      }
    guard let entry else { return nil }
    self = entry
  }

  private static func fields(_ text: Substring, _ count: Int) -> [Substring]? {
    // By code points, for what was typed may begin with an accent.
    let fields = text.unicodeScalars.split(
      separator: "|", maxSplits: count - 1, omittingEmptySubsequences: false)
    return fields.count == count ? fields.map(Substring.init) : nil
  }

  private static func seat(_ fields: [Substring]) -> TextEntry? {
    guard let day = Code.day(fields[0]), let trail = Trail(code: fields[1]) else { return nil }
    return .seat(on: day, from: trail)
  }

  private static func otherSeat(_ fields: [Substring]) -> TextEntry? {
    guard let id = Code.number(fields[0]), let trail = Trail(code: fields[1]) else { return nil }
    return .otherSeat(of: Booking.ID(rawValue: id), from: trail)
  }

  private static func guest(_ fields: [Substring]) -> TextEntry? {
    let day = Code.day(fields[0])
    guard day != nil || fields[0].isEmpty, let trail = Trail(code: fields[1]),
      let name = GuestName(String(fields[2]))
    else { return nil }
    return .guest(name, on: day, from: trail)
  }

  private static func colleague(_ fields: [Substring]) -> TextEntry? {
    Trail(code: fields[0]).map { .colleague(typed: String(fields[1]), from: $0) }
  }

  private static func admin(_ fields: [Substring]) -> TextEntry? {
    Trail(code: fields[0]).map { .admin(typed: String(fields[1]), at: $0) }
  }
}
