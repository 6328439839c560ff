/// A number or text by which Telegram knows something; written to JSON as the bare value.
public protocol TelegramIdentifier: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible
where RawValue: Sendable & CustomStringConvertible {
  /// The identifier that Telegram writes as `rawValue`.
  init(rawValue: RawValue)
}

extension TelegramIdentifier {
  /// The identifier that Telegram writes as `rawValue`.
  public init(_ rawValue: RawValue) { self.init(rawValue: rawValue) }

  /// The bare value.
  public var description: String { rawValue.description }
}

/// A person's (or bot's) account.
public struct UserID: TelegramIdentifier {
  /// At most 52 significant bits.
  public let rawValue: Int64

  /// Wraps Telegram's number.
  public init(rawValue: Int64) { self.rawValue = rawValue }
}

/// A chat: positive for a person, negative for groups and channels.
public struct ChatID: TelegramIdentifier {
  /// At most 52 significant bits.
  public let rawValue: Int64

  /// Wraps Telegram's number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The private chat with a person, which has the person's number.
  public init(privateChatWith user: UserID) { self.rawValue = user.rawValue }
}

/// A message within its chat.
public struct MessageID: TelegramIdentifier {
  /// 32 bits in Telegram.
  public let rawValue: Int

  /// Wraps Telegram's number.
  public init(rawValue: Int) { self.rawValue = rawValue }
}

/// An update in the bot's queue. Ids grow by one, but may restart anywhere after a silent week.
public struct UpdateID: TelegramIdentifier, Comparable {
  /// Telegram's number.
  public let rawValue: Int64

  /// Wraps Telegram's number.
  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// The offset that confirms this update and everything before it.
  public var next: UpdateID { UpdateID(rawValue: rawValue + 1) }

  /// Order in the queue.
  public static func < (left: UpdateID, right: UpdateID) -> Bool { left.rawValue < right.rawValue }
}

/// One tap on a button, to be answered once.
public struct CallbackQueryID: TelegramIdentifier {
  /// Telegram's text.
  public let rawValue: String

  /// Wraps Telegram's text.
  public init(rawValue: String) { self.rawValue = rawValue }
}

/// A file on Telegram's servers, as this bot may name it.
public struct FileID: TelegramIdentifier {
  /// Telegram's text; belongs to one bot and one type of file.
  public let rawValue: String

  /// Wraps Telegram's text.
  public init(rawValue: String) { self.rawValue = rawValue }
}
