extension Sandbox {
  /// Waits until the bot waits for updates: it is up and has taken everything there was.
  ///
  /// - Throws: ``SandboxError`` when it does not within the time.
  public func waitUntilPolled(within patience: Duration = Person.patience) async throws {
    try await wait(for: "the bot to poll", within: patience) { await $0.poll.waiter != nil }
  }

  /// Waits until the bot has confirmed every update: to a bot that confirms after handling, nothing
  /// is left to do.
  ///
  /// - Throws: ``SandboxError`` when it has not within the time.
  public func waitUntilConfirmed(within patience: Duration = Person.patience) async throws {
    try await wait(for: "the bot to confirm its updates", within: patience) { await $0.queue.events.isEmpty }
  }

  private func wait(
    for what: String, within patience: Duration, until isSo: @Sendable (World) async -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + patience
    while true {
      let version = world.changes.version
      if await isSo(world) { return }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero, !world.changes.isClosed else {
        throw SandboxError("waited \(patience) for \(what) in vain; the last call was \(await lastCall)")
      }
      try Task.checkCancellation()
      await world.changes.wait(after: version, atMost: left)
    }
  }

  private var lastCall: String {
    get async { await world.records.last.map { "\($0.method): \($0.refusal ?? "ok")" } ?? "none" }
  }
}
