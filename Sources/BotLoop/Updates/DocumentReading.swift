import Waiting

/// A document that is being fetched and read. Its chat goes on meanwhile, but its update is handled only when that is
/// done: a document whose update was confirmed before would be lost with the process.
struct DocumentReading: Sendable {
  private let ended: AsyncStream<Void>
  private let end: AsyncStream<Void>.Continuation

  init() { (ended, end) = AsyncStream.makeStream() }

  /// The document was read and acted on, or cannot be.
  func finish() { end.finish() }

  /// Waits until it is done; at an orderly stop no longer than `patience`.
  ///
  /// - Returns: whether it is done.
  func wait(afterStop patience: Duration) async -> Bool {
    await withPatience(afterStop: patience) { [ended] in
      for await _ in ended {}
      return !Task.isCancelled
    } ?? false
  }
}
