/// What the bot remembers of one chat between two taps.
public struct ChatMemory: Sendable, Hashable {
  /// The message that taps edit, if one was sent.
  public var living: LivingMessage?
  /// What the chat is waiting for a person to type, in the bot's own words; nil if nothing.
  public var entry: String?
  /// A digest of the secret code that the person came by, if they came by a link; never the code.
  public var invitation: String?

  /// A memory; by default that of a chat not seen before.
  public init(living: LivingMessage? = nil, entry: String? = nil, invitation: String? = nil) {
    self.living = living
    self.entry = entry
    self.invitation = invitation
  }
}

/// The one message of a chat that carries the current screen.
public struct LivingMessage: Sendable, Hashable {
  /// Telegram message id.
  public var id: Int64
  /// Whether it is a photo with a caption, and not a text.
  public var hasPicture: Bool
  /// Whether it tells a result that has to stay: the next screen goes below.
  public var isResult: Bool

  /// A message as sent.
  public init(id: Int64, hasPicture: Bool, isResult: Bool = false) {
    self.id = id
    self.hasPicture = hasPicture
    self.isResult = isResult
  }
}
