/// Replaces picture, caption and buttons of a message at once; what is absent is removed.
/// Turns a text message into a photo too.
public struct EditMessageMedia: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageMedia`
  public static let name = "editMessageMedia"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Where.
  public let chat: ChatID
  /// Which.
  public let message: MessageID
  /// The new picture.
  public let photo: InputPhoto
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?

  /// A new content for a message.
  public init(
    chat: ChatID, message: MessageID, photo: InputPhoto, caption: String? = nil,
    parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil
  ) {
    self.chat = chat
    self.message = message
    self.photo = photo
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
    self.replyMarkup = replyMarkup
  }

  /// The picture, if Telegram does not have it.
  public var uploads: [Upload] { photo.upload(as: Self.uploadField) }

  private static let uploadField = "photo"

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case message = "message_id"
    case media
    case replyMarkup = "reply_markup"
  }

  enum MediaKeys: String, CodingKey {
    case type, media, caption
    case parseMode = "parse_mode"
  }

  /// With picture and caption as an `InputMediaPhoto`.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(chat, forKey: .chat)
    try fields.encode(message, forKey: .message)
    try fields.encodeIfPresent(replyMarkup, forKey: .replyMarkup)
    var media = fields.nestedContainer(keyedBy: MediaKeys.self, forKey: .media)
    try media.encode("photo", forKey: .type)
    try media.encode(photo.reference(to: Self.uploadField), forKey: .media)
    try media.encodeIfPresent(caption, forKey: .caption)
    try media.encodeIfPresent(parseMode, forKey: .parseMode)
  }
}
