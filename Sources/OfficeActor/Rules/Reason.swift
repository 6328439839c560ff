/// Why somebody did something, in their own words: one line, no longer than people read; empty if not said.
///
/// It is told to those it concerns and kept in the journal, and it is in no log.
public struct Reason: Sendable, Hashable {
  /// Longest reason, in code points: Telegram counts those.
  public static let codePointsMax = 200

  /// The words.
  public let text: String

  /// What was typed, cleaned and cut.
  public init(_ typed: String) {
    text = typed.onOneLine.shortened(to: Self.codePointsMax)
  }

  /// Whether nothing was said.
  public var isEmpty: Bool { text.isEmpty }
}

extension Reason: CustomStringConvertible, CustomDebugStringConvertible {
  /// Not the words: whatever is put into a log as a whole gives none of them away.
  public var description: String { "<reason>" }
  /// Not the words either.
  public var debugDescription: String { description }
}

extension Reason: ExpressibleByStringLiteral {
  /// What a program says; empty for nothing.
  public init(stringLiteral text: String) { self.init(text) }
}

extension Reason: Codable {
  /// From its text.
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(String.self))
  }

  /// As its text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
