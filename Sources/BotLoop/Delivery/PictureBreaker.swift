import Logging
import Synchronization
import Waiting

/// Keeps screens from waiting for uploads that do not get through: after one that failed there are none for a while,
/// then one at a time is tried, ever more seldom.
final class PictureBreaker: Sendable {
  /// Between attempts while uploads fail.
  static let backoff = Backoff(first: .seconds(2), longest: .seconds(32), spread: 0)

  private struct State {
    /// When the next upload is let through; nil while all are.
    var nextAt: Duration?
    /// In a row.
    var failures = 0
    var openings = 0
    var pause: Duration { backoff.pause(after: failures) }
  }

  private let state = Mutex(State())
  /// Time that nobody moves.
  private let elapsed: @Sendable () -> Duration
  private let logger: Logger

  /// An upload that was let through.
  struct Upload: Sendable {
    /// One that began before the outage proves nothing about its end.
    fileprivate let openings: Int
  }

  init(elapsed: @escaping @Sendable () -> Duration, logger: Logger) {
    self.elapsed = elapsed
    self.logger = logger
  }

  convenience init(logger: Logger) {
    let start = ContinuousClock.now
    self.init(elapsed: { ContinuousClock.now - start }, logger: logger)
  }

  /// Whether an upload would be let through.
  var letsUpload: Bool {
    let now = elapsed()
    return state.withLock { $0.nextAt.map { $0 <= now } ?? true }
  }

  /// Lets an upload through, or says that it would not arrive.
  func begin() -> Upload? {
    let now = elapsed()
    return state.withLock { state in
      if let nextAt = state.nextAt {
        guard nextAt <= now else { return nil }
        state.nextAt = now + state.pause
      }
      return Upload(openings: state.openings)
    }
  }

  func succeeded(_ upload: Upload) {
    let isEnd = state.withLock { state in
      guard state.nextAt != nil, upload.openings == state.openings else { return false }
      (state.nextAt, state.failures) = (nil, 0)
      return true
    }
    if isEnd { logger.notice("pictures get through again") }
  }

  func failed(_ upload: Upload, _ reason: String) {
    let now = elapsed()
    let isBeginning = state.withLock { state in
      guard upload.openings == state.openings else { return false }
      let isBeginning = state.nextAt == nil
      if isBeginning { state.openings += 1 }
      state.failures += 1
      state.nextAt = now + state.pause
      return isBeginning
    }
    if isBeginning {
      logger.error("pictures do not get through; screens come without them", metadata: ["error": "\(reason)"])
    }
  }
}
