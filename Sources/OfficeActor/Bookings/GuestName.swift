/// What a host calls a guest: 1 to 64 characters of any kind that is seen, on one line.
public struct GuestName: Sendable, Hashable, CustomStringConvertible {
  /// Longest name, in characters as a reader counts them.
  public static let charactersMax = 64
  /// Most code points: a character may have any number of accents, and Telegram counts each.
  public static let codePointsMax = 256

  /// The name as the host wrote it.
  public let text: String

  /// The name in `raw` on one line; nil if nothing, or too much, is left.
  public init?(_ raw: String) {
    let text = raw.onOneLine
    guard !text.isEmpty, text.count <= Self.charactersMax, text.unicodeScalars.count <= Self.codePointsMax,
      text.unicodeScalars.contains(where: { !$0.properties.isDefaultIgnorableCodePoint })
    else { return nil }
    self.text = text
  }

  /// A name that was stored, perhaps before names were cleaned: of one that had nothing to be seen «?» is left, and
  /// its booking goes on.
  public static func stored(_ text: String) -> GuestName? {
    GuestName(text) ?? (text.isEmpty ? nil : GuestName("?"))
  }

  /// As text.
  public var description: String { text }
}

extension GuestName: Codable {
  /// From its text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let name = GuestName.stored(try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a guest's name")
    }
    self = name
  }

  /// As its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
