/// Everything that bounds a ``PacedBotAPI``.
public struct PaceLimits: Sendable, Hashable {
  /// To one chat.
  public var perChat = Pace.perChat
  /// To all chats together.
  public var overall = Pace.overall
  /// Calls under way at the same time; fewer than the client's transfers, so that polling and
  /// answers to taps always find one free.
  public var inFlightMax = 24
  /// Calls waiting in one lane; one more is refused.
  public var waitingMax = 1024
  /// Calls waiting for one chat in one lane; one more is refused.
  public var waitingPerChatMax = 32
  /// Times that one call is made before its error is the caller's, not counting those that came too fast.
  public var attemptsMax = 4
  /// Times that one call waits because it came too fast before that error is the caller's. Generous: what
  /// is newest in a chat has nothing that could take its place.
  public var holdsMax = 50
  /// Between attempts when Telegram is unavailable.
  public var backoff = Backoff()
  /// How long a chat is left alone after a failure that ended a call: what its caller sends instead does not meet
  /// the same trouble at once.
  public var rest = Duration.seconds(1)

  /// What suits Telegram.
  public init() {}

  /// As fast as it goes: for a server of one's own that refuses nothing, in tests and measurements.
  public static let unlimited: PaceLimits = {
    var limits = PaceLimits()
    let unlimited = Pace(interval: .nanoseconds(1), burst: 1_000_000)
    limits.perChat = unlimited
    limits.overall = unlimited
    return limits
  }()
}

/// Pauses between attempts: exponential, with full jitter so that many callers do not come back
/// at the same moment, and with a cap.
public struct Backoff: Sendable, Hashable {
  /// The longest first pause.
  public var first = Duration.milliseconds(500)
  /// The longest pause of all.
  public var cap = Duration.seconds(15)

  /// Pauses that suit Telegram.
  public init() {}

  /// The pause after the attempt of that number, from 1.
  ///
  /// - Parameter fraction: random, from 0 to 1.
  func pause(afterAttempt attempt: Int, fraction: Double) -> Duration {
    var longest = first
    for _ in 1..<attempt where longest < cap { longest *= 2 }
    return min(longest, cap) * fraction
  }
}
