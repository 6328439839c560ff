import Synchronization

/// Tells those who wait that something changed, and what.
///
/// Waiting is by version: whoever has seen version 5 asks for what came after 5, so nothing is
/// missed between looking and waiting.
final class Changes: Sendable {
  /// What can change.
  enum Section: Hashable, Sendable {
    case chat(Int64)
    case people
    case log
    case faults
    case bot
    case clock
    /// The bot began to wait for updates, or confirmed some.
    case polling
  }

  /// Somebody who waits; for a change of one section, or of any.
  private struct Waiting {
    let section: Section?
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var version = 0
    var sections: [Section: Int] = [:]
    var waiting: [Int: Waiting] = [:]
    var nextTicket = 0
    var isClosed = false
  }

  private let state = Mutex(State())

  /// Whether the sandbox is going down.
  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// The version now.
  var version: Int { state.withLock { $0.version } }

  /// Notes a change and wakes those whom it concerns. Of a hundred people who wait, one.
  func note(_ section: Section) {
    let concerned = state.withLock { state in
      state.version += 1
      state.sections[section] = state.version
      let concerned = state.waiting.filter { $0.value.section == nil || $0.value.section == section }
      for ticket in concerned.keys { state.waiting[ticket] = nil }
      return concerned.values
    }
    for waiting in concerned { waiting.continuation.resume() }
  }

  /// Wakes everybody for good.
  func close() {
    let waiting = state.withLock { state in
      state.isClosed = true
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for waiting in waiting { waiting.continuation.resume() }
  }

  /// What changed after a version, and the version now.
  func sections(after version: Int) -> (changed: Set<Section>, version: Int) {
    state.withLock { state in
      (Set(state.sections.filter { $0.value > version }.keys), state.version)
    }
  }

  /// Waits until something changed after a version, but no longer than a time. Also returns when
  /// the task is cancelled or the sandbox goes down.
  ///
  /// - Parameter section: what has to change; anything if left out.
  func wait(after version: Int, of section: Section? = nil, atMost limit: Duration) async {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.change(after: version, of: section) }
      group.addTask { try? await Task.sleep(for: limit) }
      await group.next()
      group.cancelAll()
    }
  }

  private func change(after version: Int, of section: Section?) async {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        let isDue = state.withLock { state in
          let last = section.map { state.sections[$0] ?? 0 } ?? state.version
          if last > version || state.isClosed || Task.isCancelled { return true }
          state.waiting[ticket] = Waiting(section: section, continuation: continuation)
          return false
        }
        if isDue { continuation.resume() }
      }
    } onCancel: {
      state.withLock { $0.waiting.removeValue(forKey: ticket) }?.continuation.resume()
    }
  }
}
