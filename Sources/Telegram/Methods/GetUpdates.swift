/// Waits for updates.
public struct GetUpdates: BotMethod {
  /// In the queue's order.
  public typealias Answer = UpdateBatch
  /// `getUpdates`
  public static let name = "getUpdates"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// A poll is never repeated on its caller's behalf: the polling loop sees to its own pauses.
  public static let usefulFor = Duration.zero
  /// See ``usefulFor``.
  public static let sharesWaits = false

  /// Confirms everything before it.
  public let offset: UpdateID?
  /// 1 to 100.
  public let limit: Int?
  /// How long to wait for the first update, in whole seconds, at most ``timeoutMax``.
  public let timeout: Duration
  /// Kinds of updates to be told of, until told otherwise; `nil` leaves it as it was.
  public let allowedUpdates: [AllowedUpdate]?

  /// Telegram waits no longer, whatever is asked.
  public static let timeoutMax = Duration.seconds(50)

  /// A kind of update.
  public enum AllowedUpdate: String, Sendable, Hashable, Codable, CaseIterable {
    /// Somebody wrote.
    case message
    /// Somebody tapped.
    case callbackQuery = "callback_query"
    /// The bot was blocked, unblocked, added or removed.
    case myChatMember = "my_chat_member"
  }

  /// A poll.
  public init(
    offset: UpdateID?, limit: Int? = nil, timeout: Duration, allowedUpdates: [AllowedUpdate]? = nil
  ) {
    self.offset = offset
    self.limit = limit
    self.timeout = min(timeout, Self.timeoutMax)
    self.allowedUpdates = allowedUpdates
  }

  /// The answer comes when something happens, or after the timeout.
  public var serverWait: Duration { timeout }

  private enum CodingKeys: CodingKey {
    case offset, limit, timeout, allowedUpdates
  }

  /// With the timeout in seconds.
  public func encode(to encoder: any Encoder) throws {
    var fields = encoder.container(keyedBy: CodingKeys.self)
    try fields.encodeIfPresent(offset, forKey: .offset)
    try fields.encodeIfPresent(limit, forKey: .limit)
    try fields.encode(timeout.components.seconds, forKey: .timeout)
    try fields.encodeIfPresent(allowedUpdates, forKey: .allowedUpdates)
  }
}
