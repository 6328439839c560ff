import Foundation

/// How names are compared with what people type.
enum NameSearch {
  /// A form in which case and ё do not matter; names sort by it.
  static func key(_ text: String) -> String {
    text.precomposedStringWithCompatibilityMapping.lowercased().replacing("ё", with: "е")
  }

  /// Whether every word typed is part of the name.
  static func matches(_ name: String, typed: String) -> Bool {
    let name = key(name)
    return key(typed).split(whereSeparator: \.isWhitespace).allSatisfy { name.contains($0) }
  }
}
