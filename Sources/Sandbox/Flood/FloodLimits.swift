/// How much Telegram lets a bot send. The real numbers are unpublished; these are like them.
public struct FloodLimits: Sendable {
  /// A pace that allows a burst.
  public struct Pace: Sendable {
    /// Messages a second, sustained.
    public var perSecond: Double
    /// Messages at once after a rest.
    public var burst: Double

    /// A pace.
    public init(perSecond: Double, burst: Double) {
      self.perSecond = perSecond
      self.burst = burst
    }
  }

  /// In one private chat.
  public var perChat: Pace
  /// In one group.
  public var perGroup: Pace
  /// In all chats together.
  public var overall: Pace

  /// Limits of one's own.
  public init(perChat: Pace, perGroup: Pace, overall: Pace) {
    self.perChat = perChat
    self.perGroup = perGroup
    self.overall = overall
  }

  /// About Telegram's: one message a second in a chat and twenty a minute in a group, thirty a
  /// second overall, short bursts tolerated. Edits count.
  ///
  /// - SeeAlso: Bots FAQ, "My bot is hitting limits".
  public static let telegram = FloodLimits(
    perChat: Pace(perSecond: 1, burst: 20), perGroup: Pace(perSecond: 1.0 / 3, burst: 20),
    overall: Pace(perSecond: 30, burst: 60))
}
