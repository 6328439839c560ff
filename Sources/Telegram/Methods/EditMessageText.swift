/// Replaces text and buttons of a text message; absent buttons are removed.
public struct EditMessageText: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageText`
  public static let name = "editMessageText"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// The chat of the message.
  public let chatID: ChatID
  /// Identifier of the message to edit.
  public let messageID: MessageID
  /// 1 to 4096 characters without the markup.
  public let text: String
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?

  /// A new text for a message.
  public init(
    chat: ChatID, message: MessageID, text: String, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil
  ) {
    self.chatID = chat
    self.messageID = message
    self.text = text
    self.parseMode = parseMode
    self.replyMarkup = replyMarkup
  }
}
