package import Waiting

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
  /// Between attempts when Telegram is unavailable; spread from nothing to the whole pause.
  package var backoff = Backoff(first: .milliseconds(500), longest: .seconds(15), spread: 1)
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
