public import Logging
public import OfficeActor
public import Persistence
import Synchronization
public import Telegram

/// The company's group, whose members may register. Whenever Telegram is asked about it, this notices whether the bot
/// still can ask; when that has ended, admins hear of it, once until it was well again.
public final class CompanyGroup: Sendable {
  private struct State {
    var membership: GroupMembership
    /// What was noticed last; nil before anything was.
    var noticed: String?
  }

  private static let told = "group"

  private let configured: ChatID
  private let state: Mutex<State>
  private let office: OfficeState
  private let store: ChatStore
  private let bot: UserID
  private let logger: Logger

  /// - Parameters:
  ///   - membership: who is in the group that the configuration names.
  ///   - store: remembers over a restart what admins were told.
  ///   - bot: the bot's own account.
  public init(
    _ membership: GroupMembership, office: OfficeState, store: ChatStore, bot: UserID, logger: Logger
  ) {
    configured = membership.group
    state = Mutex(State(membership: membership))
    self.office = office
    self.store = store
    self.bot = bot
    self.logger = logger
  }

  /// Whether an account is in the group now.
  ///
  /// - Throws: when Telegram does not say. That is no answer: neither yes nor no.
  public func isMember(_ account: AccountID) async throws(TelegramError) -> Bool {
    do throws(TelegramError) {
      let isMember = try await ask(UserID(account.rawValue))
      await notice(trouble)
      return isMember
    } catch {
      if error.isOutside { await notice(.botOutside) }
      throw error
    }
  }

  /// Asks Telegram for the bot's present standing if the chat in which it has changed is this group.
  func look(after change: ChatMemberUpdated) async {
    guard [configured, state.withLock(\.membership.group)].contains(change.chat.id) else { return }
    let isInside: Bool
    do throws(TelegramError) {
      isInside = try await ask(bot)
    } catch {
      isInside = error.isOutside ? false : change.newMember.isInside
    }
    await notice(isInside ? trouble : .botOutside)
  }

  /// What is wrong although Telegram answers.
  private var trouble: GroupTrouble? {
    let group = state.withLock(\.membership.group)
    return group == configured ? nil : .moved(to: group.rawValue)
  }

  /// Asks, under the group's new id if it has one.
  private func ask(_ user: UserID) async throws(TelegramError) -> Bool {
    let membership = state.withLock(\.membership)
    do throws(TelegramError) {
      return try await membership.isMember(user)
    } catch .chatMigrated(let group, _) {
      let moved = membership.moved(to: group)
      state.withLock { $0.membership = moved }
      return try await moved.isMember(user)
    }
  }

  private func notice(_ trouble: GroupTrouble?) async {
    let words = trouble?.code ?? ""
    let before = state.withLock { state in
      defer { state.noticed = words }
      return state.noticed
    }
    guard before != words else { return }
    do {
      guard try await store.told(Self.told, bot: bot.rawValue) ?? "" != words else { return }
      if let trouble {
        logger.error("the company's group is not as it was", metadata: ["trouble": "\(words)"])
        _ = try await office.perform(.tellAdmins(.groupTrouble(trouble)), by: .bot)
      } else {
        logger.notice("the bot is in the company's group again")
      }
      try await store.rememberTold(Self.told, words, bot: bot.rawValue)
    } catch {
      // The next answer about the group tries again.
      state.withLock { $0.noticed = before }
      logger.error("admins were not told of the company's group", metadata: ["error": "\(error)"])
    }
  }
}

extension GroupTrouble {
  /// As it is remembered.
  fileprivate var code: String {
    switch self {
    case .botOutside: "the bot is outside"
    case .moved(let group): "moved to \(group)"
    }
  }
}

extension TelegramError {
  /// Whether it says that the bot is not in the group that was asked about.
  var isOutside: Bool {
    switch self {
    case .personUnreachable(.botNotInChat, _), .personUnreachable(.chatNotFound, _): true
    default: false
    }
  }
}
