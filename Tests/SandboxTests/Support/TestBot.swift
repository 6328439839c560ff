import Foundation
import FoundationNetworking

@testable import Sandbox

/// A bot as small as can be: it makes the calls that a test tells it to make.
struct TestBot: Sendable {
  /// What came back from a call.
  struct Answer: Sendable {
    let status: Int
    let headers: [String: String]
    let body: Data

    /// The body as JSON, or null when it is something else.
    var json: JSON { (try? JSONParser.parse(String(decoding: body, as: UTF8.self))) ?? .null }

    /// `result` of a call that went well.
    var result: JSON? { json["ok"]?.bool == true ? json["result"] : nil }

    /// Status and `description` of a refusal.
    var refusal: String { "\(status) \(json["description"]?.string ?? "")" }
  }

  private static let timeout: TimeInterval = 120

  let url: String
  var token = Settings.defaultToken
  private let session = URLSession(configuration: .ephemeral)

  init(_ sandbox: Sandbox) async throws {
    url = try await sandbox.url
  }

  // MARK: Calls

  /// Makes a call with a JSON body.
  @discardableResult
  func call(_ method: String, _ parameters: JSON = [:]) async throws -> Answer {
    try await post(path(method), Data(parameters.text.utf8), "application/json")
  }

  /// Makes a call that must go well and returns its result.
  @discardableResult
  func result(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
    let answer = try await call(method, parameters)
    guard let result = answer.result else { throw SandboxError("\(method): \(answer.refusal)") }
    return result
  }

  /// Makes a call with files, as multipart.
  @discardableResult
  func upload(_ method: String, _ fields: [String: String], _ files: [String: Data]) async throws -> Answer {
    var body = Data()
    for (name, value) in fields {
      body += Data("--XX\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8)
    }
    for (name, bytes) in files {
      body += Data(
        "--XX\r\nContent-Disposition: form-data; name=\"\(name)\"; filename=\"\(name).png\"\r\n\r\n".utf8)
      body += bytes + Data("\r\n".utf8)
    }
    body += Data("--XX--\r\n".utf8)
    return try await post(path(method), body, "multipart/form-data; boundary=XX")
  }

  /// Sends a photo and returns the message.
  func photo(_ bytes: Data, to chat: Int64, caption: String = "", markup: JSON? = nil) async throws -> JSON {
    var fields = ["chat_id": "\(chat)", "caption": caption]
    fields["reply_markup"] = markup?.text
    let answer = try await upload("sendPhoto", fields, ["photo": bytes])
    guard let result = answer.result else { throw SandboxError("sendPhoto: \(answer.refusal)") }
    return result
  }

  /// Sends a text and returns its message id.
  func text(_ text: String, to chat: Int64, markup: JSON? = nil) async throws -> Int {
    let message = try await result(
      "sendMessage", .compact(["chat_id": .integer(chat), "text": .string(text), "reply_markup": markup]))
    return Int(message["message_id"]?.int ?? 0)
  }

  /// Fetches updates.
  func updates(offset: Int = 0, limit: Int = 100, timeout: Int = 0) async throws -> [JSON] {
    let parameters: JSON = [
      "offset": .integer(offset), "limit": .integer(limit), "timeout": .integer(timeout),
    ]
    return try await result("getUpdates", parameters).array ?? []
  }

  // MARK: HTTP

  func path(_ method: String) -> String { "/bot\(token)/\(method)" }

  func post(_ path: String, _ body: Data, _ contentType: String) async throws -> Answer {
    try await send("POST", path, body, contentType)
  }

  func get(_ path: String) async throws -> Answer { try await send("GET", path, nil, nil) }

  func send(_ method: String, _ path: String, _ body: Data?, _ contentType: String?) async throws -> Answer {
    guard let address = URL(string: url + path) else { throw SandboxError("no URL: \(path)") }
    var request = URLRequest(url: address, timeoutInterval: Self.timeout)
    request.httpMethod = method
    request.httpBody = body
    if let contentType { request.setValue(contentType, forHTTPHeaderField: "Content-Type") }
    let (data, response) = try await session.data(for: request)
    guard let http = response as? HTTPURLResponse else { throw SandboxError("not HTTP") }
    let headers = Dictionary(
      http.allHeaderFields.map { ("\($0.key)".lowercased(), "\($0.value)") }, uniquingKeysWith: { $1 })
    return Answer(status: http.statusCode, headers: headers, body: data)
  }
}

/// A sandbox with a bot and with Anna, who has pressed Start.
func withSandbox(
  _ settings: Settings = Settings(),
  _ body: @Sendable @escaping (Sandbox, TestBot, Person) async throws -> Void
) async throws {
  try await Sandbox.withRunning(settings) { sandbox in
    let anna = await sandbox.person("Анна", id: 501, username: "anna")
    try await anna.pressStart()
    try await body(sandbox, try await TestBot(sandbox), anna)
  }
}

/// Settings with a clock that stands still until a test moves it.
func standing(flood: FloodLimits? = nil) -> Settings {
  var settings = Settings()
  settings.clock = SandboxClock(standingAt: Date(timeIntervalSince1970: 1_795_000_000))
  settings.flood = flood
  return settings
}

/// A keyboard of buttons with data, one a row.
func keyboard(_ buttons: (String, String)...) -> JSON {
  let rows = buttons.map { (text, data) -> JSON in [["text": .string(text), "callback_data": .string(data)]] }
  return ["inline_keyboard": .array(rows)]
}
