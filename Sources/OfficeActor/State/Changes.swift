import Synchronization

/// Lets others hear that something has changed, without waiting for them.
final class Changes: Sendable {
  private struct State {
    var last = 0
    var listeners: [Int: AsyncStream<Void>.Continuation] = [:]
  }

  private let state = Mutex(State())

  /// One element for all changes since the last one was taken.
  func stream() -> AsyncStream<Void> {
    let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
    let id = state.withLock { state in
      state.last += 1
      state.listeners[state.last] = continuation
      return state.last
    }
    continuation.onTermination = { [weak self] _ in
      _ = self?.state.withLock { $0.listeners.removeValue(forKey: id) }
    }
    return stream
  }

  func tell() {
    for listener in state.withLock({ Array($0.listeners.values) }) { listener.yield() }
  }
}
