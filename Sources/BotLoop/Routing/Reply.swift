/// What the bot has to say to a tap or to something typed.
struct Reply: Sendable, Hashable {
  /// The screen to show; nil leaves the one there is.
  var screen: Screen?
  /// The little answer above the chat, for taps only.
  var toast: String?

  /// Telegram takes no longer answers to a tap, in characters.
  static let toastCharactersMax = 200

  init(_ screen: Screen?, toast: Markup? = nil) {
    self.screen = screen
    self.toast = toast.map { Self.fitting($0.plain) }
  }

  private static func fitting(_ text: String) -> String {
    // Telegram counts code points, not what a reader calls a character.
    guard text.unicodeScalars.count > toastCharactersMax else { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.prefix(toastCharactersMax - 1))) + "…"
  }
}
