/// Somebody's standing in a group. `personUnreachable(.memberNotFound)` means: not in it.
public struct GetChatMember: BotMethod {
  /// The standing.
  public typealias Answer = ChatMember
  /// `getChatMember`
  public static let name = "getChatMember"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// Worth a wait at night, when all members are looked up; a stranger at the door does not wait as long.
  public static let usefulFor = Duration.seconds(600)

  /// The group.
  public let chatID: ChatID
  /// The person.
  public let userID: UserID

  /// A question about somebody in a group.
  public init(chat: ChatID, user: UserID) {
    self.chatID = chat
    self.userID = user
  }
}
