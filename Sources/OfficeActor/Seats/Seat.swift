/// A desk that can be booked.
public struct Seat: Sendable, Hashable, Identifiable {
  /// The seat's number as people see it: «12», «A-3».
  public struct ID: Sendable, Hashable, RawRepresentable, Codable, CustomStringConvertible {
    /// Shortest and longest id, in characters as a reader counts them.
    public static let lengths = 1...12
    /// Ids travel in buttons, whose data Telegram limits.
    public static let bytesMax = 24

    /// As stored.
    public let rawValue: String
    /// Wraps the stored form.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The same as `rawValue`, for brevity.
    public init(_ text: String) { rawValue = text }
    /// As text.
    public var description: String { rawValue }
  }

  /// Shortest and longest name of a zone, in characters as a reader counts them.
  public static let zoneLengths = 1...32

  /// Which.
  public let id: ID
  /// The part of the floor it stands in; empty where the office has no zones.
  public let zone: String

  /// A seat in a zone.
  public init(id: ID, zone: String = "") {
    self.id = id
    self.zone = zone
  }
}
