/// What an edit is answered by. That there is an answer says that it was done, whatever the answer is:
/// Telegram itself says only `true` of inline messages.
public struct EditedMessage: Sendable, Hashable {
  /// The message as it is now; absent if the answer does not say or cannot be read.
  public let message: Message?

  /// An answer, for tests.
  public init(message: Message?) { self.message = message }
}

extension EditedMessage: Decodable {
  /// Never fails: otherwise an edit that was made would count as failed.
  public init(from decoder: any Decoder) { message = try? Message(from: decoder) }
}
