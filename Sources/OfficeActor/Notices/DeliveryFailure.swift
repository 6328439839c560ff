/// Why a notice can never be delivered.
public enum DeliveryFailure: Sendable, Hashable {
  /// Nobody is linked to the name.
  case notLinked
  /// A question would have come too late to be answered.
  case tooLate
  /// The person has blocked the bot.
  case blocked
  /// The account no longer exists.
  case deactivated
  /// The person never opened the bot.
  case neverStarted
  /// Telegram knows no such chat.
  case chatNotFound
  /// The bot may not write to the chat.
  case botNotInChat
  /// Telegram did not accept the message: a mistake of the bot's.
  case refused
  /// Making the message ended the process twice.
  case endedProcess
  /// In the words of an earlier version.
  case other(String)

  /// As stored.
  public var code: String {
    if case .other(let words) = self { return words }
    return Self.codes.first { $0.value == self }?.key ?? ""
  }

  /// A failure as stored, by this version or an earlier one.
  public init(code: String) { self = Self.codes[code] ?? .other(code) }

  private static let codes: [String: DeliveryFailure] = [
    "not linked": .notLinked, "too late": .tooLate, "blocked": .blocked, "deactivated": .deactivated,
    "never started": .neverStarted, "chat not found": .chatNotFound, "bot not in chat": .botNotInChat,
    "refused": .refused, "ended process": .endedProcess,
  ]
}
