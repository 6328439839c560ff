import Foundation

/// A name, or what was typed of one, in the form in which they are compared.
struct SearchForm: Hashable {
  /// What stands between blanks, dashes, points and commas.
  let words: [String]
  /// The words, and once more with those joined that are written as one: «Анна-Мария» is found as «аннамария» too.
  private let parts: String
  /// The words as one text, by which names are sorted.
  let text: String

  init(_ key: EmployeeName.Key) { self.init(folded: key.folded) }

  init(_ typed: String) { self.init(folded: EmployeeName.Key.fold(typed)) }

  private init(folded: String) {
    let written = folded.unicodeScalars.split(whereSeparator: \.properties.isWhitespace)
      .map { $0.split(whereSeparator: \.isSeparator).map(Self.word).filter { !$0.isEmpty } }
    words = written.flatMap(\.self)
    text = words.joined(separator: " ")
    parts = text + "\n" + written.map { $0.joined() }.joined(separator: " ")
  }

  /// Letters in all words.
  var letterCount: Int { words.reduce(0) { $0 + $1.letterCount } }

  /// Whether every word is somewhere in a name.
  func isPart(of name: SearchForm) -> Bool {
    // By bytes: ten thousand names are looked through for every few letters that somebody types.
    var parts = name.parts
    return parts.withUTF8 { parts in
      !words.isEmpty && words.allSatisfy { Self.contains(parts, Array($0.utf8)) }
    }
  }

  private static func contains(_ text: UnsafeBufferPointer<UInt8>, _ part: [UInt8]) -> Bool {
    guard text.count >= part.count else { return false }
    return (0...text.count - part.count).contains { start in
      part.indices.allSatisfy { text[start + $0] == part[$0] }
    }
  }

  /// Whether both have the same words, in whatever order.
  func isWhole(_ other: SearchForm) -> Bool { !words.isEmpty && words.sorted() == other.words.sorted() }

  /// Whether this text shows that its author knows a name.
  func isKnown(_ name: SearchForm, lettersMin: Int) -> Bool {
    guard letterCount >= lettersMin else { return name.letterCount < lettersMin && isWhole(name) }
    guard isPart(of: name) else { return false }
    // The longest take their words first: what begins with «ан» begins with «а» too.
    var free = name.words
    for word in words.filter({ $0.letterCount < lettersMin }).sorted(by: { $0.count > $1.count }) {
      guard let index = free.firstIndex(where: { $0.hasPrefix(word) }) else { return false }
      free.remove(at: index)
    }
    return true
  }

  private static func word(_ scalars: Substring.UnicodeScalarView) -> String {
    var word = String.UnicodeScalarView()
    for scalar in scalars where !scalar.isApostrophe && scalar.properties.generalCategory != .nonspacingMark {
      word.append(scalar == "ё" ? "е" : scalar.withoutAccent)
    }
    guard word.contains(where: \.isCyrillic) else { return String(word) }
    return String(String.UnicodeScalarView(word.map { lookAlikes[$0] ?? $0 }))
  }

  /// Lower-case Latin letters that look like Cyrillic ones, or whose upper case does.
  private static let lookAlikes: [UnicodeScalar: UnicodeScalar] = [
    "a": "а", "b": "в", "c": "с", "e": "е", "h": "н", "i": "і", "k": "к",
    "m": "м", "o": "о", "p": "р", "t": "т", "x": "х", "y": "у",
  ]
}

extension String {
  fileprivate var letterCount: Int { unicodeScalars.count(where: \.properties.isAlphabetic) }
}

extension UnicodeScalar {
  fileprivate var isCyrillic: Bool { (0x0400...0x052F).contains(value) }

  /// As typed and as typeset: ' ` ’ ‘ ‛ ʼ ʻ ʽ ʹ ′.
  fileprivate var isApostrophe: Bool {
    switch value {
    case 0x27, 0x60, 0x2B9, 0x2BB, 0x2BC, 0x2BD, 0x2018, 0x2019, 0x201B, 0x2032: true
    default: false
    }
  }

  /// What joins words of a name, or ends an initial.
  fileprivate var isSeparator: Bool {
    switch properties.generalCategory {
    case .dashPunctuation, .connectorPunctuation, .openPunctuation, .closePunctuation: true
    default: [".", ",", "−"].contains(self)
    }
  }

  /// The Latin letter under an accent; й and ї are letters of their own.
  fileprivate var withoutAccent: UnicodeScalar {
    guard (0xC0...0x24F).contains(value) || (0x1E00...0x1EFF).contains(value) else { return self }
    return String(self).decomposedStringWithCanonicalMapping.unicodeScalars.first ?? self
  }
}
