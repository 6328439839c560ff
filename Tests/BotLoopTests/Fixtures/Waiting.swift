import Synchronization

/// Holds whoever comes until a test opens it.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var arrived = 0
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = Mutex(State())

  var isOpen: Bool { state.withLock { $0.isOpen } }
  var arrived: Int { state.withLock { $0.arrived } }

  /// Waits until the gate is open or the task is cancelled.
  func pass() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOpen = state.withLock { state in
          state.arrived += 1
          if !state.isOpen && !Task.isCancelled { state.waiting.append(continuation) }
          return state.isOpen || Task.isCancelled
        }
        if isOpen { continuation.resume() }
      }
    } onCancel: {
      open()
    }
  }

  func open() {
    let waiting = state.withLock { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume() }
  }
}

enum Unexpected: Error { case timedOut }

/// Waits until something that happens on another thread has happened; two minutes in vain are a failure.
func eventually(_ isTrue: () async -> Bool) async throws {
  let deadline = ContinuousClock.now + .seconds(120)
  while await !isTrue() {
    guard ContinuousClock.now < deadline else { throw Unexpected.timedOut }
    try await Task.sleep(for: .milliseconds(5))
  }
}
