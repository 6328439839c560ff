import Synchronization
import Telegram

/// Updates that were taken and are not handled yet: they must not be confirmed.
final class UpdatesUnderWay: Sendable {
  private let ids = Mutex<Set<UpdateID>>([])

  /// The one that Telegram gave first.
  var first: UpdateID? { ids.withLock { $0.min() } }

  func begin(_ updates: [UpdateID]) { ids.withLock { $0.formUnion(updates) } }

  func end(_ update: UpdateID) { _ = ids.withLock { $0.remove(update) } }
}
