/// Says what the bot can do, in a chat in which nothing was said yet.
public struct SetMyDescription: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `setMyDescription`
  public static let name = "setMyDescription"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// Nobody waits for it, and the waits that Telegram asks for are long.
  public static let usefulFor = Duration.seconds(86_400)

  /// At most 512 characters.
  public let description: String
  /// Whose app speaks it, by its two-letter code; everybody who has none of their own language if absent.
  public let languageCode: String?

  /// A description in one language.
  public init(description: String, languageCode: String? = nil) {
    self.description = description
    self.languageCode = languageCode
  }
}

/// Says in few words what the bot is for, on its profile and in links to it.
public struct SetMyShortDescription: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `setMyShortDescription`
  public static let name = "setMyShortDescription"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// Nobody waits for it, and the waits that Telegram asks for are long.
  public static let usefulFor = Duration.seconds(86_400)

  /// At most 120 characters.
  public let shortDescription: String
  /// Whose app speaks it, by its two-letter code; everybody who has none of their own language if absent.
  public let languageCode: String?

  /// A short description in one language.
  public init(shortDescription: String, languageCode: String? = nil) {
    self.shortDescription = shortDescription
    self.languageCode = languageCode
  }
}
