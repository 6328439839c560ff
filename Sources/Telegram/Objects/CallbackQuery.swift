/// A tap on a button. Every one is answered, or the person's app shows it as pending.
public struct CallbackQuery: Sendable, Hashable, Decodable, Identifiable {
  /// To answer it by.
  public let id: CallbackQueryID
  /// Who tapped: the only thing to check rights by.
  public let from: User
  /// The message with the button.
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
