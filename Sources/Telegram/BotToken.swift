/// What the bot shows to the Bot API to be let in. Describes itself as `<token>` only.
public struct BotToken: Sendable, Hashable {
  /// The bot's own account, the number before the colon.
  public let botID: UserID
  private let secret: String

  /// Longest token accepted, in bytes; Telegram's have 46.
  static let bytesMax = 256
  /// A secret shorter than this, in bytes, is hidden only where it follows the bot's number.
  private static let secretBytesHiddenAlone = 8

  /// - Parameter text: as @BotFather gave it, `123456:AbC-d_E`; surrounding blanks are ignored.
  public init?(_ text: String) {
    let parts = text.trimmingBlanks.split(separator: ":", omittingEmptySubsequences: false)
    guard text.utf8.count <= Self.bytesMax, parts.count == 2, !parts[1].isEmpty,
      parts[0].utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let number = Int64(parts[0]), number > 0, parts[1].utf8.allSatisfy(Self.isSecretByte)
    else { return nil }
    self.botID = UserID(number)
    self.secret = String(parts[1])
  }

  /// The token itself; only for the address of a request.
  var text: String { "\(botID):\(secret)" }

  /// The text without the token, for whatever a server sends back.
  func redacting(_ answer: String) -> String {
    let redacted = answer.replacing(text, with: "<token>")
    return secret.utf8.count < Self.secretBytesHiddenAlone
      ? redacted : redacted.replacing(secret, with: "<token>")
  }

  private static func isSecretByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}

extension BotToken: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Never the token.
  public var description: String { "<token>" }
  /// Never the token.
  public var debugDescription: String { description }
  /// Without the parts, so that `dump` and failing tests show nothing either.
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection()) }
}

extension String {
  fileprivate var trimmingBlanks: Substring {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map { index(after: $0) } ?? endIndex
    return self[start..<end]
  }
}
