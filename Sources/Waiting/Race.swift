import ServiceLifecycle

/// Runs two tasks side by side until one of them ends. The other one is cancelled, and awaited.
///
/// - Returns: what the one that ended first returned.
package func race<Result: Sendable>(
  _ first: @escaping @Sendable () async -> Result, _ second: @escaping @Sendable () async -> Result
) async -> Result {
  await withTaskGroup(of: Result.self) { group in
    group.addTask { await first() }
    group.addTask { await second() }
    defer { group.cancelAll() }
    guard let result = await group.next() else { preconditionFailure("there are two tasks") }
    return result
  }
}

/// Carries out some work for at most a span of real time; then it is cancelled.
package func withPatience(_ span: Duration, _ work: @escaping @Sendable () async -> Void) async {
  await race(work) { try? await Task.sleep(for: span) }
}

/// Carries out some work; at an orderly stop for at most a span of real time more, then it is cancelled.
///
/// - Returns: what the work returned; nil if it was cancelled.
@discardableResult
package func withPatience<Result: Sendable>(
  afterStop span: Duration, _ work: @escaping @Sendable () async -> Result
) async -> Result? {
  await race {
    await work()
  } _: {
    try? await gracefulShutdown()
    try? await Task.sleep(for: span)
    return nil
  }
}
