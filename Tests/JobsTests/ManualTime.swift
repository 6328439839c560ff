import Foundation
import Synchronization

/// A wall clock that stands still until a test moves it, and sleeps that end when it has moved far enough.
final class ManualTime: Sendable {
  private struct State {
    var now: Date
    /// By how much the clock was set, which is no time that has passed.
    var setBy: TimeInterval = 0
    var sleepers: [UUID: (until: Date, wake: CheckedContinuation<Void, any Error>)] = [:]
    var watchers: [CheckedContinuation<Void, Never>] = []
  }

  private let state: Mutex<State>

  init(_ now: Date) { state = Mutex(State(now: now)) }

  var now: Date { state.withLock(\.now) }

  /// Time since 1970, leaving out by how much the clock was set.
  var passed: Duration {
    state.withLock { .seconds($0.now.timeIntervalSince1970 - $0.setBy) }
  }

  /// When the first of the sleepers wakes.
  var nextWake: Date? { state.withLock { $0.sleepers.values.map(\.until).min() } }

  /// Moves the clock without waking anybody, as a stop of the process does.
  func jump(to moment: Date) { state.withLock { $0.now = moment } }

  /// Sets the clock while the process goes on: those who sleep do so for as long as before.
  func set(by span: TimeInterval) {
    state.withLock { state in
      state.now += span
      state.setBy += span
      for id in state.sleepers.keys { state.sleepers[id]?.until += span }
    }
  }

  /// Lets time pass in the sleepers' steps, each when everybody sleeps.
  func pass(_ span: TimeInterval, sleepers: Int = 1) async {
    let end = now + span
    while now < end {
      await untilAsleep(sleepers)
      let woken = state.withLock { state in
        state.now = min(end, state.sleepers.values.map(\.until).min() ?? end)
        let due = state.sleepers.filter { $0.value.until <= state.now }
        for id in due.keys { state.sleepers[id] = nil }
        return due.values.map(\.wake)
      }
      for wake in woken { wake.resume() }
    }
    await untilAsleep(sleepers)
  }

  /// Waits until so many sleep.
  func untilAsleep(_ count: Int) async {
    while state.withLock({ $0.sleepers.count < count }) {
      await withCheckedContinuation { continuation in
        let isThere = state.withLock { state in
          if state.sleepers.count >= count { return true }
          state.watchers.append(continuation)
          return false
        }
        if isThere { continuation.resume() }
      }
    }
  }

  func sleep(_ span: Duration) async throws {
    let id = UUID()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { (wake: CheckedContinuation<Void, any Error>) in
        let watchers = state.withLock { state -> [CheckedContinuation<Void, Never>]? in
          if Task.isCancelled { return nil }
          let seconds = Double(span.components.seconds) + Double(span.components.attoseconds) / 1e18
          state.sleepers[id] = (state.now + seconds, wake)
          defer { state.watchers = [] }
          return state.watchers
        }
        guard let watchers else { return wake.resume(throwing: CancellationError()) }
        for watcher in watchers { watcher.resume() }
      }
    } onCancel: {
      state.withLock { $0.sleepers.removeValue(forKey: id) }?.wake.resume(throwing: CancellationError())
    }
  }
}
