import Jobs
import OfficeActor
import Synchronization

/// A post that does with each notice what a test says, and remembers what it was given.
final class ScriptedPost: NoticePost {
  /// A delivery as it began.
  struct Delivery: Sendable, Hashable {
    let notice: Notice
    let account: AccountID

    func arrives(as message: Int64 = 1) -> DeliveryAttempt {
      .settled(.delivered(to: account, message: message))
    }
  }

  private struct State {
    var begun: [Delivery] = []
    var underWay = 0
    var underWayMost = 0
  }

  private let state = Mutex(State())
  private let result: @Sendable (Delivery, _ number: Int) async -> DeliveryAttempt

  /// - Parameter result: what becomes of a delivery; attempts at a notice count from 1.
  init(
    _ result: @escaping @Sendable (Delivery, _ number: Int) async -> DeliveryAttempt = { delivery, _ in
      delivery.arrives(as: delivery.notice.id.rawValue)
    }
  ) {
    self.result = result
  }

  var begun: [Delivery] { state.withLock { $0.begun } }
  var underWayMost: Int { state.withLock { $0.underWayMost } }

  func deliver(_ notice: Notice, to account: AccountID) async -> DeliveryAttempt {
    let delivery = Delivery(notice: notice, account: account)
    let number = state.withLock { state in
      state.begun.append(delivery)
      state.underWay += 1
      state.underWayMost = max(state.underWayMost, state.underWay)
      return state.begun.count { $0.notice.id == notice.id }
    }
    defer { state.withLock { $0.underWay -= 1 } }
    return await result(delivery, number)
  }
}
