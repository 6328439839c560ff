/// Commands in what people write.
enum BotCommands {
  /// The commands of a text as entities, as Telegram finds them.
  static func entities(in text: String) -> [TextEntity] {
    var entities: [TextEntity] = []
    var offset = 0
    var isAtWordStart = true
    var rest = Substring(text)
    while let character = rest.first {
      if character == "/", isAtWordStart {
        let name = rest.dropFirst().prefix {
          $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "@")
        }
        if !name.isEmpty, name.count <= 64 {
          entities.append(TextEntity(type: "bot_command", offset: offset, length: name.utf16.count + 1))
        }
      }
      isAtWordStart = character.isWhitespace
      offset += character.utf16.count
      rest = rest.dropFirst()
    }
    return entities
  }
}
