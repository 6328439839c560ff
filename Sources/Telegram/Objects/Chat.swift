/// A chat the bot takes part in.
public struct Chat: Sendable, Hashable, Decodable, Identifiable {
  /// Which.
  public let id: ChatID
  /// With one person, or a group.
  public let kind: Kind
  /// Of groups and channels.
  public let title: String?

  /// What sort of chat it is.
  public enum Kind: String, Sendable, Hashable, Decodable {
    /// With one person.
    case `private`
    /// A basic group.
    case group
    /// A group with a permanent id.
    case supergroup
    /// Posts to subscribers.
    case channel
    /// Something newer than this program.
    case unknown

    /// A new kind does not make the update unreadable.
    public init(from decoder: any Decoder) throws {
      self = Kind(rawValue: try decoder.singleValueContainer().decode(String.self)) ?? .unknown
    }
  }

  enum CodingKeys: String, CodingKey {
    case id
    case kind = "type"
    case title
  }

  /// A chat, for tests.
  public init(id: ChatID, kind: Kind = .private, title: String? = nil) {
    self.id = id
    self.kind = kind
    self.title = title
  }
}
