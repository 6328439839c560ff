/// Sends a text.
public struct SendMessage: ChatMethod {
  /// The message as sent.
  public typealias Answer = Message
  /// `sendMessage`
  public static let name = "sendMessage"
  /// Twice is two messages.
  public static let isIdempotent = false

  /// The chat to send to.
  public let chatID: ChatID
  /// 1 to 4096 characters without the markup.
  public let text: String
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?
  /// `true` sends it without a sound.
  public let disableNotification: Bool?

  /// A text to send.
  public init(
    chat: ChatID, text: String, parseMode: ParseMode? = .html, replyMarkup: InlineKeyboardMarkup? = nil,
    disableNotification: Bool? = nil
  ) {
    self.chatID = chat
    self.text = text
    self.parseMode = parseMode
    self.replyMarkup = replyMarkup
    self.disableNotification = disableNotification
  }
}
