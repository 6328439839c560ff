import OfficeActor

/// Buttons for a day's free seats: one for each, or, where they are too many for one keyboard, first one for
/// each part of the office.
struct SeatButtons {
  private let free: [Seat]
  /// Empty if all free seats fit.
  private let parts: [SeatPart]
  private let part: Int?

  init(_ free: [Seat], in office: Office, part: Int?) {
    self.free = free
    let buttonsMax = Self.countMax(in: office)
    let parts = free.count > buttonsMax ? SeatPart.parts(of: office.seats, size: buttonsMax) : []
    self.parts = parts
    self.part = part.flatMap { parts.indices.contains($0) ? $0 : nil }
  }

  /// Whether a part has to be chosen first.
  var areOfParts: Bool { !parts.isEmpty && part == nil }

  /// - Parameters:
  ///   - showing: the screen of a part, by its index.
  ///   - taking: what a seat's button does.
  func rows(showing: (Int) -> Button, taking: (Seat.ID) -> Button) -> [[ScreenButton]] {
    if areOfParts {
      return parts.enumerated().map { ScreenButton($1.label(free: free), showing($0)) }.rows(of: 2)
    }
    let seats = part.map { free.filter(parts[$0].contains) } ?? free
    return seats.map { ScreenButton($0.id.rawValue, taking($0.id), .success) }.rows(of: Self.inRow(seats))
  }

  /// Buttons on one screen; fewer where seats have long names, or the keyboard gets too large for Telegram.
  private static func countMax(in office: Office) -> Int {
    office.seats.contains { $0.id.rawValue.count > longIDCharacters } ? 60 : 88
  }

  private static let longIDCharacters = 5

  /// How many buttons of seats stand side by side so that their numbers can be read.
  static func inRow(_ seats: [Seat]) -> Int {
    let longest = seats.map(\.id.rawValue.count).max() ?? 0
    return longest > longIDCharacters ? 3 : longest > 3 ? 5 : seats.count > 48 ? 8 : 6
  }
}
