import Synchronization

/// The one who waits for a transfer, resumed exactly once: by the first who finishes it.
final class PendingAnswer: Sendable {
  typealias Outcome = Result<HTTPAnswer, HTTPFailure>

  private enum State {
    case unasked
    case waiting(CheckedContinuation<Outcome, Never>)
    case finished
  }

  private let state = Mutex(State.unasked)

  /// Lets the continuation wait.
  ///
  /// - Returns: `false`, and the continuation is resumed, if cancellation came first.
  func wait(_ continuation: CheckedContinuation<Outcome, Never>) -> Bool {
    let isFirst = state.withLock { state in
      guard case .unasked = state else { return false }
      state = .waiting(continuation)
      return true
    }
    if !isFirst { continuation.resume(returning: .failure(.cancelled)) }
    return isFirst
  }

  /// Resumes the waiting task; later outcomes are ignored.
  func finish(_ outcome: Outcome) {
    let waiting = state.withLock { state -> CheckedContinuation<Outcome, Never>? in
      defer { state = .finished }
      guard case .waiting(let continuation) = state else { return nil }
      return continuation
    }
    waiting?.resume(returning: outcome)
  }
}

extension HTTPFailure {
  static let cancelled = HTTPFailure(reason: .cancelled, effect: .unknown)
  static let closed = HTTPFailure(reason: .closed, effect: .unknown)
  static let tooManyTransfers = HTTPFailure(reason: .tooManyTransfers, effect: .didNotHappen)
}
