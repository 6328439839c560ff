/// Which updates the bot wants; kept between calls.
struct AllowedUpdates {
  private static let notByDefault: Set<String> = [
    "chat_member", "message_reaction", "message_reaction_count",
  ]

  /// `nil` is all but those that have to be asked for.
  private var types: Set<String>?

  /// Takes the parameter: absent keeps the setting, an empty list means the default.
  mutating func update(_ text: String?) {
    guard let text, let list = try? JSONParser.parse(text).array else { return }
    let names = Set(list.compactMap(\.string))
    types = names.isEmpty ? nil : names
  }

  /// Whether updates of a type are made.
  func allows(_ type: String) -> Bool {
    types?.contains(type) ?? !Self.notByDefault.contains(type)
  }
}
