/// Asks for the state of the webhook; without one, for the number of updates that wait for a poll.
public struct GetWebhookInfo: BotMethod {
  /// What Telegram knows.
  public typealias Answer = WebhookInfo
  /// `getWebhookInfo`
  public static let name = "getWebhookInfo"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Short, because a late answer no longer describes the present.
  public var timeLimit: Duration? { .seconds(5) }

  /// Has no parameters.
  public init() {}
}
