/// What a person sees in a chat.
public struct ChatView: Sendable {
  /// The chat's id: the person's own in a private chat.
  public let id: Int64
  /// Whom the chat is with.
  public let title: String
  /// The messages that are there, oldest first.
  public let messages: [Message]
  /// Taps, oldest first.
  public let taps: [Tap]
  /// Whether Start was ever pressed.
  public let isStarted: Bool
  /// Whether the person has blocked the bot.
  public let isBlocked: Bool

  /// The bot's newest message.
  public var last: Message? { messages.last(where: \.isFromBot) }

  /// The bot's newest message that has a button with a label, or with one that begins so.
  public func message(withButton label: String) -> Message? {
    let own = messages.filter(\.isFromBot)
    return own.last { message in message.labels.joined().contains(label) }
      ?? own.last { $0.button(label) != nil }
  }

  /// Whether any message contains a text.
  public func contains(_ text: String) -> Bool { messages.contains { $0.text.contains(text) } }
}

extension ChatView: CustomStringConvertible {
  private static let messagesDescribed = 8

  /// The last messages as text, for whoever reads a failed test.
  public var description: String {
    var lines = ["Chat of \(title)\(isBlocked ? ", blocked" : ""), \(messages.count) messages:"]
    for message in messages.suffix(Self.messagesDescribed) {
      let who = message.isFromBot ? "bot" : "person"
      let file = message.file.map { " [\($0.kind.rawValue) \($0.width)x\($0.height)]" } ?? ""
      lines.append("  #\(message.id) \(who)\(file): \(message.text)")
      lines += message.labels.map { "      [\($0.joined(separator: "] ["))]" }
    }
    for tap in taps.suffix(3) {
      lines.append("  tap «\(tap.label)»: \(tap.answer.map { $0.text ?? "answered" } ?? "no answer")")
    }
    return lines.joined(separator: "\n")
  }
}
