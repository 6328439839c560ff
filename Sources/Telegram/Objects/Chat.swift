/// A chat the bot takes part in.
public struct Chat: Sendable, Hashable, Decodable, Identifiable {
  /// Identifier of the chat.
  public let id: ChatID
  /// With one person, or a group.
  public let kind: Kind

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
    /// Something newer than this program, or not said.
    case unknown

    /// A new kind does not make the update unreadable.
    public init(from decoder: any Decoder) throws {
      self = Kind(rawValue: try decoder.singleValueContainer().decode(String.self)) ?? .unknown
    }
  }

  enum CodingKeys: String, CodingKey {
    case id
    case kind = "type"
  }

  /// A chat, for tests.
  public init(id: ChatID, kind: Kind = .private) {
    self.id = id
    self.kind = kind
  }
}

extension Chat {
  /// Needs no more than the id, which is positive for chats with one person.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    let id = try fields.decode(ChatID.self, forKey: .id)
    self.init(
      id: id,
      kind: (try? fields.decode(Kind.self, forKey: .kind)) ?? (id.rawValue > 0 ? .private : .unknown))
  }
}
