/// Identifier of a record of the office. It is given once and never reused, so that an old button cannot hit a new
/// record.
public struct RecordID<Record>: Sendable, Hashable, RawRepresentable, Comparable, Codable {
  /// As stored.
  public let rawValue: Int64
  /// Wraps the stored form.
  public init(rawValue: Int64) { self.rawValue = rawValue }
  /// Older records come first.
  public static func < (left: RecordID, right: RecordID) -> Bool { left.rawValue < right.rawValue }
}
