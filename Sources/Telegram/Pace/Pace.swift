/// How fast messages may go: a steady rate, and a few at once after a rest.
public struct Pace: Sendable, Hashable {
  /// Between two messages in the long run.
  public let interval: Duration
  /// Messages that may go at once after a rest.
  public let burst: Int

  /// Pace at which Telegram accepts messages to one chat; edits count like messages.
  ///
  /// - SeeAlso: Bots FAQ, "My bot is hitting limits".
  public static let perChat = Pace(interval: .seconds(1), burst: 10)
  /// Pace at which Telegram accepts messages to all chats together: about 30 a second.
  ///
  /// - SeeAlso: Bots FAQ, "Broadcasting to users".
  public static let overall = Pace(interval: .seconds(1) / 30, burst: 4)

  /// A pace of one's own; at least one message goes at once.
  public init(interval: Duration, burst: Int) {
    precondition(interval > .zero && burst > 0, "a pace needs an interval and a message")
    self.interval = interval
    self.burst = burst
  }
}

/// How much of a pace is used up, as one moment: when all of it will be free again.
struct PaceMeter: Sendable {
  let pace: Pace
  private var freeAt = Duration.zero

  init(_ pace: Pace) { self.pace = pace }

  /// The earliest moment at which a message may go.
  var due: Duration { freeAt - pace.interval * (pace.burst - 1) }

  /// Whether it is as if nothing had ever been sent.
  func isRested(at now: Duration) -> Bool { freeAt <= now }

  /// Counts a message sent now.
  mutating func count(at now: Duration) { freeAt = max(freeAt, now) + pace.interval }
}
