public import Foundation

/// A call of the Bot API as it arrived: its method and its flattened parameters.
struct BotCall: Sendable {
  /// The method as the bot wrote it, without a token.
  var method: String
  /// Parameters as texts; what was not a string is its JSON text.
  var parameters: [String: String]
  /// Uploaded files by the name of their part.
  var files: [String: UploadedFile]

  /// The parameter, or nothing when it is absent or empty, which Telegram does not tell apart.
  subscript(name: String) -> String? {
    guard let value = parameters[name], !value.isEmpty else { return nil }
    return value
  }

  /// A Boolean parameter as Telegram reads it.
  func flag(_ name: String) -> Bool {
    ["true", "yes", "1"].contains(self[name]?.lowercased() ?? "")
  }

  /// A whole number within bounds, or the default.
  func integer(_ name: String, default value: Int, in bounds: ClosedRange<Int>) -> Int {
    let wanted = self[name].map { Int($0) ?? 0 } ?? value
    return min(max(wanted, bounds.lowerBound), bounds.upperBound)
  }

  /// The chat that the call is about, when it names one by number.
  var chat: Int64? { self["chat_id"].flatMap { Int64($0) } }
}

/// A file in a multipart request.
struct UploadedFile: Sendable {
  /// The file's name as the bot gave it.
  let name: String
  /// The file's media type as the bot gave it.
  let mediaType: String
  let bytes: Data
}

/// A call of the Bot API with its answer, as the sandbox remembers it. The token is not in it.
public struct CallRecord: Sendable, Identifiable {
  /// Calls are numbered from 1 in the order in which they were answered.
  public let id: Int
  /// When the call was answered, by the sandbox's clock.
  public let date: Date
  /// The method as the bot wrote it.
  public let method: String
  /// The flattened parameters.
  public let parameters: [String: String]
  /// Sizes in bytes of uploaded files by the name of their part.
  public let files: [String: Int]
  /// HTTP status; 0 when the connection was broken by a fault.
  public let status: Int
  /// The body of the answer.
  public let answer: JSON
  /// Parameters that the method does not know. Telegram ignores them silently.
  public let unknownParameters: [String]
  /// The fault that shaped the answer, if one did.
  public let fault: String?
  /// How long the answer took.
  public let took: Duration

  /// Whether the call was refused.
  public var isRefused: Bool { answer["ok"]?.bool != true }

  /// `description` of a refusal.
  public var refusal: String? { isRefused ? answer["description"]?.string ?? "HTTP \(status)" : nil }

  /// The chat that the call was about.
  public var chat: Int64? { parameters["chat_id"].flatMap { Int64($0) } }
}
