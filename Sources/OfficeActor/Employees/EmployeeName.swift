import Foundation

/// A full name fit for the office's list: 2 to 100 characters, trimmed, single spaces.
public struct EmployeeName: Sendable, Hashable, CustomStringConvertible {
  /// Shortest and longest name, in characters as a reader counts them.
  public static let lengths = 2...100
  /// Most code points: a character may have any number of accents, and Telegram counts each.
  public static let codePointsMax = 200

  /// The name as people read it.
  public let text: String
  /// What makes two names the same name: normalised, case ignored.
  public let key: Key
  /// What a part of the name is looked for in, and what names are sorted by.
  let searchForm: SearchForm

  /// The comparison form of a name.
  public struct Key: Sendable, Hashable {
    let folded: String

    fileprivate init(_ text: String) { folded = Self.fold(text) }

    /// A text without what makes no other name of it.
    static func fold(_ text: String) -> String {
      // Upper case first, because «ß» and «SS», «ς» and «σ» differ in lower case only. Invisible characters
      // (a zero-width space) do not make another name.
      let folded = text.precomposedStringWithCompatibilityMapping.uppercased().lowercased()
      return String(folded.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint })
    }
  }

  /// The name in `raw` on one line, its characters composed; nil if its length is not within `lengths` and
  /// `codePointsMax`, or it holds control characters.
  public init?(_ raw: String) {
    let text = raw.onOneLine.precomposedStringWithCanonicalMapping
    let key = Key(text)
    guard Self.lengths.contains(text.count), key.folded.count >= Self.lengths.lowerBound,
      text.unicodeScalars.count <= Self.codePointsMax,
      !raw.unicodeScalars.contains(where: {
        $0.properties.generalCategory == .control && !$0.properties.isWhitespace
      })
    else { return nil }
    self.text = text
    self.key = key
    searchForm = SearchForm(key)
  }

  /// As text.
  public var description: String { text }
}
