/// A message that told something of its reader's affairs.
public struct ToldMessage: Sendable, Hashable {
  /// Telegram message id.
  public var id: Int64
  /// Whether it is a photo with a caption, and not a text.
  public var hasPicture: Bool
  /// What it told, in the bot's own words.
  public var told: String

  /// A message as sent.
  public init(id: Int64, hasPicture: Bool, told: String) {
    self.id = id
    self.hasPicture = hasPicture
    self.told = told
  }
}
