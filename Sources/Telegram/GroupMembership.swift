/// Membership of a group, as Telegram tells it.
public struct GroupMembership: Sendable {
  /// The group that is asked about.
  public let group: ChatID
  private let api: any BotAPI

  /// The members of a group, in which the bot has to be an administrator.
  public init(group: ChatID, api: any BotAPI) {
    self.group = group
    self.api = api
  }

  /// The same of the group under another id, which it gets when it becomes a supergroup.
  public func moved(to group: ChatID) -> GroupMembership { GroupMembership(group: group, api: api) }

  /// Whether somebody is in the group now.
  ///
  /// - Throws: when Telegram does not say. That is no answer: neither yes nor no.
  public func isMember(_ user: UserID) async throws(TelegramError) -> Bool {
    do throws(TelegramError) {
      let member = try await api.call(GetChatMember(chat: group, user: user))
      guard member.status != .unknown else {
        throw .refused(code: 200, description: "a standing of a new kind", method: GetChatMember.name)
      }
      return member.isInside
    } catch .personUnreachable(.memberNotFound, _) {
      return false
    }
  }
}
