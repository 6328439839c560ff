import Telegram
import Waiting

/// Counts polls that failed in a row, and says how long to leave Telegram alone after each.
struct PollFailures {
  private var count = 0

  /// Half of each pause is left to chance, so that two processes with one token do not meet again and again.
  static let backoff = Backoff(first: .milliseconds(500), longest: .seconds(30), spread: 0.5)
  /// More failures in a row are no transient trouble.
  static let transientMax = 5

  var isPersistent: Bool { count > Self.transientMax }

  mutating func pause(after error: TelegramError) -> Duration {
    count += 1
    if case .retryAfter(let wait, _) = error { return wait }
    return Self.backoff.pause(after: count)
  }
}
