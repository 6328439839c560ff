extension FormattedText {
  /// The raw text of a request may not have more UTF-8 bytes.
  static let rawBytesMax = 32_768

  /// Reads a text as a request gives it: raw text, parse mode and entities as JSON text.
  static func parse(_ raw: String, mode: String?, entities: String?) throws(Refusal) -> FormattedText {
    if raw.utf8.count > rawBytesMax { throw .badRequest("text is too long") }
    switch mode?.lowercased() {
    case "html": return try HTMLText.parse(raw).cleaned()
    case "markdown", "markdownv2":
      // Telegram takes it; nothing of ours uses it, and a half-right parser would be a trap.
      throw .badRequest("the sandbox does not understand parse_mode \(mode ?? "")")
    case nil, "none": return FormattedText(raw, entities: try parse(entities: entities)).cleaned()
    default: throw .badRequest("unsupported parse_mode")
    }
  }

  private static func parse(entities text: String?) throws(Refusal) -> [TextEntity] {
    guard let text, let list = try? JSONParser.parse(text).array else { return [] }
    var entities: [TextEntity] = []
    for entity in list {
      guard let type = entity["type"]?.string, let offset = entity["offset"]?.int,
        let length = entity["length"]?.int
      else {
        throw .badRequest("can't parse MessageEntity: type, offset and length are required")
      }
      guard (0...1_000_000).contains(offset) else {
        throw .badRequest("receive an entity with incorrect offset \(offset)")
      }
      guard (0...1_000_000).contains(length) else {
        throw .badRequest("receive an entity with incorrect length \(length)")
      }
      let argument = entity["url"] ?? entity["language"] ?? entity["custom_emoji_id"]
      entities.append(
        TextEntity(type: type, offset: Int(offset), length: Int(length), argument: argument?.string))
    }
    return entities.sorted(by: TextEntity.inOrder)
  }
}
