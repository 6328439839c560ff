/// Which of the office's records: given once, never used again, so that an old button cannot hit something new.
public struct RecordID<Record>: Sendable, Hashable, RawRepresentable, Comparable, Codable {
  /// As stored.
  public let rawValue: Int64
  /// Wraps the stored form.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Older records come first.
  public static func < (left: RecordID, right: RecordID) -> Bool { left.rawValue < right.rawValue }
}
