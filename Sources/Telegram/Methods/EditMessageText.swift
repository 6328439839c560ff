/// Replaces text and buttons of a text message; absent buttons are removed.
public struct EditMessageText: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageText`
  public static let name = "editMessageText"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Where.
  public let chat: ChatID
  /// Which.
  public let message: MessageID
  /// 1 to 4096 characters without the markup.
  public let text: String
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case message = "message_id"
    case text
    case parseMode = "parse_mode"
    case replyMarkup = "reply_markup"
  }

  /// A new text for a message.
  public init(
    chat: ChatID, message: MessageID, text: String, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil
  ) {
    self.chat = chat
    self.message = message
    self.text = text
    self.parseMode = parseMode
    self.replyMarkup = replyMarkup
  }
}
