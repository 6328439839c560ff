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

  private static let slipsMax = 2

  /// The one of `words` that was probably meant: at most two slips away, and less than half of it is wrong.
  func closest(in words: some Sequence<String>) -> String? {
    var closest: (slips: Int, word: String)?
    for word in words {
      let (shorter, longer) = (Swift.min(count, word.count), Swift.max(count, word.count))
      guard longer - shorter <= Self.slipsMax else { continue }
      let slips = lowercased().slips(to: word.lowercased())
      guard slips <= Self.slipsMax, 2 * slips < shorter else { continue }
      // Among equals by the alphabet, for `words` may come in any order.
      if closest.map({ (slips, word) < $0 }) ?? true { closest = (slips, word) }
    }
    return closest?.word
  }

  /// How many characters are wrong, missing, too many, or changed places with their neighbour: Damerau's and
  /// Levenshtein's distance, no part being changed twice.
  private func slips(to other: String) -> Int {
    let (source, target) = (Array(self), Array(other))
    var rows = [Array(0...target.count)]
    for i in source.indices {
      var row = [i + 1]
      for j in target.indices {
        var slips = Swift.min(
          rows[i][j] + (source[i] == target[j] ? 0 : 1), rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, source[i] == target[j - 1], source[i - 1] == target[j] {
          slips = Swift.min(slips, rows[i - 1][j - 1] + 1)
        }
        row.append(slips)
      }
      rows.append(row)
    }
    return rows[source.count][target.count]
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
