/// Sends a photo.
public struct SendPhoto: ChatMethod {
  /// The message as sent.
  public typealias Answer = Message
  /// `sendPhoto`
  public static let name = "sendPhoto"
  /// Twice is two messages.
  public static let isIdempotent = false

  /// Where.
  public let chat: ChatID
  /// What.
  public let photo: InputPhoto
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?
  /// `true` sends it without a sound.
  public let disableNotification: Bool?

  /// A photo to send.
  public init(
    chat: ChatID, photo: InputPhoto, caption: String? = nil, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil, disableNotification: Bool? = nil
  ) {
    self.chat = chat
    self.photo = photo
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
    self.replyMarkup = replyMarkup
    self.disableNotification = disableNotification
  }

  /// The photo, if Telegram does not have it.
  public var uploads: [Upload] { photo.upload(as: CodingKeys.photo.rawValue) }

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case photo, caption
    case parseMode = "parse_mode"
    case replyMarkup = "reply_markup"
    case disableNotification = "disable_notification"
  }

  /// Without the photo when it is uploaded: then the upload is the parameter.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(chat, forKey: .chat)
    try fields.encodeIfPresent(photo.uploadedBefore, forKey: .photo)
    try fields.encodeIfPresent(caption, forKey: .caption)
    try fields.encodeIfPresent(parseMode, forKey: .parseMode)
    try fields.encodeIfPresent(replyMarkup, forKey: .replyMarkup)
    try fields.encodeIfPresent(disableNotification, forKey: .disableNotification)
  }
}
