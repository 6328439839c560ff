/// Sets the list of commands in people's menus. Has a strict limit of its own: only on change.
public struct SetMyCommands: BotMethod {
  /// Always `true`.
  public typealias Answer = Bool
  /// `setMyCommands`
  public static let name = "setMyCommands"
  /// Twice is the same as once.
  public static let isIdempotent = true
  /// Nobody waits for it, and the waits that Telegram asks for are long.
  public static let usefulFor = Duration.seconds(86_400)

  /// At most 100.
  public let commands: [BotCommand]
  /// Menus that show the commands; all if absent.
  public let scope: Scope?
  /// Whose app speaks it, by its two-letter code; everybody who has no list of their own language if absent.
  public let languageCode: String?

  /// Menus that show the commands.
  public enum Scope: Sendable, Hashable, Encodable {
    /// In every private chat.
    case allPrivateChats
    /// In one chat; goes before the others.
    case chat(ChatID)

    private enum CodingKeys: String, CodingKey {
      case type
      case chat = "chat_id"
    }

    /// As a `BotCommandScope`.
    public func encode(to encoder: any Encoder) throws {
      var fields = encoder.container(keyedBy: CodingKeys.self)
      switch self {
      case .allPrivateChats: try fields.encode("all_private_chats", forKey: .type)
      case .chat(let chat):
        try fields.encode("chat", forKey: .type)
        try fields.encode(chat, forKey: .chat)
      }
    }
  }

  /// The whole list.
  public init(commands: [BotCommand], scope: Scope? = nil, languageCode: String? = nil) {
    self.commands = commands
    self.scope = scope
    self.languageCode = languageCode
  }
}

/// A command in people's menus.
public struct BotCommand: Sendable, Hashable, Codable {
  /// 1 to 32 of `a-z`, `0-9`, `_`, without the slash.
  public let command: String
  /// 1 to 256 characters.
  public let description: String

  /// A command.
  public init(command: String, description: String) {
    self.command = command
    self.description = description
  }
}
