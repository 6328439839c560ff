/// A text with its formatting, as a person sees it.
public struct FormattedText: Hashable, Sendable {
  /// The plain text, without markup.
  public var text: String
  /// What is formatted in it, in order.
  public var entities: [TextEntity]

  /// A text, plain unless entities are given.
  public init(_ text: String = "", entities: [TextEntity] = []) {
    self.text = text
    self.entities = entities
  }

  /// Length in Unicode code points, which is what Telegram limits.
  var length: Int { text.unicodeScalars.count }
}

/// One formatted stretch of a text.
public struct TextEntity: Hashable, Sendable {
  /// Telegram's name of the format: `bold`, `italic`, `text_link` and so on.
  public var type: String
  /// Where it begins, in UTF-16 units.
  public var offset: Int
  /// How long it is, in UTF-16 units.
  public var length: Int
  /// The address of a `text_link`, the language of a `pre`, the id of a `custom_emoji` or of
  /// the user of a `text_mention`.
  public var argument: String?

  var json: JSON {
    if type == "text_mention", let id = argument.flatMap({ Int64($0) }) {
      return [
        "type": .string(type), "offset": .integer(offset), "length": .integer(length),
        "user": ["id": .integer(id), "is_bot": false, "first_name": ""],
      ]
    }
    let argumentName =
      switch type {
      case "text_link": "url"
      case "pre": "language"
      case "custom_emoji": "custom_emoji_id"
      default: "argument"
      }
    return .compact([
      "type": .string(type), "offset": .integer(offset), "length": .integer(length),
      argumentName: argument.map { .string($0) },
    ])
  }

  /// Telegram's order: by place, longer before shorter.
  static func inOrder(_ one: TextEntity, _ other: TextEntity) -> Bool {
    if one.offset != other.offset { return one.offset < other.offset }
    if one.length != other.length { return one.length > other.length }
    return one.type < other.type
  }
}
