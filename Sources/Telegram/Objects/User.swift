/// A person's or bot's account as Telegram shows it.
public struct User: Sendable, Hashable, Codable, Identifiable {
  /// Identifier of the account.
  public let id: UserID
  /// Whether it is a bot.
  public let isBot: Bool
  /// Never empty for people, unless it cannot be read.
  public let firstName: String
  /// Absent for many.
  public let lastName: String?
  /// Without the `@`; absent for many.
  public let username: String?
  /// The IETF tag of the language of the person's app; absent where Telegram does not tell it.
  public let languageCode: String?

  enum CodingKeys: String, CodingKey {
    case id
    case isBot = "is_bot"
    case firstName = "first_name"
    case lastName = "last_name"
    case username
    case languageCode = "language_code"
  }

  /// An account, for tests.
  public init(
    id: UserID, isBot: Bool = false, firstName: String, lastName: String? = nil, username: String? = nil,
    languageCode: String? = nil
  ) {
    self.id = id
    self.isBot = isBot
    self.firstName = firstName
    self.lastName = lastName
    self.username = username
    self.languageCode = languageCode
  }
}

extension User {
  /// Needs no more than the id: rights depend on nothing else.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(UserID.self, forKey: .id),
      isBot: (try? fields.decode(Bool.self, forKey: .isBot)) ?? false,
      firstName: (try? fields.decode(String.self, forKey: .firstName)) ?? "",
      lastName: try? fields.decodeIfPresent(String.self, forKey: .lastName),
      username: try? fields.decodeIfPresent(String.self, forKey: .username),
      languageCode: try? fields.decodeIfPresent(String.self, forKey: .languageCode))
  }
}
