/// Replaces picture, caption and buttons of a message at once; what is absent is removed.
/// Turns a text message into a photo too.
public struct EditMessageMedia: ChatMethod {
  /// The message as it is now, if Telegram says.
  public typealias Answer = EditedMessage
  /// `editMessageMedia`
  public static let name = "editMessageMedia"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// The chat of the message.
  public let chatID: ChatID
  /// Identifier of the message to edit.
  public let messageID: MessageID
  /// The new picture.
  public let photo: InputPhoto
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?
  /// How long an upload may take before something else is sent; nil to wait for it.
  public let uploadMax: Duration?

  /// A new content for a message.
  public init(
    chat: ChatID, message: MessageID, photo: InputPhoto, caption: String? = nil,
    parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil, uploadMax: Duration? = nil
  ) {
    self.chatID = chat
    self.messageID = message
    self.photo = photo
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
    self.replyMarkup = replyMarkup
    self.uploadMax = uploadMax
  }

  /// The picture, if Telegram does not have it.
  public var uploads: [Upload] { photo.upload(as: Self.uploadField) }
  /// An upload's own, if it has one.
  public var timeLimit: Duration? { uploads.isEmpty ? nil : uploadMax }
  /// Of an upload that is not waited for.
  public var hasSubstitute: Bool { timeLimit != nil }

  private static let uploadField = "photo"

  private enum CodingKeys: CodingKey {
    case chatID, messageID, media, replyMarkup
  }

  private enum MediaKeys: CodingKey {
    case type, media, caption, parseMode
  }

  /// With picture and caption as an `InputMediaPhoto`.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(chatID, forKey: .chatID)
    try fields.encode(messageID, forKey: .messageID)
    try fields.encodeIfPresent(replyMarkup, forKey: .replyMarkup)
    var media = fields.nestedContainer(keyedBy: MediaKeys.self, forKey: .media)
    try media.encode("photo", forKey: .type)
    try media.encode(photo.reference(to: Self.uploadField), forKey: .media)
    try media.encodeIfPresent(caption, forKey: .caption)
    try media.encodeIfPresent(parseMode, forKey: .parseMode)
  }
}
