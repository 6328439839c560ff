import ServiceLifecycle
import Synchronization
import Waiting

/// Wakes the one task that rests at it; a ring while nobody rests is not lost.
public final class Alarm: Sendable {
  private struct State {
    var hasRung = false
    var resting: CheckedContinuation<Void, Never>?
  }

  private let state = Mutex(State())

  /// An alarm that has not rung.
  public init() {}

  /// Wakes the task that rests; if none does, the next rest ends at once.
  public func ring() {
    let resting = state.withLock { state in
      state.hasRung = state.resting == nil
      defer { state.resting = nil }
      return state.resting
    }
    resting?.resume()
  }

  /// Rests until the alarm rings, a sleep is over, or the task is cancelled.
  public func rest(_ sleep: @escaping @Sendable () async throws -> Void) async {
    await race {
      await self.untilRung()
    } _: {
      try? await sleep()
    }
  }

  /// Rings at every element of a stream, and at an orderly stop, as long as `body` runs.
  func ringing(at changes: AsyncStream<Void>, _ body: @escaping @Sendable () async -> Void) async {
    await withGracefulShutdownHandler {
      await race({ for await _ in changes { self.ring() } }, body)
    } onGracefulShutdown: {
      self.ring()
    }
  }

  private func untilRung() async {
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isOver = state.withLock { state in
          guard !state.hasRung, !Task.isCancelled else {
            if !Task.isCancelled { state.hasRung = false }
            return true
          }
          state.resting = continuation
          return false
        }
        if isOver { continuation.resume() }
      }
    } onCancel: {
      state.withLock { state in
        defer { state.resting = nil }
        return state.resting
      }?.resume()
    }
  }
}
