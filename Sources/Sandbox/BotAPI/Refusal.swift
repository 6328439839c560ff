/// Why a call of the Bot API is refused, in Telegram's words.
struct Refusal: Error, Hashable {
  /// HTTP status and `error_code`.
  let code: Int
  /// `description`, prefix included.
  let description: String
  /// `parameters.retry_after`, in seconds.
  var retryAfter: Int?
  /// `parameters.migrate_to_chat_id`.
  var migrateToChat: Int64?

  init(_ code: Int, _ description: String, retryAfter: Int? = nil, migrateToChat: Int64? = nil) {
    self.code = code
    self.description = description
    self.retryAfter = retryAfter
    self.migrateToChat = migrateToChat
  }

  /// 400 with its prefix.
  static func badRequest(_ reason: String) -> Refusal { Refusal(400, "Bad Request: \(reason)") }

  /// 403 with its prefix.
  static func forbidden(_ reason: String) -> Refusal { Refusal(403, "Forbidden: \(reason)") }

  /// 429 as the server words it.
  static func tooManyRequests(retryAfter: Int?) -> Refusal {
    let wait = retryAfter.map { ": retry after \($0)" } ?? ""
    return Refusal(429, "Too Many Requests\(wait)", retryAfter: retryAfter)
  }

  /// A group that became a supergroup.
  static func upgraded(to chat: Int64) -> Refusal {
    Refusal(
      400, "Bad Request: group chat was upgraded to a supergroup chat", migrateToChat: chat)
  }

  static let unauthorized = Refusal(401, "Unauthorized")
  static let methodNotFound = Refusal(404, "Not Found: method not found")
  static let secondPoller = Refusal(
    409,
    "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running")
  static let webhookIsActive = Refusal(
    409,
    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
  )
  static let webhookWasSet = Refusal(409, "Conflict: terminated by setWebhook request")
  static let restart = Refusal(500, "Internal Server Error: restart")
  static let notModified = badRequest(
    "message is not modified: specified new message content and reply markup are exactly the same as a "
      + "current content and reply markup of the message")
  static let queryIsTooOld = badRequest(
    "query is too old and response timeout expired or query ID is invalid")

  /// The body of the answer.
  var json: JSON {
    let parameters: [String: JSON?] = [
      "retry_after": retryAfter.map { .integer($0) },
      "migrate_to_chat_id": migrateToChat.map { .integer($0) },
    ]
    let isBare = parameters.values.allSatisfy { $0 == nil }
    return .compact([
      "ok": false, "error_code": .integer(code), "description": .string(description),
      "parameters": isBare ? nil : .compact(parameters),
    ])
  }
}
