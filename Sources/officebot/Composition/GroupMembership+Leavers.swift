import Jobs
import OfficeActor
import Telegram

extension GroupMembership {
  /// Whether an account is still in the group; unknown whenever Telegram does not say.
  func standing(of account: AccountID) async -> Leavers.Standing {
    do throws(TelegramError) {
      return try await isMember(UserID(account.rawValue)) ? .inside : .outside
    } catch {
      if case .retryAfter(let wait, _) = error { return .askLater(wait) }
      return .unknown("\(error)")
    }
  }
}
