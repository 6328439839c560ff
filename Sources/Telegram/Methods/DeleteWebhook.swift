/// Takes a webhook away, which ``GetUpdates`` needs; keeps waiting updates.
public struct DeleteWebhook: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `deleteWebhook`
  public static let name = "deleteWebhook"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Has no parameters that the bot uses.
  public init() {}
}
