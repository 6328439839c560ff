import BotLoop
import Jobs
import OfficeActor
import Telegram

extension CompanyGroup {
  /// Whether an account is still in the group; unknown whenever Telegram does not say.
  func standing(of account: AccountID) async -> Leavers.Standing {
    do throws(TelegramError) {
      return try await isMember(account) ? .inside : .outside
    } catch {
      return .unknown("\(error)")
    }
  }
}
