/// Replaces caption and buttons of a message with a picture, which stays; absent buttons are removed.
public struct EditMessageCaption: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageCaption`
  public static let name = "editMessageCaption"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// The chat of the message.
  public let chatID: ChatID
  /// Identifier of the message to edit.
  public let messageID: MessageID
  /// At most 1024 characters without the markup.
  public let caption: String
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?

  /// A new caption for a message.
  public init(
    chat: ChatID, message: MessageID, caption: String, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil
  ) {
    self.chatID = chat
    self.messageID = message
    self.caption = caption
    self.parseMode = parseMode
    self.replyMarkup = replyMarkup
  }
}
