/// Somebody's standing in a group. `personUnreachable(.memberNotFound)` means: not in it.
public struct GetChatMember: BotMethod {
  /// The standing.
  public typealias Answer = ChatMember
  /// `getChatMember`
  public static let name = "getChatMember"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// The group.
  public let chat: ChatID
  /// The person.
  public let user: UserID

  enum CodingKeys: String, CodingKey {
    case chat = "chat_id"
    case user = "user_id"
  }

  /// A question about somebody in a group.
  public init(chat: ChatID, user: UserID) {
    self.chat = chat
    self.user = user
  }
}
