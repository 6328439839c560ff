import Synchronization
import Waiting

/// A piece of work in hand, until the last thing that was begun for it is done.
final class Hold: Sendable {
  /// What the current task works for.
  @TaskLocal static var current: Hold?

  private let count = Mutex(1)
  private let ended: AsyncStream<Void>
  private let finish: AsyncStream<Void>.Continuation
  private let atEnd: @Sendable () async -> Void

  /// - Parameter atEnd: told once, when nothing holds it any more.
  init(atEnd: @escaping @Sendable () async -> Void) {
    (ended, finish) = AsyncStream.makeStream()
    self.atEnd = atEnd
  }

  /// Something more is begun for it, which has to ``release()`` it.
  func share() { count.withLock { $0 += 1 } }

  /// Something that was begun for it is done.
  func release() async {
    let isLast = count.withLock { count in
      count -= 1
      return count == 0
    }
    if isLast { await end() }
  }

  /// Waits until it has ended, at most for `patience`.
  func wait(within patience: Duration) async {
    await withPatience(patience) { [ended] in for await _ in ended {} }
  }

  private func end() async {
    await atEnd()
    finish.finish()
  }
}
