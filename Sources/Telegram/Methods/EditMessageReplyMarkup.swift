/// Replaces the buttons under a message and nothing else.
public struct EditMessageReplyMarkup: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageReplyMarkup`
  public static let name = "editMessageReplyMarkup"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Where.
  public let chat: ChatID
  /// Which.
  public let message: MessageID
  /// Absent takes the buttons away.
  public let replyMarkup: InlineKeyboardMarkup?

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case message = "message_id"
    case replyMarkup = "reply_markup"
  }

  /// New buttons for a message.
  public init(chat: ChatID, message: MessageID, replyMarkup: InlineKeyboardMarkup? = nil) {
    self.chat = chat
    self.message = message
    self.replyMarkup = replyMarkup
  }
}
