/// How it stands with the webhook; and without one, how many updates wait for a poll.
public struct GetWebhookInfo: BotMethod {
  /// What Telegram knows.
  public typealias Answer = WebhookInfo
  /// `getWebhookInfo`
  public static let name = "getWebhookInfo"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Whoever asks wants to know how it stands now.
  public var timeLimit: Duration? { .seconds(5) }

  /// Has no parameters.
  public init() {}
}
