import Foundation

/// A full name fit for the office's list: 2 to 100 characters, trimmed, single spaces.
public struct EmployeeName: Sendable, Hashable, CustomStringConvertible {
  /// Shortest and longest name, in characters as a reader counts them.
  public static let lengths = 2...100

  /// The name as people read it.
  public let text: String
  /// What makes two names the same name: normalised, case ignored.
  public let key: Key

  /// The comparison form of a name.
  public struct Key: Sendable, Hashable { let folded: String }

  /// The name in `raw` after trimming, collapsing spaces and composing characters;
  /// nil if its length is not within `lengths` or it holds control characters.
  public init?(_ raw: String) {
    let words = raw.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
    let text = words.joined(separator: " ")
    guard Self.lengths.contains(text.count),
      !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control })
    else { return nil }
    self.text = text
    key = Key(folded: text.precomposedStringWithCompatibilityMapping.lowercased())
  }

  /// As text.
  public var description: String { text }
}
