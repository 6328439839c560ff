/// Sends a document.
public struct SendDocument: ChatMethod {
  /// The message as sent.
  public typealias Answer = Message
  /// `sendDocument`
  public static let name = "sendDocument"
  /// Twice is two messages.
  public static let isIdempotent = false

  /// Where.
  public let chat: ChatID
  /// What.
  public let document: InputFile
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?
  /// `true` sends it without a sound.
  public let disableNotification: Bool?

  /// A document to send.
  public init(
    chat: ChatID, document: InputFile, caption: String? = nil, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil, disableNotification: Bool? = nil
  ) {
    self.chat = chat
    self.document = document
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
    self.replyMarkup = replyMarkup
    self.disableNotification = disableNotification
  }

  /// The document, if Telegram does not have it.
  public var uploads: [Upload] { document.upload(as: CodingKeys.document.rawValue) }

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case document, caption
    case parseMode = "parse_mode"
    case replyMarkup = "reply_markup"
    case disableNotification = "disable_notification"
  }

  /// Without the document when it is uploaded: then the upload is the parameter.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(chat, forKey: .chat)
    try fields.encodeIfPresent(document.uploadedBefore, forKey: .document)
    try fields.encodeIfPresent(caption, forKey: .caption)
    try fields.encodeIfPresent(parseMode, forKey: .parseMode)
    try fields.encodeIfPresent(replyMarkup, forKey: .replyMarkup)
    try fields.encodeIfPresent(disableNotification, forKey: .disableNotification)
  }
}
