/// Deletes a message; not for everyone after 48 hours.
public struct DeleteMessage: ChatMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `deleteMessage`
  public static let name = "deleteMessage"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Where.
  public let chat: ChatID
  /// Which.
  public let message: MessageID

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case message = "message_id"
  }

  /// A message to delete.
  public init(chat: ChatID, message: MessageID) {
    self.chat = chat
    self.message = message
  }
}
