import Foundation
import GRDB
import Sandbox
import Testing

/// Everything fails that can, then all that was written is searched for the token.
@Suite("The token stays secret", .timeLimit(.minutes(30)))
struct SecretTests {
  private static let secret = "AArecognisable_SECRET_half_of_a_token_9"
  private static let token = "7123456789:\(secret)"

  /// An office that logs all it can.
  private static func setup(_ environment: [String: String] = [:]) -> OfficeSetup {
    var setup = OfficeSetup(logLevel: "trace")
    setup.telegram.token = token
    setup.environment = environment
    return setup
  }

  @Test("whatever goes wrong with Telegram")
  func troubles() async throws {
    var expectations = BotUnderTest.Expectations.redeliveredTaps
    expectations.mayLeaveTapsUnanswered = true
    expectations.refusals.insert("Bad Request: wrong file identifier/HTTP URL specified")
    // An answer got lost by which a text became a photo.
    expectations.refusals.insert("Bad Request: there is no text in the message to edit")
    try await BotUnderTest.journey(in: Self.setup(), expecting: expectations) { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      let faults: [Fault.Kind] = [
        .tooManyRequests(retryAfter: 1), .tooManyRequests(retryAfter: nil), .internalError, .badGateway,
        .reset,
        .answerLost, .halfBody, .stall(.milliseconds(200)), .latency(from: .zero, to: .milliseconds(50)),
      ]
      for (index, fault) in faults.enumerated() {
        for method in ["getUpdates", "editMessageMedia", "answerCallbackQuery"] {
          bot.sandbox.faults.switchOn(Fault(fault, method: method, times: 1))
        }
        let floor = try await anna.lastMessage
        let seat = try #require(floor.button("Другое место")?.data ?? floor.button("\(index + 1)")?.data)
        _ = try await anna.startTap(data: seat, on: floor.id)
        try await bot.handlesEverything()
      }
      bot.sandbox.faults.switchOff()
      bot.sandbox.faults.switchOn(Fault(.conflict, method: "getUpdates", times: 1))
      try await anna.writes("/help", sees: "Место бронируют на день")
      // Ids of pictures that Telegram does not know.
      let (exit, _) = try await bot.stop()
      #expect(exit == .status(0), "\(bot.folder.outputText.suffix(1_500))")
      let chats = try DatabaseQueue(path: bot.data.appending(path: "chats.db").path)
      try await chats.write {
        try $0.execute(sql: "UPDATE picture SET file_id = 'AgACAgIAAxkNobodysPicture'")
      }
      try chats.close()
      try await bot.start()
      try await anna.opensDay()
      try Self.expectQuietProcess(bot)

      bot.sandbox.faults.switchOn(Fault(.unauthorized))
      try await anna.write("/menu")
      #expect(try await bot.exit() == .status(1))
      try Self.expectSilence(bot)
      #expect(bot.folder.outputText.contains("getUpdates"), "failures are logged at all")
    }
  }

  @Test(
    "whatever a server says in return",
    arguments: [
      "404 Not Found", "401 Unauthorized", "409 Conflict", "429 Too Many Requests", "400 Bad Request",
      "403 Forbidden", "500 Internal Server Error", "502 Bad Gateway", "200 OK", "302 Found",
    ])
  func talkativeServers(_ status: String) async throws {
    let code = status.prefix(3)
    let bodies: [TalkativeServer.Answer] = [
      { #"{"ok":false,"error_code":\#(code),"description":"no \#($0) here, \#(Self.token)"}"# },
      { "<html><title>\(status)</title><body>The address \($0) was not served</body></html>" },
      { "garbage \($0) \(Self.token) {" },
      { #"{"ok":true,"result":[{"update_id":1,"\#($0)":"\#(Self.token)"},{"update_id":"\#($0)"}]}"# },
    ]
    try await BotUnderTest.journey(in: Self.setup(), isStarted: false) { bot in
      for body in bodies {
        let server = try TalkativeServer { address in
          let text = body(address)
          return "HTTP/1.1 \(status)\r\nLocation: /elsewhere\(address)\r\nConnection: close\r\n"
            + "Content-Length: \(text.utf8.count)\r\n\r\n\(text)"
        }
        try bot.folder.write(bot.setup.configuration(apiURL: server.url), to: "config/office.yaml")
        let before = bot.folder.outputText.count
        try await bot.start()
        try await bot.waits(for: "it to notice") {
          let output = bot.folder.outputText.dropFirst(before)
          return !bot.isRunning || output.contains("updates could not be read") || output.contains("skipped")
        }
        if bot.isRunning { try? Self.expectQuietProcess(bot) }
        // It may have ended by itself, for 401 and 404 say that the token is wrong.
        let (exit, _) = try await bot.stop()
        let output = bot.folder.outputText.dropFirst(before)
        #expect(
          exit == .status(0) || output.contains("Telegram refused the bot's token"), "\(output.suffix(1_500))"
        )
      }
      try Self.expectSilence(bot)
    }
  }

  @Test(
    "whatever is in the way",
    arguments: [
      ("http://127.0.0.1:1", [:]),
      ("http://nobody.invalid", [:]),
      ("https://127.0.0.1:1", [:]),
      ("http://127.0.0.1:2", ["http_proxy": "http://127.0.0.1:1"]),
      ("https://api.invalid", ["https_proxy": "http://127.0.0.1:1"]),
      ("http://api.invalid", ["ALL_PROXY": "socks5h://127.0.0.1:1"]),
    ])
  func unreachable(_ url: String, _ environment: [String: String]) async throws {
    try await BotUnderTest.journey(in: Self.setup(environment), isStarted: false) { bot in
      try bot.folder.write(bot.setup.configuration(apiURL: url), to: "config/office.yaml")
      try await bot.start()
      try await bot.waits(for: "it to notice") {
        bot.folder.outputText.contains("updates could not be read")
      }
      try Self.expectQuietProcess(bot)
      let (exit, _) = try await bot.stop()
      #expect(exit == .status(0), "\(bot.folder.outputText.suffix(1_500))")
      try Self.expectSilence(bot)
    }
  }

  @Test("whatever an operator does wrong")
  func operators() async throws {
    try await BotUnderTest.journey(in: Self.setup(), isStarted: false) { bot in
      let good = bot.setup.configuration(apiURL: try await bot.sandbox.url)
      func fails(_ arguments: [String], _ environment: [String: String] = ["BOT_TOKEN": Self.token])
        async throws
      {
        let (exit, output) = try await bot.run(arguments, environment: environment)
        #expect(exit != .status(0), "\(environment.keys): \(output)")
        #expect(!output.isEmpty)
      }

      // The token where it does not belong.
      for line in [
        "telegram: { api_url: \"http://127.0.0.1:1/bot\(Self.token)\" }",
        "telegram: { api_url: \"http://127.0.0.1:1/bot\(Self.token)/getMe?x=\(Self.secret)\" }",
        "telegram: { token: \"\(Self.token)\" }", "telegram: \"\(Self.token)\"",
        "telegram: { api_url: \"\(Self.token)\" }", "BOT_TOKEN: \"\(Self.token)\"",
        "telegram: [\(Self.token)",
      ] {
        let others = good.split(separator: "\n").dropFirst().joined(separator: "\n")
        try bot.folder.write("\(line)\n\(others)", to: "config/office.yaml")
        try await fails(["check-config"])
        try await fails(["run"])
      }
      try bot.folder.write(good, to: "config/office.yaml")

      // A data folder that cannot be one.
      try bot.folder.write("a file", to: "data")
      try await fails(["run"])
      try FileManager.default.removeItem(at: bot.data)

      // Tokens that are none, and files that hold none.
      for token in ["bot\(Self.token)", "7123456789 \(Self.secret)", Self.secret, "\"\(Self.token)\""] {
        try await fails(["run"], ["BOT_TOKEN": token])
      }
      try bot.folder.write("token=\(Self.token)\n", to: "config/token")
      let file = bot.folder.root.appending(path: "config/token").path
      try await fails(["run"], ["BOT_TOKEN_FILE": file])
      try await fails(["run"], ["BOT_TOKEN_FILE": Self.token])
      try await fails(["run"], ["BOT_TOKEN_FILE": bot.folder.root.path])
      try await fails(["run"], ["BOT_TOKEN_FILE": file, "BOT_TOKEN": Self.token])
      try FileManager.default.removeItem(atPath: file)
      try Self.expectSilence(bot)
    }
  }

  @Test("also when it comes from a file")
  func tokenFile() async throws {
    let tokens = FileManager.default.temporaryDirectory.appending(
      path: "officebot-token-\(UUID().uuidString)")
    try Data("\(Self.token)\n".utf8).write(to: tokens)
    defer { try? FileManager.default.removeItem(at: tokens) }
    try await BotUnderTest.journey(
      in: Self.setup(["BOT_TOKEN_FILE": tokens.path]), expecting: .redeliveredTaps, isStarted: false
    ) { bot in
      try await bot.start(secrets: [:])
      let anna = try await bot.anna()
      try await anna.books(5)
      try Self.expectQuietProcess(bot)
      try await bot.kill()
      try Self.expectSilence(bot)
    }
  }

  // MARK: Where to look

  /// What other people on the machine see of a process.
  private static func expectQuietProcess(_ bot: BotUnderTest) throws {
    let pid = try #require(bot.pid)
    for name in ["cmdline", "comm", "stat", "status"] {
      let shown = try Data(contentsOf: URL(filePath: "/proc/\(pid)/\(name)"))
      #expect(shown.range(of: Data(secret.utf8)) == nil, "/proc/\(pid)/\(name)")
    }
    for thread in try FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task") {
      let name = try? String(contentsOfFile: "/proc/\(pid)/task/\(thread)/comm", encoding: .utf8)
      #expect(name?.contains("SECRET") != true)
    }
  }

  /// Everything that was written: output, data, logs, snapshots.
  private static func expectSilence(_ bot: BotUnderTest) throws {
    for written in [secret, "SECRET_half", Data(token.utf8).base64EncodedString()] {
      let configuration = bot.folder.configuration.path
      let files = try bot.folder.files(containing: written).filter { $0 != configuration }
      #expect(files == [])
    }
  }
}
