/// Somebody's standing in a chat.
public struct ChatMember: Sendable, Hashable, Decodable {
  /// The member.
  public let user: User
  /// Standing of the member.
  public let status: Status
  /// Of restricted members: whether they are in the chat now.
  public let isMember: Bool?

  /// Somebody's standing in a chat.
  public enum Status: String, Sendable, Hashable, Decodable {
    /// The owner.
    case creator
    /// With rights of an administrator.
    case administrator
    /// In the chat.
    case member
    /// In the chat or not, with fewer rights.
    case restricted
    /// Not in the chat.
    case left
    /// Removed; in a private chat: blocked the bot.
    case kicked
    /// Something newer than this program.
    case unknown

    /// A new status does not make the answer unreadable.
    public init(from decoder: any Decoder) throws {
      self = Status(rawValue: try decoder.singleValueContainer().decode(String.self)) ?? .unknown
    }
  }

  /// Whether the person is in the chat.
  public var isInside: Bool {
    switch status {
    case .creator, .administrator, .member: true
    case .restricted: isMember ?? false
    case .left, .kicked, .unknown: false
    }
  }

  enum CodingKeys: String, CodingKey {
    case user, status
    case isMember = "is_member"
  }

  /// A standing, for tests.
  public init(user: User, status: Status, isMember: Bool? = nil) {
    self.user = user
    self.status = status
    self.isMember = isMember
  }
}

/// A change of somebody's standing; of the bot's own in a private chat: blocked or unblocked.
public struct ChatMemberUpdated: Sendable, Hashable, Decodable {
  /// The chat in which the standing changed.
  public let chat: Chat
  /// Standing now.
  public let newMember: ChatMember

  enum CodingKeys: String, CodingKey {
    case chat
    case newMember = "new_chat_member"
  }

  /// A change, for tests.
  public init(chat: Chat, newMember: ChatMember) {
    self.chat = chat
    self.newMember = newMember
  }
}
