/// How wide text will be, without asking the drawing library, so that layouts are pure functions.
///
/// Advance widths of Inter, the larger of bold and normal, in thousandths of the font size, by groups;
/// unknown characters count as wide.
enum TextWidth {
  /// The width of one line of text in pixels at a font size in pixels.
  static func of(_ text: String, size: Int) -> Int {
    (text.unicodeScalars.reduce(0) { $0 + thousandths($1) } * size + 999) / 1000
  }

  /// The largest font size, up to `size`, at which the text is at most `width` wide.
  static func size(of text: String, width: Int, upTo size: Int) -> Int {
    let full = of(text, size: 1000)
    // Text of nothing but accents has no width.
    return full == 0 || full * size <= width * 1000 ? size : width * 1000 / full
  }

  /// The text, its end replaced by «…» if it is wider than `width`.
  static func shortened(_ text: String, size: Int, width: Int) -> String {
    if of(text, size: size) <= width { return text }
    var characters = Array(text)
    while let last = characters.popLast() {
      if last == " " { continue }
      let candidate = String(characters) + "…"
      if of(candidate, size: size) <= width { return candidate }
    }
    return "…"
  }

  private static let groups: [(Int, String)] = [
    (300, "'ijlI.:· іїІЇ’‘"), (340, ",;!"), (390, "|/\\ft"), (430, "\"()[]r“”"), (530, "•-г_–1зґ"),
    (570, "*?этsLJ"), (600, "acekvxyzавеёкнпсухчьяF7ГєҐў"), (640, "bdghnopquбийлор«»2EЕЁ"),
    (680, "дц345689BPRSTZБВЗРТУЬ+=<>#&Ў"), (720, "0ЯKXКХЭъЄ"), (760, "ACDHNUVYАИЙЛНС"), (800, "GOQДОПЧЦмф"),
    (920, "mwMжшыюЫФЪ%…М"), (1000, "щ—"), (1110, "WЖШЩЮ№@"),
    (1400, "¾ÆŒœŴƕƜǅǆǇǊǋǢǱǲǳǶǼȸȹʣʤʥΎЉЊљѠѤѨѬѭѸѹѼѾҖҤҦӁӍӔӜӸ‱₧₯"),
  ]

  /// The widths of the first characters of Unicode, Latin to Cyrillic; rarer ones are looked up.
  private static let common: [Int] = (0..<0x500).map { value in
    Unicode.Scalar(UInt32(value)).map { rareThousandths($0) } ?? 0
  }

  private static func thousandths(_ scalar: Unicode.Scalar) -> Int {
    scalar.value < UInt32(common.count) ? common[Int(scalar.value)] : rareThousandths(scalar)
  }

  private static func rareThousandths(_ scalar: Unicode.Scalar) -> Int {
    if let group = groups.first(where: { $0.1.unicodeScalars.contains(scalar) }) { return group.0 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return scalar.value < 0x1100 ? 940 : 1250
    }
  }
}
