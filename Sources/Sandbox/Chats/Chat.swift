/// A private chat of a person with the bot, or a group.
struct Chat: Sendable {
  /// What sort of chat it is.
  enum Kind: Sendable {
    case privateChat
    case group(title: String, members: [Int64: GroupStatus])
  }

  /// The oldest message is forgotten when there are more; to the bot it is inaccessible then.
  static let messagesMax = 500
  /// The oldest tap is forgotten when there are more.
  static let tapsMax = 1_000

  let id: Int64
  var kind: Kind
  var messages: [Message] = []
  var taps: [Tap] = []

  func message(_ id: Int) -> Message? { messages.last { $0.id == id } }

  func index(of id: Int) -> Int? { messages.lastIndex { $0.id == id } }

  var isPrivate: Bool {
    if case .privateChat = kind { true } else { false }
  }

  mutating func append(_ message: Message) {
    messages.append(message)
    if messages.count > Self.messagesMax { messages.removeFirst(messages.count - Self.messagesMax) }
  }

  /// - Returns: the tap that is forgotten for it.
  mutating func append(_ tap: Tap) -> Tap? {
    taps.append(tap)
    return taps.count > Self.tapsMax ? taps.removeFirst() : nil
  }
}

/// What somebody is in a group.
public enum GroupStatus: String, Sendable {
  /// The owner.
  case creator
  /// An administrator.
  case administrator
  /// A member.
  case member
  /// Somebody who left or never was there.
  case left
  /// Somebody who was thrown out.
  case kicked
}
