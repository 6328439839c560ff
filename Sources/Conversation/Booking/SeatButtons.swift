import FloorPlan
import OfficeActor

/// Buttons for a day's free seats: one for each, or, where they are too many for one keyboard, first one for
/// each part of the floor.
struct SeatButtons {
  /// The part that was chosen; nil if all free seats fit, or none is chosen yet.
  let part: Int?
  /// Empty if all free seats fit.
  private let parts: [FloorPart]
  private let floor: DayFloor

  init(_ floor: DayFloor, part: Int?) {
    let parts =
      floor.free.count > FloorPart.seatsMax(of: floor.seats) ? FloorPart.parts(of: floor.seats) : []
    self.floor = floor
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
      return parts.enumerated().map { index, part in
        ScreenButton("\(part.name) · \(free(in: part).count)", showing(index))
      }.rows(of: 2)
    }
    let seats = part.map { free(in: parts[$0]) } ?? floor.free.map(\.id)
    return seats.map { ScreenButton($0.rawValue, taking($0), .success) }.rows(of: Self.inRow(seats))
  }

  private func free(in part: FloorPart) -> [Seat.ID] {
    part.seats.filter { floor.seats[$0].state == .free }.map { Seat.ID(floor.seats[$0].id) }
  }

  /// How many buttons of seats stand side by side so that their numbers can be read.
  static func inRow(_ seats: [Seat.ID]) -> Int {
    let longest = seats.map(\.rawValue.count).max() ?? 0
    return longest > FloorPart.longIDCharacters ? 3 : longest > 3 ? 5 : seats.count > 48 ? 8 : 6
  }
}
