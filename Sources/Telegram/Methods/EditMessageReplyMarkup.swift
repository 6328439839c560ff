/// Replaces the buttons under a message and nothing else.
public struct EditMessageReplyMarkup: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageReplyMarkup`
  public static let name = "editMessageReplyMarkup"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// The chat of the message.
  public let chatID: ChatID
  /// Identifier of the message to edit.
  public let messageID: MessageID
  /// Absent takes the buttons away.
  public let replyMarkup: InlineKeyboardMarkup?

  /// New buttons for a message.
  public init(chat: ChatID, message: MessageID, replyMarkup: InlineKeyboardMarkup? = nil) {
    self.chatID = chat
    self.messageID = message
    self.replyMarkup = replyMarkup
  }
}
