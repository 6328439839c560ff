/// Asks for the bot's own account; the simplest check of a token.
public struct GetMe: BotMethod {
  /// The bot.
  public typealias Answer = User
  /// `getMe`
  public static let name = "getMe"
  /// Twice is the same as once.
  public static let isIdempotent = true

  /// Has no parameters.
  public init() {}
}
