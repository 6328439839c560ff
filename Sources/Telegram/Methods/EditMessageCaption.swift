/// Replaces caption and buttons under a picture; what is absent is removed.
public struct EditMessageCaption: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageCaption`
  public static let name = "editMessageCaption"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Where.
  public let chat: ChatID
  /// Which.
  public let message: MessageID
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case message = "message_id"
    case caption
    case parseMode = "parse_mode"
    case replyMarkup = "reply_markup"
  }

  /// A new caption for a message.
  public init(
    chat: ChatID, message: MessageID, caption: String?, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil
  ) {
    self.chat = chat
    self.message = message
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
    self.replyMarkup = replyMarkup
  }
}
