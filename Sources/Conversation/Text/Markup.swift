/// Text with Telegram's HTML markup. What is interpolated is data and is escaped; literals are markup.
///
///     let caption: Markup = "<b>\(name)</b>, место \(seat)"
package struct Markup: Sendable, Hashable, ExpressibleByStringInterpolation {
  /// The text as Telegram's `parse_mode: HTML` reads it.
  package let html: String

  package init(stringLiteral literal: String) {
    html = literal
  }

  package init(stringInterpolation: StringInterpolation) {
    html = stringInterpolation.html
  }

  private init(html: String) {
    self.html = html
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    var html = ""

    package init(literalCapacity: Int, interpolationCount: Int) {
      html.reserveCapacity(literalCapacity + 16 * interpolationCount)
    }

    package mutating func appendLiteral(_ literal: String) { html += literal }
    package mutating func appendInterpolation(_ markup: Markup) { html += markup.html }
    package mutating func appendInterpolation(_ number: Int) { html += String(number) }
    package mutating func appendInterpolation(_ data: String) {
      for character in data.unicodeScalars {
        switch character {
        case "<": html += "&lt;"
        case ">": html += "&gt;"
        case "&": html += "&amp;"
        default: html.unicodeScalars.append(character)
        }
      }
    }
  }

  /// How data is kept apart from markup.
  private static let entities: [(String, UnicodeScalar)] = [("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")]

  static func + (left: Markup, right: Markup) -> Markup { Markup(html: left.html + right.html) }

  /// How many code points it is to a reader.
  var codePoints: Int {
    // Most lines are data without any markup.
    html.utf8.contains { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
      ? plain.unicodeScalars.count : html.unicodeScalars.count
  }

  /// The text as a person reads it, without markup; for toasts, which have none.
  package var plain: String {
    // By code points, for an accent may follow a tag or an entity and be one character with its end.
    var text = String.UnicodeScalarView()
    var rest = html.unicodeScalars[...]
    while let next = rest.first {
      if next == "<" {
        rest = rest.drop { $0 != ">" }.dropFirst()
      } else if let (entity, character) = Self.entities.first(where: {
        rest.starts(with: $0.0.unicodeScalars)
      }) {
        text.append(character)
        rest = rest.dropFirst(entity.unicodeScalars.count)
      } else {
        text.append(next)
        rest = rest.dropFirst()
      }
    }
    return String(text)
  }
}

extension [Markup] {
  /// As many of the lines as there is room for, and a last one that says how many are left out.
  func fitting(within codePointsMax: Int = listCodePointsMax, _ leftOut: (Int) -> Markup) -> [Markup] {
    guard codePoints > codePointsMax else { return self }
    var room = codePointsMax
    let lines = prefix { line in
      room -= [line].codePoints
      return room >= 0
    }
    return lines + [leftOut(count - lines.count)]
  }

  /// What a list may take of a caption's 1,024 code points.
  static var listCodePointsMax: Int { 700 }

  /// How many code points the lines are to a reader.
  var codePoints: Int { reduce(0) { $0 + $1.codePoints + 1 } }

  /// The parts one below the other; empty ones leave no line.
  func lines() -> Markup {
    reduce("") { $0.html.isEmpty ? $1 : $1.html.isEmpty ? $0 : $0 + "\n" + $1 }
  }
}
