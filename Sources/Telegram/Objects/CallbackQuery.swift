/// A tap on a button. Every one is answered, or the person's app shows it as pending.
public struct CallbackQuery: Sendable, Hashable, Identifiable {
  /// To answer it by.
  public let id: CallbackQueryID
  /// The person who tapped. Rights are checked by nothing else.
  public let from: User
  /// The message with the button; absent if it cannot be read.
  public let message: MaybeInaccessibleMessage?
  /// What the button held, or what a tampered app made of it.
  public let data: String?

  /// A tap, for tests.
  public init(id: CallbackQueryID, from: User, message: MaybeInaccessibleMessage?, data: String?) {
    self.id = id
    self.from = from
    self.message = message
    self.data = data
  }
}

extension CallbackQuery: Decodable {
  enum CodingKeys: String, CodingKey {
    case id, from, message, data
  }

  /// Needs no more than what to answer it by and who tapped.
  public init(from decoder: any Decoder) throws {
    let fields = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      id: try fields.decode(CallbackQueryID.self, forKey: .id),
      from: try fields.decode(User.self, forKey: .from),
      message: try? fields.decodeIfPresent(MaybeInaccessibleMessage.self, forKey: .message),
      data: try? fields.decodeIfPresent(String.self, forKey: .data))
  }
}
