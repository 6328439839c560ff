/// What is wrong with a seat on the office's own drawing, or looks as if it were.
public struct PlanFinding: Sendable, Hashable {
  /// What can be wrong.
  public enum Flaw: Sendable, Hashable {
    /// There is no element with its id.
    case missing
    /// The element is inside one whose content is never drawn in place: `defs`, `symbol`, `clipPath`.
    case undrawn(container: String)
    /// The element or something around it is hidden, wholly transparent or masked.
    case hidden
    /// The element has no shape.
    case empty
    /// The element lies outside the page, or is too small to leave a trace on it.
    case offPage
    /// Another seat's element hides most of it.
    case covered(by: String)
    /// More than one element has its id, on these lines of the file.
    case doubled(lines: [Int])
    /// Another seat's element hides a part of it.
    case overlapped(by: String)
    /// Its number does not fit, or is smaller than ``DeskFace/numberSizeMin``.
    case tooSmall
  }

  /// The seat's id.
  public let seat: String
  /// What is wrong with it.
  public let flaw: Flaw

  /// Whether people would not see which desk the seat is; otherwise the drawing can be used as it is.
  public var isMistake: Bool {
    switch flaw {
    case .missing, .undrawn, .hidden, .empty, .offPage, .covered, .doubled: true
    case .overlapped, .tooSmall: false
    }
  }
}
