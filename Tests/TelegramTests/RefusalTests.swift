import Foundation
import Testing

@testable import Telegram

@Suite("What Telegram refuses", .timeLimit(.minutes(30)))
struct RefusalTests {
  struct Refusal: Sendable, CustomTestStringConvertible {
    let code: Int
    let text: String
    let parameters: String
    let meaning: TelegramError

    init(_ code: Int, _ text: String, parameters: String = "{}", _ meaning: (String) -> TelegramError) {
      self.code = code
      self.text = text
      self.parameters = parameters
      self.meaning = meaning("editMessageText")
    }

    var testDescription: String { "\(code) \(text)" }
  }

  private static let gone: @Sendable (String) -> TelegramError = { TelegramError.messageGone(method: $0) }
  private static func person(_ reason: TelegramError.Unreachable) -> (String) -> TelegramError {
    { .personUnreachable(reason, method: $0) }
  }
  private static func file(
    _ text: String, _ problem: TelegramError.FileProblem = .notAccepted
  ) -> Refusal {
    Refusal(400, "Bad Request: \(text)") {
      .fileRefused(problem, description: "Bad Request: \(text)", method: $0)
    }
  }

  static let refusals: [Refusal] = [
    Refusal(401, "Unauthorized") { .tokenRefused(method: $0) },
    Refusal(401, "Unauthorized: invalid token specified") { .tokenRefused(method: $0) },
    Refusal(404, "Not Found") { .tokenRefused(method: $0) },
    Refusal(404, "Not Found: method not found") {
      .refused(code: 404, description: "Not Found: method not found", method: $0)
    },
    Refusal(
      409,
      "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
    ) { .secondPoller(method: $0) },
    Refusal(
      409,
      "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
    ) { .webhookActive(method: $0) },
    Refusal(409, "Conflict: terminated by setWebhook request") { .webhookActive(method: $0) },
    Refusal(429, "Too Many Requests: retry after 7", parameters: #"{"retry_after":7}"#) {
      .retryAfter(.seconds(7), method: $0)
    },
    Refusal(429, "Too Many Requests") { .retryAfter(.seconds(5), method: $0) },
    Refusal(429, "", parameters: #"{"retry_after":"soon"}"#) { .retryAfter(.seconds(5), method: $0) },
    Refusal(429, "", parameters: #"{"retry_after":-3}"#) { .retryAfter(.seconds(1), method: $0) },
    Refusal(429, "", parameters: #"{"retry_after":9000000000000}"#) {
      .retryAfter(.seconds(86_400), method: $0)
    },
    Refusal(500, "Internal Server Error: restart") {
      .unavailable(reason: "HTTP 500: Internal Server Error: restart", effect: .unknown, method: $0)
    },
    Refusal(403, "Forbidden: bot was blocked by the user", person(.blocked)),
    Refusal(403, "Forbidden: user is deactivated", person(.deactivated)),
    Refusal(403, "Forbidden: bot can't initiate conversation with a user", person(.neverStarted)),
    Refusal(403, "Forbidden: bot was kicked from the supergroup chat", person(.botNotInChat)),
    Refusal(400, "Bad Request: chat not found", person(.chatNotFound)),
    Refusal(400, "Bad Request: PARTICIPANT_ID_INVALID", person(.memberNotFound)),
    Refusal(400, "Bad Request: member not found", person(.memberNotFound)),
    Refusal(
      400, "Bad Request: group chat was upgraded to a supergroup chat",
      parameters: #"{"migrate_to_chat_id":-1001}"#
    ) { .chatMigrated(to: ChatID(-1001), method: $0) },
    Refusal(
      400,
      "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message"
    ) { .notModified(method: $0) },
    Refusal(400, "Bad Request: MESSAGE_NOT_MODIFIED") { .notModified(method: $0) },
    Refusal(400, "Bad Request: message to edit not found", gone),
    Refusal(400, "Bad Request: message can't be edited", gone),
    Refusal(400, "Bad Request: message to delete not found", gone),
    Refusal(400, "Bad Request: message can't be deleted for everyone", gone),
    Refusal(400, "Bad Request: there is no text in the message to edit", gone),
    Refusal(400, "Bad Request: there is no caption in the message to edit", gone),
    Refusal(400, "Bad Request: query is too old and response timeout expired or query ID is invalid") {
      .queryTooOld(method: $0)
    },
    file("wrong remote file identifier specified: Wrong string length"),
    file("wrong file identifier/HTTP URL specified"), file("can't use file of type Document as Photo"),
    file("IMAGE_PROCESS_FAILED"), file("PHOTO_INVALID_DIMENSIONS"), file("file must be non-empty"),
    file("file of size 11000000 bytes is too big for a photo; the maximum size is 10485760 bytes", .tooBig),
    file("file is too big", .tooBig),
    Refusal(400, "Bad Request: can't parse entities: Unsupported start tag") {
      .refused(code: 400, description: "Bad Request: can't parse entities: Unsupported start tag", method: $0)
    },
    Refusal(400, "Bad Request: no route /bot\(tokenText)/x") {
      .refused(code: 400, description: "Bad Request: no route /bot<token>/x", method: $0)
    },
  ]

  @Test("is told by what to do next", arguments: refusals)
  func refused(_ refusal: Refusal) async throws {
    let body = """
      {"ok":false,"error_code":\(refusal.code),"description":"\(refusal.text)","parameters":\(refusal.parameters)}
      """
    let server = try TestServer.answering(refusal.code, body)
    let edit = EditMessageText(chat: ChatID(5), message: MessageID(1), text: "x")
    let error = try await failure(of: edit, with: try .testing(server.url))
    #expect(error == refusal.meaning)
    #expect(server.requests.count == 1)
  }

  @Test(
    "by something in front of it counts as being away",
    arguments: [
      (502, "<html><h1>502 Bad Gateway</h1> /bot\(tokenText)/ </html>"), (504, ""), (200, "<html>"),
      (200, ""),
      (200, #"{"result":true}"#), (302, "moved"), (401, "<html>"), (404, "<html>"), (403, "proxy says no"),
      (200, "[1]"), (200, #"{"ok":"#), (200, "\u{0}\u{1}\u{2}"),
    ])
  func notTelegram(status: Int, body: String) async throws {
    let server = try TestServer.answering(status, body, headers: "Location: http://127.0.0.1:1/\r\n")
    let error = try await failure(of: GetMe(), with: try .testing(server.url))
    #expect(
      error
        == .unavailable(
          reason: "HTTP \(status) without a Bot API answer", effect: .unknown, method: "getMe"))
  }

  @Test(
    "of a file that was sent to the bot: too big, or gone whatever the words are",
    arguments: [
      ("Bad Request: file is too big", .tooBig), ("Bad Request: invalid file_id", .gone),
      ("Bad Request: wrong file_id or the file is temporarily unavailable", .gone),
    ] as [(String, TelegramError.FileProblem)])
  func fetching(text: String, problem: TelegramError.FileProblem) async throws {
    let server = try TestServer.answering(400, #"{"ok":false,"error_code":400,"description":"\#(text)"}"#)
    #expect(
      try await failure(of: GetFile(fileID: FileID("f")), with: try .testing(server.url))
        == .fileRefused(problem, description: text, method: "getFile"))
  }

  @Test("too large, without a word, is the file's fault")
  func tooLarge() async throws {
    let server = try TestServer.answering(413, "")
    let photo = SendPhoto(chat: ChatID(5), photo: .upload(bytes: .init([1]), name: "p.png"))
    #expect(
      try await failure(of: photo, with: try .testing(server.url))
        == .fileRefused(.tooBig, description: "too large", method: "sendPhoto"))
  }

  @Test("in the name of pace by a front end is waited for as its header says")
  func paceHeader() async throws {
    let server = try TestServer.answering(429, "<html>", headers: "Retry-After: 11\r\n")
    #expect(
      try await failure(of: GetMe(), with: try .testing(server.url))
        == .retryAfter(.seconds(11), method: "getMe"))
  }

  @Test("never is what it did: an answer that cannot be understood is not repeated")
  func doneButNotUnderstood() async throws {
    let server = try TestServer.answering(200, #"{"ok":true,"result":{"id":"СЕКРЕТ"}}"#)
    let error = try await failure(of: GetMe(), with: try .testing(server.url))
    #expect(
      error
        == .refused(
          code: 200, description: "answer not as documented: result.id: another type", method: "getMe"))
  }

  @Test(
    "an edit that was done counts as done, whatever Telegram says of it",
    arguments: [
      (#"{"message_id":9,"chat":{"id":5}}"#, MessageID(9)), ("true", nil), ("false", nil), ("null", nil),
      ("{}", nil), ("[]", nil), ("7", nil), (#""ok""#, nil), (#"{"message_id":"9","chat":{"id":5}}"#, nil),
    ] as [(String, MessageID?)])
  func doneEdits(result: String, message: MessageID?) async throws {
    let server = try TestServer.answering(200, #"{"ok":true,"result":\#(result)}"#)
    let client = try TelegramClient.testing(server.url)
    let (chat, id) = (ChatID(5), MessageID(9))
    let photo = InputPhoto.fileID(FileID("f"))
    let edits = [
      try await client.call(EditMessageMedia(chat: chat, message: id, photo: photo)),
      try await client.call(EditMessageText(chat: chat, message: id, text: "t")),
      try await client.call(EditMessageReplyMarkup(chat: chat, message: id)),
    ]
    #expect(edits.map(\.message?.id) == [message, message, message])
  }

  @Test("a message that was sent counts as sent if its id and chat are told")
  func doneSends() async throws {
    let server = try TestServer.answering(200, #"{"ok":true,"result":{"message_id":9,"chat":{"id":5}}}"#)
    let client = try TelegramClient.testing(server.url)
    #expect(try await client.call(SendMessage(chat: ChatID(5), text: "t")).id == MessageID(9))
  }
}
