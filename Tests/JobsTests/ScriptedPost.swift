import Jobs
import OfficeActor
import Synchronization

/// A post that does with each notice what a test says, and remembers what it was given.
final class ScriptedPost: NoticePost {
  struct Failure: Error {}

  /// A delivery as it began.
  struct Delivery: Sendable, Hashable {
    let notice: Notice
    let account: AccountID
  }

  private struct State {
    var begun: [Delivery] = []
    var underWay = 0
    var underWayMost = 0
  }

  private let state = Mutex(State())
  private let outcome: @Sendable (Delivery, _ attempt: Int) async throws -> NoticeOutcome

  /// - Parameter outcome: what becomes of a delivery; attempts at a notice count from 1.
  init(
    _ outcome: @escaping @Sendable (Delivery, _ attempt: Int) async throws -> NoticeOutcome = { delivery, _ in
      .delivered(message: delivery.notice.id.rawValue)
    }
  ) {
    self.outcome = outcome
  }

  var begun: [Delivery] { state.withLock { $0.begun } }
  var underWayMost: Int { state.withLock { $0.underWayMost } }

  func deliver(_ notice: Notice, to account: AccountID) async throws -> NoticeOutcome {
    let delivery = Delivery(notice: notice, account: account)
    let attempt = state.withLock { state in
      state.begun.append(delivery)
      state.underWay += 1
      state.underWayMost = max(state.underWayMost, state.underWay)
      return state.begun.count { $0.notice.id == notice.id }
    }
    defer { state.withLock { $0.underWay -= 1 } }
    return try await outcome(delivery, attempt)
  }
}
