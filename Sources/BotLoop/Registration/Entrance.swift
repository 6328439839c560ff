import Conversation
import Logging
import OfficeActor
import Persistence
import Telegram
import Waiting

/// Finds out about strangers what the office cannot: whether they are in the company's group, and whether they
/// came by the secret link. Asked before the office is, so that nothing waits between deciding and committing.
struct Entrance: Sendable {
  let group: CompanyGroup?
  let invitation: Invitation?
  let store: ChatStore
  let logger: Logger
  /// Longest time that a stranger, and others whose updates came in the same batch, wait for Telegram.
  var patience = Duration.seconds(3)

  /// What is known of an account that writes or taps in its chat.
  ///
  /// - Parameters:
  ///   - code: what came with `/start`.
  ///   - mark: the link that the chat came by before.
  func evidence(
    of account: AccountID, in mode: RegistrationMode, code: String?, mark: String?
  ) async -> Evidence {
    switch mode {
    case .open, .approval: .proof(.none)
    case .group: await membership(of: account)
    case .invite: await invited(account, code: code, mark: mark)
    }
  }

  private func membership(of account: AccountID) async -> Evidence {
    guard let group else { return .proof(.none) }
    return await race {
      do throws(TelegramError) {
        return .proof(try await group.isMember(account) ? .groupMember : .none)
      } catch {
        if error.isOutside { return .botOutsideGroup }
        logger.warning(
          "Telegram did not say whether somebody is in the group", metadata: ["error": "\(error)"])
        return .membershipUnknown
      }
    } _: {
      try? await Task.sleep(for: patience)
      return .membershipUnknown
    }
  }

  private func invited(_ account: AccountID, code: String?, mark: String?) async -> Evidence {
    guard let invitation else { return .proof(.none) }
    if mark == invitation.mark { return .proof(.invited) }
    guard let code else { return .proof(.none) }
    guard invitation.hasCode(code) else { return .wrongLink }
    do {
      try await store.remember(invitation: invitation.mark, of: account.rawValue)
    } catch {
      logger.error(
        "it could not be remembered that somebody came by the link; they have to open it again",
        metadata: ["error": "\(error)"])
    }
    return .proof(.invited)
  }
}
