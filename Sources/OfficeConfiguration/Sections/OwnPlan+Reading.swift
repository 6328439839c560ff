import FloorPlan
import Foundation
import OfficeActor

extension OwnPlan {
  /// Seats named in one mistake; of more, only how many.
  private static let seatsNamedMax = 8

  /// The drawing that `floor_plan` names, if it does; every seat needs an element on it. A seat's element
  /// without a seat, now or formerly, is only noted: a drawing may be ahead of the list of seats.
  init?(reading root: Section, seats: [Seat], removedSeats: Set<Seat.ID>) {
    guard let entry = root.entry("floor_plan"), let file = root.existingFile("floor_plan") else { return nil }
    do throws(LoadingError) {
      try self.init(contentsOfFile: file.path)
    } catch {
      entry.addMistake(error.inMessage)
      return nil
    }
    let ids = seats.map(\.id.rawValue)
    let findings = findings(for: ids)
    Self.messages(of: findings.filter { $0.isMistake }).forEach { entry.addMistake($0) }
    Self.messages(of: findings.filter { !$0.isMistake }).forEach { entry.addNote($0) }
    let superfluous = superfluous(besides: ids + removedSeats.map(\.rawValue))
    if !superfluous.isEmpty {
      entry.addNote("has elements that are no seats: \(Self.listed(superfluous.map { "`seat-\($0)`" }))")
    }
  }

  /// One message for each cause, in the order in which the causes first occur.
  private static func messages(of findings: [PlanFinding]) -> [String] {
    var causes: [String] = []
    for finding in findings where !causes.contains(finding.flaw.cause) { causes.append(finding.flaw.cause) }
    return causes.map { cause in
      let seats = findings.filter { $0.flaw.cause == cause }.map { "`seat-\($0.seat)`\($0.flaw.details)" }
      return "\(cause) \(listed(seats))"
    }
  }

  private static func listed(_ seats: [String]) -> String {
    let named = seats.prefix(seatsNamedMax).joined(separator: ", ")
    let more = seats.count - seatsNamedMax
    return more > 0 ? "\(named) and \(more) more" : named
  }
}

extension PlanFinding.Flaw {
  /// Text before the list of seats with the same flaw.
  fileprivate var cause: String {
    switch self {
    case .missing: "has no element for"
    case .undrawn(let container): "has elements in <\(container)>, whose content is not drawn:"
    case .hidden: "has elements that are hidden, or stand in a hidden group or layer:"
    case .empty: "has elements without a shape:"
    case .offPage: "has elements off the page, or too small to be seen:"
    case .covered: "has desks that overlap, so that one cannot be seen:"
    case .doubled: "has several elements with one id:"
    case .overlapped: "has desks that overlap:"
    case .tooSmall: "has desks too small for their numbers:"
    }
  }

  /// Text after the name of one seat.
  fileprivate var details: String {
    switch self {
    case .covered(let other), .overlapped(let other): " under `seat-\(other)`"
    case .doubled(let lines): " (lines \(lines.map(String.init).joined(separator: ", ")))"
    case .missing, .undrawn, .hidden, .empty, .offPage, .tooSmall: ""
    }
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
