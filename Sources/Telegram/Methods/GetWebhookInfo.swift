/// How it stands with the webhook.
public struct GetWebhookInfo: BotMethod {
  /// What Telegram knows.
  public typealias Answer = WebhookInfo
  /// `getWebhookInfo`
  public static let name = "getWebhookInfo"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Has no parameters.
  public init() {}
}
