import Dispatch
import OfficeActor
import Synchronization

/// A disk in memory that a test can stop and break. It keeps what UNIQUE(day, seat) keeps.
final class FakeStorage: OfficeStorage {
  private struct State {
    var transactions: [Transaction] = []
    var bookings: [Booking.ID: Booking] = [:]
    var verdict: @Sendable (Transaction) -> CommitFailure? = { _ in nil }
    var isHeld = false
    var isBlocked = false
  }

  private let state = Mutex(State())
  private let gate = DispatchSemaphore(value: 0)

  /// Whether a commit waits for ``release()``.
  var isBlocked: Bool { state.withLock { $0.isBlocked } }

  /// What became durable.
  var transactions: [Transaction] { state.withLock { $0.transactions } }

  /// Fails commits from now on, where `verdict` says so.
  func fail(_ verdict: @escaping @Sendable (Transaction) -> CommitFailure?) {
    state.withLock { $0.verdict = verdict }
  }

  /// Lets no commit return until ``release()``.
  func hold() {
    state.withLock { $0.isHeld = true }
  }

  /// Lets the commit that is held return, and all after it.
  func release() {
    let wasBlocked = state.withLock { state in
      defer { (state.isHeld, state.isBlocked) = (false, false) }
      return state.isBlocked
    }
    if wasBlocked { gate.signal() }
  }

  private func block() -> Bool {
    state.withLock { state in
      state.isBlocked = state.isHeld
      return state.isHeld
    }
  }

  func commit(_ transaction: Transaction) throws(CommitFailure) {
    if block() { gate.wait() }
    let failure = state.withLock { state -> CommitFailure? in
      if let failure = state.verdict(transaction) { return failure }
      var bookings = state.bookings
      for change in transaction.changes {
        switch change {
        case .putBooking(let booking):
          let rival = bookings.values.first {
            $0.id != booking.id && $0.day == booking.day && $0.seat == booking.seat && $0.seat != nil
          }
          if let rival { return .constraint("the seat of \(rival.id) twice on \(rival.day)") }
          bookings[booking.id] = booking
        case .removeBooking(let id): bookings[id] = nil
        default: break  // What cannot contradict itself here.
        }
      }
      state.bookings = bookings
      state.transactions.append(transaction)
      return nil
    }
    if let failure { throw failure }
  }
}
