/// Text from people, made fit to be drawn: one line, nothing that steers the drawing, not too long.
enum PlainText {
  /// More than any picture has room for; what is longer is cut before it is looked at.
  static let charactersMax = 120

  /// The text without control characters, direction overrides and emoji, which our fonts do not
  /// have; white space collapsed. A text of which nothing remains becomes «•».
  static func clean(_ text: String) -> String {
    if isClean(text) { return text }
    var result = ""
    var pendingSpace = false
    var kept = 0
    for character in text {
      if kept == charactersMax { break }
      if character.isWhitespace {
        pendingSpace = !result.isEmpty
        continue
      }
      let drawable = String(String.UnicodeScalarView(character.unicodeScalars.prefix(8).filter(isDrawable)))
      if drawable.isEmpty { continue }
      if pendingSpace { result.append(" ") }
      pendingSpace = false
      result += drawable
      kept += 1
    }
    return result.isEmpty && !text.isEmpty ? "•" : result
  }

  /// Whether a text is as most are: some Latin and Cyrillic letters, digits and signs, with single spaces inside.
  private static func isClean(_ text: String) -> Bool {
    guard text.utf8.count <= charactersMax else { return false }
    var isAfterSpace = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20:
        if isAfterSpace { return false }
        isAfterSpace = true
      case 0x21...0x7E, 0x400...0x45F: isAfterSpace = false
      default: return false
      }
    }
    return !isAfterSpace || text.isEmpty
  }

  /// The text with the characters replaced that mean something to XML.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func isDrawable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    // What nearly all text is made of, spared the look-up.
    case 0x20...0x7E, 0x400...0x45F: return true
    default: break
    }
    let properties = scalar.properties
    switch properties.generalCategory {
    case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator:
      return false
    default:
      return !properties.isEmojiPresentation && !properties.isVariationSelector
        && !properties.isNoncharacterCodePoint
    }
  }
}
