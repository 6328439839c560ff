/// Carries out some work for as long as a span; then it is cancelled.
func withPatience(_ span: Duration, _ work: @escaping @Sendable () async -> Void) async {
  await withTaskGroup(of: Void.self) { group in
    group.addTask { await work() }
    group.addTask { try? await Task.sleep(for: span) }
    await group.next()
    group.cancelAll()
  }
}
