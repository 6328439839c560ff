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

    /// The same for all ids that people cannot tell apart when they type one: neither case counts, nor the
    /// alphabet of letters that look alike in Latin and Cyrillic.
    public var asTyped: String {
      String(rawValue.uppercased().map { Self.latinLookalikes[$0] ?? $0 }).lowercased()
    }

    private static let latinLookalikes: [Character: Character] = [
      "А": "A", "В": "B", "Е": "E", "К": "K", "М": "M", "Н": "H", "О": "O", "Р": "P", "С": "C", "Т": "T",
      "У": "Y", "Х": "X", "І": "I", "Ј": "J", "Ѕ": "S",
    ]
  }

  /// Shortest and longest name of a zone, in characters as a reader counts them.
  public static let zoneLengths = 1...32
  /// Features that a seat may have.
  public static let featuresMax = 20
  /// Shortest and longest feature, in characters as a reader counts them.
  public static let featureLengths = 1...32

  /// The number of the seat.
  public let id: ID
  /// The part of the floor it stands in; empty where the office has no zones.
  public let zone: String
  /// What it has, such as «монитор», in the order of the configuration.
  public let features: [String]
  /// Where it is on the office's drawing; nil without one.
  public let middle: SeatPoint?

  /// A seat in a zone.
  public init(id: ID, zone: String = "", features: [String] = [], middle: SeatPoint? = nil) {
    self.id = id
    self.zone = zone
    self.features = features
    self.middle = middle
  }
}
