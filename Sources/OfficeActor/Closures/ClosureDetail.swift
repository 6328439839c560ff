/// Until when and why a seat is closed, as the detail of a journal record: «through 2026-11-30: ремонт», «until opened».
/// Records of earlier versions have the reason alone.
public struct ClosureDetail: Sendable, Hashable {
  /// When a closure ends.
  public enum End: Sendable, Hashable {
    /// With this day.
    case through(Day)
    /// When an admin opens the seat.
    case opened
  }

  /// Nil if the record does not say.
  public let end: End?
  /// In the admin's words; empty if not said.
  public let reason: String

  /// What the journal is told of a closure.
  public init(_ closure: SeatClosure) {
    end = closure.through.map { .through($0) } ?? .opened
    reason = closure.reason.text
  }

  /// A detail as stored.
  public init(_ detail: String) {
    let parts = detail.split(separator: Self.separator, maxSplits: 1, omittingEmptySubsequences: false)
    let end = Self.end(parts.first ?? "")
    self.end = end
    reason = end == nil ? detail : parts.count > 1 ? String(parts[1]) : ""
  }

  /// As stored.
  var text: String {
    let end =
      switch end {
      case .through(let day)?: Self.through + day.iso
      case .opened?: Self.untilOpened
      case nil: ""
      }
    return [end, reason].filter { !$0.isEmpty }.joined(separator: Self.separator)
  }

  private static let through = "through "
  private static let untilOpened = "until opened"
  private static let separator = ": "

  private static func end(_ text: Substring) -> End? {
    if text == untilOpened { return .opened }
    guard text.hasPrefix(through) else { return nil }
    return Day(iso: String(text.dropFirst(through.count))).map { .through($0) }
  }
}
