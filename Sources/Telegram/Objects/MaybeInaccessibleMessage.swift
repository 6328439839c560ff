/// The message under a tapped button, which may be deleted or out of the bot's sight.
public enum MaybeInaccessibleMessage: Sendable, Hashable {
  /// There it is.
  case accessible(Message)
  /// Only where it was: send a new message.
  case inaccessible(chat: Chat, id: MessageID)

  /// The chat that it is or was in.
  public var chat: Chat {
    switch self {
    case .accessible(let message): message.chat
    case .inaccessible(let chat, _): chat
    }
  }

  /// Its id in the chat.
  public var id: MessageID {
    switch self {
    case .accessible(let message): message.id
    case .inaccessible(_, let id): id
    }
  }
}

extension MaybeInaccessibleMessage: Decodable {
  /// Telegram marks an inaccessible message by the date 0.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: Message.CodingKeys.self)
    if (try? fields.decode(Int64.self, forKey: .date)) == 0 {
      self = .inaccessible(
        chat: try fields.decode(Chat.self, forKey: .chat),
        id: try fields.decode(MessageID.self, forKey: .id))
    } else {
      self = .accessible(try Message(from: decoder))
    }
  }
}
