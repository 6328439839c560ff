import Foundation
import OfficeActor
import Synchronization

/// Accounts that have lately tried to administer though they may not: the journal hears of each at most
/// once a minute, and of a bounded number of accounts, so that nobody can fill it.
final class RefusedAttempts: Sendable {
  static let pause: TimeInterval = 60
  /// Accounts a minute at the most.
  static let accountsMax = 100

  private let noted = Mutex<[AccountID: Date]>([:])

  /// Whether an attempt is written to the journal now.
  func isNews(_ account: AccountID, at now: Date) -> Bool {
    noted.withLock { noted in
      noted = noted.filter { now.timeIntervalSince($0.value) < Self.pause }
      guard noted[account] == nil, noted.count < Self.accountsMax else { return false }
      noted[account] = now
      return true
    }
  }
}
