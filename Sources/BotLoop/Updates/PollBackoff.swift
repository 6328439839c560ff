import Telegram

/// How long to leave Telegram alone after polls that failed in a row.
struct PollBackoff {
  private var failures = 0

  static let first = Duration.milliseconds(500)
  static let cap = Duration.seconds(30)
  /// After so many failures in a row it is no passing trouble.
  static let passingFailuresMax = 5

  var isPersistent: Bool { failures > Self.passingFailuresMax }

  mutating func pause(after error: TelegramError) -> Duration {
    failures += 1
    if case .retryAfter(let wait, _) = error { return wait }
    var longest = Self.first
    for _ in 1..<failures where longest < Self.cap { longest *= 2 }
    // Half of it is chance, so that two processes with one token do not meet again and again.
    return min(longest, Self.cap) * Double.random(in: 0.5...1)
  }
}
