public import Foundation

/// A call of the Bot API: its parameters are its encoded fields, absent ones omitted. Their names
/// become Telegram's when it is encoded: `chatID` is `chat_id`.
public protocol BotMethod: Encodable, Sendable {
  /// What Telegram answers when it did as asked.
  associatedtype Answer: Decodable & Sendable

  /// As in the address, `sendMessage`.
  static var name: String { get }
  /// Whether doing it twice is the same as once, so that it may be repeated without knowing
  /// whether it was done: edits and answers are, sends are not. There is no default, so that no method forgets it.
  static var isIdempotent: Bool { get }
  /// Files that go with the parameters.
  var uploads: [Upload] { get }
  /// How long the server may keep silent on purpose before it answers.
  var serverWait: Duration { get }
  /// How long the whole call may take, if less than the client grants every call.
  var timeLimit: Duration? { get }
  /// How long after the first attempt such a call is still worth making.
  static var usefulFor: Duration { get }
  /// Whether none of these calls is made while Telegram makes one of them wait.
  static var sharesWaits: Bool { get }
}

extension BotMethod {
  /// Most calls have no files.
  public var uploads: [Upload] { [] }
  /// Most calls are answered at once.
  public var serverWait: Duration { .zero }
  /// Most calls may take as long as any.
  public var timeLimit: Duration? { nil }
  /// Somebody waits for what comes of most calls.
  public static var usefulFor: Duration { .seconds(30) }
  /// Most waits are about the method.
  public static var sharesWaits: Bool { true }
}

/// A call that puts something into a chat or changes it there: what Telegram limits the pace of.
public protocol ChatMethod: BotMethod {
  /// The chat that is changed.
  var chatID: ChatID { get }
  /// Whether its caller has something lighter to send at once when Telegram is not available for this: then the call
  /// is made once, and the chat is not left alone after it.
  var hasSubstitute: Bool { get }
}

extension ChatMethod {
  /// Most calls are all that their callers have.
  public var hasSubstitute: Bool { false }
}

/// A file sent along with a call.
public struct Upload: Sendable, Hashable {
  /// The parameter it is, or the name by which `attach://` finds it.
  public let field: String
  /// What people see as the file's name.
  public let fileName: String
  /// The file.
  public let bytes: Data

  /// A file to be sent as `field`.
  public init(field: String, fileName: String, bytes: Data) {
    self.field = field
    self.fileName = fileName
    self.bytes = bytes
  }
}
