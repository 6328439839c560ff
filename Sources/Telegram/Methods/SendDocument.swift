/// Sends a document.
public struct SendDocument: ChatMethod {
  /// The message as sent.
  public typealias Answer = Message
  /// `sendDocument`
  public static let name = "sendDocument"
  /// Twice is two messages.
  public static let isIdempotent = false

  /// The chat to send to.
  public let chatID: ChatID
  /// The document to send.
  public let document: InputFile
  /// At most 1024 characters without the markup.
  public let caption: String?
  /// Plain if absent.
  public let parseMode: ParseMode?

  /// A document to send.
  public init(
    chat: ChatID, document: InputFile, caption: String? = nil, parseMode: ParseMode? = .html
  ) {
    self.chatID = chat
    self.document = document
    self.caption = caption
    self.parseMode = caption == nil ? nil : parseMode
  }

  /// The document, if Telegram does not have it.
  public var uploads: [Upload] { document.upload(as: "document") }

  private enum CodingKeys: CodingKey {
    case chatID, document, caption, parseMode
  }

  /// Without the document when it is uploaded: then the upload is the parameter.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encode(chatID, forKey: .chatID)
    try fields.encodeIfPresent(document.uploadedBefore, forKey: .document)
    try fields.encodeIfPresent(caption, forKey: .caption)
    try fields.encodeIfPresent(parseMode, forKey: .parseMode)
  }
}
