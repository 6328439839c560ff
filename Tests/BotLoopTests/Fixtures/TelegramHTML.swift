/// Reads captions as Telegram's `parse_mode: HTML` does, and refuses what Telegram refuses.
///
/// - SeeAlso: Bot API, "HTML style".
enum TelegramHTML {
  struct Mistake: Error, CustomStringConvertible {
    let description: String
  }

  private static let tags: Set<String> = ["b", "i", "u", "s", "code"]
  private static let entities = ["lt": "<", "gt": ">", "amp": "&", "quot": "\""]

  /// The text that a person reads.
  static func text(of html: String) throws -> String {
    var text = String.UnicodeScalarView()
    var open: [String] = []
    var rest = html.unicodeScalars[...]
    while let next = rest.popFirst() {
      switch next {
      case "<":
        guard let end = rest.firstIndex(of: ">") else {
          throw Mistake(description: "a tag without end: \(html)")
        }
        let tag = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
          guard open.popLast() == String(tag.dropFirst()) else {
            throw Mistake(description: "</\(tag)> closes nothing: \(html)")
          }
        } else {
          let isMention = tag.wholeMatch(of: /a href="tg:\/\/user\?id=[0-9]+"/) != nil
          guard isMention || tags.contains(tag) else {
            throw Mistake(description: "no such tag as <\(tag)>: \(html)")
          }
          open.append(isMention ? "a" : tag)
        }
      case "&":
        guard let end = rest.firstIndex(of: ";"), let entity = entities[String(rest[..<end])] else {
          throw Mistake(description: "a bare &: \(html)")
        }
        text.append(contentsOf: entity.unicodeScalars)
        rest = rest[rest.index(after: end)...]
      case ">": throw Mistake(description: "a bare >: \(html)")
      default: text.append(next)
      }
    }
    guard open.isEmpty else {
      throw Mistake(description: "<\(open.joined(separator: "><"))> stays open: \(html)")
    }
    return String(text)
  }
}
