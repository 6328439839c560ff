import Foundation

extension World {
  func getUpdates(_ call: BotCall) async throws(Refusal) -> JSON {
    if webhook != nil { throw .webhookIsActive }
    let offset = call.integer("offset", default: 0, in: Int(Int32.min)...Int(Int32.max))
    let wanted = call.integer("limit", default: 100, in: 1...100)
    let wait = call.integer("timeout", default: 0, in: 0...LongPoll.timeoutMax)
    allowed.update(call["allowed_updates"])
    let (limit, timeout) = poll.throttle(offset: offset, limit: wanted, timeout: wait)
    let events = queue.take(offset: offset, limit: limit, at: now)
    changes.note(.polling)
    if !events.isEmpty || timeout == 0 { return .array(events.map(\.json)) }
    if isClosing { throw .restart }

    endWaitingPoll(.conflict)
    switch await waitForUpdates(atMost: .seconds(timeout)) {
    case .updates: return .array(queue.take(offset: offset, limit: limit, at: now).map(\.json))
    case .conflict:
      try? await Task.sleep(for: poll.conflictDelay())
      throw .secondPoller
    case .webhookSet: throw .webhookWasSet
    case .restart: throw .restart
    }
  }

  /// Adds an update for the bot, if it wants that kind.
  func push(_ type: String, _ content: JSON, lasting: TimeInterval = World.messageUpdatesLast) {
    guard allowed.allows(type) else { return }
    queue.push([type: content], at: now, expires: now.addingTimeInterval(lasting))
    wakeSoon()
    deliver()
  }

  /// Delivers the last confirmed updates once more.
  func redeliver(last count: Int) {
    queue.redeliver(last: count)
    wakeSoon()
  }

  // MARK: Waiting

  func endWaitingPoll(_ outcome: LongPoll.Outcome) {
    guard let waiter = poll.waiter else { return }
    poll.waiter = nil
    waiter.continuation.resume(returning: outcome)
  }

  private func waitForUpdates(atMost timeout: Duration) async -> LongPoll.Outcome {
    let ticket = poll.ticket()
    let alarm = Task {
      try await Task.sleep(for: timeout)
      wake(ticket)
    }
    defer { alarm.cancel() }
    return await withCheckedContinuation { continuation in
      poll.waiter = LongPoll.Waiter(ticket: ticket, continuation: continuation)
      changes.note(.polling)
    }
  }

  private func wake(_ ticket: Int) {
    guard let waiter = poll.waiter, waiter.ticket == ticket else { return }
    poll.waiter = nil
    waiter.continuation.resume(returning: .updates)
  }

  private func wakeSoon() {
    guard let ticket = poll.waiter?.ticket else { return }
    Task {
      try await Task.sleep(for: LongPoll.wakeUpDelay)
      wake(ticket)
    }
  }
}
