import Foundation

extension String {
  private static let shownCharactersMax = 40

  /// The text as a message quotes it: on one line, not too long, and without a bot's token that somebody has
  /// put in the wrong place.
  var inMessage: String {
    let quoted = replacing(Self.token, with: "<token>")
    let line = String(String.UnicodeScalarView(quoted.unicodeScalars.map { $0.isControl ? "\u{FFFD}" : $0 }))
    return line.count > Self.shownCharactersMax ? "«\(line.prefix(Self.shownCharactersMax))…»" : "«\(line)»"
  }

  /// Whether a part of it looks like a bot's token.
  var hasToken: Bool { contains(Self.token) }

  private static var token: Regex<Substring> { /[0-9]{6,}:[A-Za-z0-9_-]{20,}/ }

  var hasControlCharacters: Bool { unicodeScalars.contains(where: \.isControl) }

  /// The one of `words` that was probably meant.
  func closest(in words: some Sequence<String>) -> String? {
    let distanceMax = Swift.max(1, Swift.min(2, count / 2))
    return
      words
      .map { (distance: lowercased().distance(to: $0.lowercased(), atMost: distanceMax), word: $0) }
      .filter { $0.distance <= distanceMax }
      .min { $0 < $1 }?.word
  }

  /// Levenshtein's distance; anything above `limit` is only known to be above it.
  private func distance(to other: String, atMost limit: Int) -> Int {
    let (source, target) = (Array(self), Array(other))
    guard abs(source.count - target.count) <= limit else { return limit + 1 }
    var row = Array(0...target.count)
    for (i, character) in source.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, candidate) in target.enumerated() {
        let substituted = diagonal + (character == candidate ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = Swift.min(substituted, row[j] + 1, row[j + 1] + 1)
      }
    }
    return row[target.count]
  }
}

extension Unicode.Scalar {
  /// Characters that do something instead of being seen, line and direction marks included.
  fileprivate var isControl: Bool {
    switch properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned: true
    default: false
    }
  }
}
