/// Who is in a group, as Telegram tells it.
public struct GroupMembership: Sendable {
  private let group: ChatID
  private let api: any BotAPI

  /// The members of a group, in which the bot has to be an administrator.
  public init(group: ChatID, api: any BotAPI) {
    self.group = group
    self.api = api
  }

  /// Whether somebody is in the group now.
  ///
  /// - Throws: when Telegram does not say. That is no answer: neither yes nor no.
  public func isMember(_ user: UserID) async throws(TelegramError) -> Bool {
    do throws(TelegramError) {
      return try await isMember(user, of: group)
    } catch .chatMigrated(let group, _) {
      return try await isMember(user, of: group)
    }
  }

  private func isMember(_ user: UserID, of group: ChatID) async throws(TelegramError) -> Bool {
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
