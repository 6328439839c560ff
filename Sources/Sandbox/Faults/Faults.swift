import Synchronization

/// The faults that are switched on.
public final class Faults: Sendable {
  private struct State {
    var active: [Fault] = []
    var nextID = 1
    var random: SeededRandom
  }

  /// The oldest is switched off when there are more.
  public static let activeMax = 100

  private let state: Mutex<State>
  private let changes: Changes

  init(seed: UInt64, changes: Changes) {
    state = Mutex(State(random: SeededRandom(seed: seed)))
    self.changes = changes
  }

  /// What is switched on.
  public var active: [Fault] { state.withLock { $0.active } }

  /// Switches a fault on; the id is for ``switchOff(_:)``.
  @discardableResult
  public func switchOn(_ fault: Fault) -> Fault.ID {
    let id = state.withLock { state in
      var fault = fault
      fault.id = state.nextID
      state.nextID += 1
      state.active.append(fault)
      state.active.removeFirst(max(0, state.active.count - Self.activeMax))
      return fault.id
    }
    changes.note(.faults)
    return id
  }

  /// Switches one fault off.
  public func switchOff(_ id: Fault.ID) {
    state.withLock { $0.active.removeAll { $0.id == id } }
    changes.note(.faults)
  }

  /// Switches everything off.
  public func switchOff() {
    state.withLock { $0.active = [] }
    changes.note(.faults)
  }

  /// What goes wrong with a call: a delay, and at most one other fault.
  func strike(method: String, chat: Int64?) -> (delay: Duration, fault: Fault?) {
    let struck = take { fault in
      if case .duplicateTap = fault.kind { return false }
      return (fault.method.map { $0.lowercased() == method.lowercased() } ?? true)
        && (fault.chat.map { $0 == chat } ?? true)
    }
    var delay = Duration.zero
    var other: Fault?
    for fault in struck {
      if case .latency(let from, let to) = fault.kind {
        delay += from + (to - from) * state.withLock { Double.random(in: 0...1, using: &$0.random) }
      } else {
        other = fault
      }
    }
    return (delay, other)
  }

  /// Whether a tap in a chat arrives twice.
  func strikesTap(in chat: Int64) -> Bool {
    !take { $0.kind == .duplicateTap && ($0.chat.map { $0 == chat } ?? true) }.isEmpty
  }

  /// Picks what strikes now and counts it down. Delays add up; of the others the first counts.
  private func take(_ matches: (Fault) -> Bool) -> [Fault] {
    let (struck, hasChanged) = state.withLock { state in
      var struck: [Fault] = []
      var hasChanged = false
      var hasOther = false
      for index in state.active.indices {
        let fault = state.active[index]
        let isLatency = if case .latency = fault.kind { true } else { false }
        guard matches(fault), isLatency || !hasOther else { continue }
        guard fault.probability >= 1 || Double.random(in: 0..<1, using: &state.random) < fault.probability
        else { continue }
        struck.append(fault)
        hasOther = hasOther || !isLatency
        if let times = fault.times {
          state.active[index].times = times - 1
          hasChanged = true
        }
      }
      state.active.removeAll { $0.times.map { $0 <= 0 } ?? false }
      return (struck, hasChanged)
    }
    if hasChanged { changes.note(.faults) }
    return struck
  }
}
