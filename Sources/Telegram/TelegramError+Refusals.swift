import Foundation

extension TelegramError {
  /// The wait after a 429 that does not say how long.
  static let retryAfterDefault = Duration.seconds(5)
  /// Longer waits are taken for this: a day, after which one may as well ask again.
  static let retryAfterMax = Duration.seconds(86_400)
  /// Characters kept of what a server says.
  static let descriptionCharactersMax = 300

  /// What an answer other than success means. Codes decide; texts only where codes are not enough.
  init(status: Int, retryAfter: Duration?, refusal: Refusal?, method: String) {
    let code = refusal?.code ?? status
    let text = refusal?.description ?? ""
    switch (code, refusal) {
    case (413, _):
      self = .fileRefused(.tooBig, description: "too large", method: method)
    case (429, _):
      let wait = refusal?.retryAfter ?? retryAfter ?? Self.retryAfterDefault
      self = .retryAfter(min(max(wait, .seconds(1)), Self.retryAfterMax), method: method)
    case (_, nil):
      self = .unavailable(reason: "HTTP \(status) without a Bot API answer", effect: .unknown, method: method)
    case (500..., _):
      self = .unavailable(reason: "HTTP \(code): \(text)", effect: .unknown, method: method)
    case (401, _):
      self = .tokenRefused(method: method)
    case (404, _) where !text.says("method not found"):
      self = .tokenRefused(method: method)
    case (409, _):
      self = text.says("webhook") ? .webhookActive(method: method) : .secondPoller(method: method)
    case (403, _):
      self = .personUnreachable(Self.unreachable(text), method: method)
    case (400, let refusal?):
      self = Self.badRequest(refusal, method: method)
    default:
      self = .refused(code: code, description: text, method: method)
    }
  }

  /// What the Bot API says instead of a result.
  struct Refusal {
    let code: Int
    let description: String
    let retryAfter: Duration?
    let migrateToChat: ChatID?
  }

  private static func unreachable(_ text: String) -> Unreachable {
    if text.says("blocked") { return .blocked }
    if text.says("deactivated") { return .deactivated }
    if text.says("can't initiate conversation") { return .neverStarted }
    return .botNotInChat
  }

  private static func badRequest(_ refusal: Refusal, method: String) -> TelegramError {
    if let chat = refusal.migrateToChat { return .chatMigrated(to: chat, method: method) }
    let text = refusal.description
    if text.says(anyOf: notModifiedTexts) { return .notModified(method: method) }
    if text.says(anyOf: queryTooOldTexts) { return .queryTooOld(method: method) }
    if text.says(anyOf: messageGoneTexts) { return .messageGone(method: method) }
    if text.says(anyOf: chatNotFoundTexts) { return .personUnreachable(.chatNotFound, method: method) }
    if text.says("deactivated") { return .personUnreachable(.deactivated, method: method) }
    if text.says(anyOf: memberNotFoundTexts) { return .personUnreachable(.memberNotFound, method: method) }
    if text.says("is too big") { return .fileRefused(.tooBig, description: text, method: method) }
    if method == GetFile.name { return .fileRefused(.gone, description: text, method: method) }
    if text.says(anyOf: fileRefusedTexts) { return .fileRefused(description: text, method: method) }
    return .refused(code: refusal.code, description: text, method: method)
  }

  private static let notModifiedTexts = ["message is not modified", "MESSAGE_NOT_MODIFIED"]

  private static let queryTooOldTexts = ["query is too old", "query id is invalid", "QUERY_ID_INVALID"]

  private static let messageGoneTexts = [
    "message to edit not found", "message can't be edited", "message to delete not found",
    "message can't be deleted", "there is no text in the message to edit",
    "there is no caption in the message to edit", "MESSAGE_ID_INVALID",
  ]

  private static let chatNotFoundTexts = ["chat not found", "PEER_ID_INVALID"]

  private static let memberNotFoundTexts = [
    "member not found", "user not found", "PARTICIPANT_ID_INVALID", "USER_ID_INVALID",
  ]

  private static let fileRefusedTexts = [
    "wrong remote file identifier", "wrong file identifier", "wrong file_id", "can't use file of type",
    "IMAGE_PROCESS_FAILED", "PHOTO_INVALID", "PHOTO_SAVE_FILE_INVALID", "PHOTO_EXT_INVALID",
    "file must be non-empty", "temporarily unavailable", "FILE_REFERENCE", "FILE_PART",
  ]
}

extension String {
  fileprivate func says(_ words: String) -> Bool { range(of: words, options: .caseInsensitive) != nil }
  fileprivate func says(anyOf texts: [String]) -> Bool { texts.contains(where: says) }
}
