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
    self.toast = toast?.plain.shortened(to: Self.toastCharactersMax)
  }
}

extension String {
  /// The text, or its beginning with «…», in that many code points: Telegram counts those, not what a reader
  /// calls a character.
  func shortened(to codePointsMax: Int) -> String {
    guard unicodeScalars.count > codePointsMax else { return self }
    return String(String.UnicodeScalarView(unicodeScalars.prefix(codePointsMax - 1))) + "…"
  }
}
