/// Sends a photo.
public struct SendPhoto: ChatMethod {
  /// The message as sent.
  public typealias Answer = Message
  /// `sendPhoto`
  public static let name = "sendPhoto"
  /// Twice is two messages.
  public static let isIdempotent = false

  /// The chat to send to.
  public let chatID: ChatID
  /// The photo to send.
  public let photo: InputPhoto
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?
  /// Buttons under it.
  public let replyMarkup: InlineKeyboardMarkup?
  /// How long an upload may take before something else is sent; nil to wait for it.
  public let uploadMax: Duration?

  /// A photo to send.
  public init(
    chat: ChatID, photo: InputPhoto, caption: String? = nil, parseMode: ParseMode? = .html,
    replyMarkup: InlineKeyboardMarkup? = nil, uploadMax: Duration? = nil
  ) {
    self.chatID = chat
    self.photo = photo
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
    self.replyMarkup = replyMarkup
    self.uploadMax = uploadMax
  }

  /// The photo, if Telegram does not have it.
  public var uploads: [Upload] { photo.upload(as: "photo") }
  /// An upload's own, if it has one.
  public var timeLimit: Duration? { uploads.isEmpty ? nil : uploadMax }
  /// Of an upload that is not waited for.
  public var hasSubstitute: Bool { timeLimit != nil }

  private enum CodingKeys: CodingKey {
    case chatID, photo, caption, parseMode, replyMarkup
  }

  /// Without the photo when it is uploaded: then the upload is the parameter.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(chatID, forKey: .chatID)
    try fields.encodeIfPresent(photo.uploadedBefore, forKey: .photo)
    try fields.encodeIfPresent(caption, forKey: .caption)
    try fields.encodeIfPresent(parseMode, forKey: .parseMode)
    try fields.encodeIfPresent(replyMarkup, forKey: .replyMarkup)
  }
}
