import Synchronization

/// Lets callers wait for their turn in a ``Schedule`` and wakes them when it comes.
final class Pacer: Sendable {
  /// How waiting for a turn ends.
  enum Turn: Sendable {
    /// The call is under way from now on; it must be finished or put back.
    case go
    case superseded
    case full
    case cancelled
  }

  private typealias Caller = CheckedContinuation<Turn, Never>

  private struct State: Sendable {
    var schedule: Schedule
    var lastID: Schedule.Entry.ID = 0
    var waiting: [Schedule.Entry.ID: Caller] = [:]
    /// To be resumed when the lock is open again.
    var resumed: [(Caller, Turn)] = []
    var alarm: (at: Duration, task: Task<Void, Never>)?

    mutating func resume(_ id: Schedule.Entry.ID, with turn: Turn) {
      if let caller = waiting.removeValue(forKey: id) { resumed.append((caller, turn)) }
    }

    /// Takes out a caller that waits; one that does not wait any more is left alone.
    mutating func withdraw(_ entry: Schedule.Entry) {
      guard waiting[entry.id] != nil else { return }
      schedule.withdraw(entry)
      resume(entry.id, with: .cancelled)
    }
  }

  private let timeline: Timeline
  private let state: Mutex<State>

  init(_ limits: PaceLimits, timeline: Timeline) {
    self.timeline = timeline
    self.state = Mutex(State(schedule: Schedule(limits)))
  }

  deinit { state.withLock { $0.alarm?.task.cancel() } }

  func entry(for chat: ChatID, lane: Lane, key: SupersessionKey?) -> Schedule.Entry {
    state.withLock { state in
      state.lastID += 1
      return Schedule.Entry(id: state.lastID, chat: chat, lane: lane, key: key)
    }
  }

  /// Waits at the end of the queue.
  func turn(of entry: Schedule.Entry) async -> Turn {
    await turn(of: entry) { schedule, now in schedule.enqueue(entry, at: now) }
  }

  /// Waits once more, at the head of the queue, with the chat left alone for so long.
  func anotherTurn(of entry: Schedule.Entry, after pause: Duration) async -> Turn {
    await turn(of: entry) { schedule, now in schedule.requeue(entry, holdingUntil: now + pause) }
  }

  /// Ends a call, and leaves the chat alone for so long.
  func finish(_ entry: Schedule.Entry, holdingFor pause: Duration = .zero) {
    update { state, now in state.schedule.finish(entry, holdingUntil: now + pause) }
  }

  func isDue(_ chat: ChatID) -> Bool {
    state.withLock { $0.schedule.isDue(chat, at: timeline.now()) }
  }

  private func turn(
    of entry: Schedule.Entry, entering: (inout Schedule, _ now: Duration) -> Schedule.Admission
  ) async -> Turn {
    await withTaskCancellationHandler {
      await withCheckedContinuation { caller in
        update { state, now in
          state.waiting[entry.id] = caller
          switch entering(&state.schedule, now) {
          case .full: state.resume(entry.id, with: .full)
          case .superseded: state.resume(entry.id, with: .superseded)
          case .waits(let older):
            if let older { state.resume(older, with: .superseded) }
            // Otherwise cancellation comes later, and its handler finds the caller waiting.
            if Task.isCancelled { state.withdraw(entry) }
          }
        }
      }
    } onCancel: {
      update { state, _ in state.withdraw(entry) }
    }
  }

  /// Changes the state, starts what may go, sets the alarm for what may go later, and only then,
  /// outside of the lock, wakes callers.
  private func update(_ change: (inout State, _ now: Duration) -> Void) {
    let resumed = state.withLock { state in
      let now = timeline.now()
      change(&state, now)
      while let next = state.schedule.startNext(at: now) { state.resume(next.id, with: .go) }
      setAlarm(&state, now: now)
      defer { state.resumed = [] }
      return state.resumed
    }
    for (caller, turn) in resumed { caller.resume(returning: turn) }
  }

  private func setAlarm(_ state: inout State, now: Duration) {
    if let alarm = state.alarm, alarm.at <= now { state.alarm = nil }
    guard let due = state.schedule.nextDue() else { return }
    if let alarm = state.alarm {
      guard due < alarm.at else { return }
      alarm.task.cancel()
    }
    let task = Task { [weak self, timeline] in
      // Only cancellation ends the sleep early: then another alarm is set.
      guard (try? await timeline.sleep(due)) != nil else { return }
      self?.update { _, _ in }
    }
    state.alarm = (due, task)
  }
}
