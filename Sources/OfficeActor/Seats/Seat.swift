/// A desk that can be booked.
public struct Seat: Sendable, Hashable, Identifiable {
  /// The seat's number as people see it: «12», «A-3».
  public struct ID: Sendable, Hashable, RawRepresentable, Codable, CustomStringConvertible {
    /// As stored.
    public let rawValue: String
    /// Wraps the stored form.
    public init(rawValue: String) { self.rawValue = rawValue }
    /// The same as `rawValue`, for brevity.
    public init(_ text: String) { rawValue = text }
    /// As text.
    public var description: String { rawValue }
  }

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
