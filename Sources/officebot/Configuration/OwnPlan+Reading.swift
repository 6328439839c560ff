import FloorPlan
import Foundation

extension OwnPlan {
  /// Seats named in one mistake; of more, only how many.
  private static let seatsNamedMax = 8

  /// The drawing that `floor_plan` names, if it does; every seat needs an element on it. A seat's element
  /// without a seat, now or formerly, is only noted: a drawing may be ahead of the list of seats.
  init?(reading root: Section, seats: [String], removedSeats: [String]) {
    guard let entry = root.entry("floor_plan"), let file = root.existingFile("floor_plan") else { return nil }
    do throws(LoadingError) {
      try self.init(contentsOfFile: file.path)
    } catch {
      entry.addMistake(error.inMessage)
      return nil
    }
    let missing = missing(of: seats)
    if !missing.isEmpty { entry.addMistake("has no element for \(Self.named(missing))") }
    let superfluous = superfluous(besides: seats + removedSeats)
    if !superfluous.isEmpty { entry.addNote("has elements that are no seats: \(Self.named(superfluous))") }
  }

  private static func named(_ seats: [String]) -> String {
    let named = seats.prefix(seatsNamedMax).map { "`seat-\($0)`" }.joined(separator: ", ")
    let more = seats.count - seatsNamedMax
    return more > 0 ? "\(named) and \(more) more" : named
  }
}

extension OwnPlan.LoadingError {
  fileprivate var inMessage: String {
    switch self {
    case .unreadable(let reason): "cannot be read: \(reason)"
    case .tooLarge: "has more than \(OwnPlan.bytesMax) bytes"
    case .notAPlan(let reason): "is no drawing that can be used: \(reason)"
    }
  }
}
