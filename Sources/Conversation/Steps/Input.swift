/// What somebody did in their chat.
package enum Input: Sendable, Hashable {
  /// Tapped a button; nil if it is not one of this bot's (any more).
  case tap(Button?)
  case command(ChatCommand)
  case text(String)
  case document(SentDocument)
  /// A photo, a sticker, a voice message.
  case other
}
