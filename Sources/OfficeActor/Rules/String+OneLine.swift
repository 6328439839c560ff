extension String {
  /// What a person typed, as it is kept and shown: on one line, without invisible characters.
  ///
  /// White space and line ends of every kind become single spaces. Control characters, zero-width ones and those
  /// that turn the direction of writing are left out, for with them a name forges lines of a list or looks like
  /// another. Joiners stay where they join: in emoji and in scripts whose letters need them.
  public var onOneLine: String {
    let words = unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
    return words.map { String(String.UnicodeScalarView(Self.visible($0))) }.filter { !$0.isEmpty }
      .joined(separator: " ")
  }

  /// The text, or its beginning with «…», in at most that many code points: Telegram counts those, not what a reader
  /// calls a character.
  package func shortened(to codePointsMax: Int) -> String {
    guard unicodeScalars.count > codePointsMax else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(codePointsMax - 1))) + "…"
  }

  private static func visible(_ word: Substring.UnicodeScalarView) -> [Unicode.Scalar] {
    var kept: [Unicode.Scalar] = []
    for scalar in word where !scalar.isUnseen {
      // A tag belongs to the emoji before it: flags of parts of countries.
      guard !scalar.isTag || kept.last.map({ $0.isJoinable || $0.isTag }) ?? false else { continue }
      kept.append(scalar)
    }
    return kept.indices.filter { index in
      guard kept[index].isJoiner else { return true }
      return index > 0 && index + 1 < kept.count && kept[index - 1].isJoinable && kept[index + 1].isJoinable
    }.map { kept[$0] }
  }
}

extension Unicode.Scalar {
  /// Whether it does something instead of being seen, and belongs to nothing that is seen.
  fileprivate var isUnseen: Bool {
    guard properties.generalCategory != .control else { return true }
    return properties.isDefaultIgnorableCodePoint && !isJoiner && !isTag && !properties.isVariationSelector
  }

  fileprivate var isJoiner: Bool { self == "\u{200C}" || self == "\u{200D}" }

  fileprivate var isTag: Bool { (0xE0020...0xE007F).contains(value) }

  /// From Arabic on, without Latin letters and punctuation that come later: scripts with joiners, and emoji.
  fileprivate var isJoinable: Bool {
    value >= 0x600 && !(0x1E00...0x20CF).contains(value) && !isJoiner && !isTag
  }
}
