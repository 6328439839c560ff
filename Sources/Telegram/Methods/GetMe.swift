/// Who the bot is; the simplest check of a token.
public struct GetMe: BotMethod {
  /// The bot.
  public typealias Answer = User
  /// `getMe`
  public static let name = "getMe"

  /// Has no parameters.
  public init() {}
}
