import Foundation
import Testing

@testable import Sandbox

@Suite("Requests are read as Telegram reads them")
struct RequestTests {
  @Test("The bot learns who it is, however it writes the method's name")
  func methodNamesIgnoreCase() async throws {
    try await withSandbox { _, bot, _ async throws in
      for method in ["getMe", "getme", "GETME"] {
        let me = try await bot.result(method)
        #expect(me["is_bot"]?.bool == true)
        #expect(me["id"]?.int == 7_000_000_001)
      }
    }
  }

  @Test("A query, a form, a JSON body and a multipart body say the same")
  func forms() async throws {
    try await withSandbox { _, bot, anna async throws in
      let query = try await bot.get(bot.path("sendMessage") + "?chat_id=501&text=%D0%94%D0%B0+1")
      #expect(query.result?["text"] == "Да 1")
      let form = try await bot.post(
        bot.path("sendMessage"), Data("chat_id=501&text=%D0%94%D0%B0%202".utf8),
        "application/x-www-form-urlencoded")
      #expect(form.result?["text"] == "Да 2")
      #expect(try await bot.result("sendMessage", ["chat_id": 501, "text": "Да 3"])["text"] == "Да 3")
      let multipart = try await bot.upload("sendMessage", ["chat_id": "501", "text": "Да 4"], [:])
      #expect(multipart.result?["text"] == "Да 4")
      #expect(try await anna.chat.messages.count == 5)
    }
  }

  @Test("With an unknown content type the body is ignored")
  func unknownContentType() async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.post(
        bot.path("sendMessage"), Data("{\"chat_id\":501,\"text\":\"x\"}".utf8), "text/plain")
      #expect(answer.refusal == "400 Bad Request: message text is empty")
    }
  }

  @Test(
    "null becomes the text «null» and is refused",
    arguments: [
      ("reply_markup", "400 Bad Request: object expected as reply markup"),
      ("parse_mode", "400 Bad Request: unsupported parse_mode"),
    ])
  func nullIsText(parameter: String, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.call(
        "sendMessage", .compact(["chat_id": 501, "text": "x", parameter: JSON.null]))
      #expect(answer.refusal == refusal)
    }
  }

  @Test("Of a malformed JSON body counts what came before the mistake")
  func malformedJSON() async throws {
    try await withSandbox { _, bot, _ async throws in
      let answer = try await bot.post(
        bot.path("sendMessage"), Data("{\"chat_id\":501,\"text\":\"x\",oops".utf8), "application/json")
      #expect(answer.result?["text"] == "x")
    }
  }

  @Test("Unknown parameters are ignored, and remembered in the record")
  func unknownParameters() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      try await bot.result("sendMessage", ["chat_id": 501, "text": "x", "disable_sound": true])
      #expect(await sandbox.calls.last?.unknownParameters == ["disable_sound"])
    }
  }

  @Test("More than 1 MiB of parameters is 413 with an empty body")
  func tooLarge() async throws {
    try await withSandbox { _, bot, _ async throws in
      let text = String(repeating: "x", count: 1_050_000)
      let answer = try await bot.call("sendMessage", ["chat_id": 501, "text": .string(text)])
      #expect(answer.status == 413)
      #expect(answer.body.isEmpty)
    }
  }

  @Test(
    "A wrong token is refused",
    arguments: [
      ("7000000001:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "401 Unauthorized"),
      ("nonsense", "401 Unauthorized: invalid token specified"),
    ])
  func wrongToken(token: String, refusal: String) async throws {
    try await withSandbox { _, bot, _ async throws in
      var bot = bot
      bot.token = token
      #expect(try await bot.call("getMe").refusal == refusal)
    }
  }

  @Test("A method that is not served does not exist")
  func unknownMethod() async throws {
    try await withSandbox { _, bot, _ async throws in
      #expect(try await bot.call("sendDice", ["chat_id": 501]).refusal == "404 Not Found: method not found")
    }
  }

  @Test("The record of calls has everything but the token")
  func record() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      try await bot.call("sendMessage", ["chat_id": 501, "text": "привет"])
      try await bot.call("sendMessage", ["chat_id": 501])
      let calls = await sandbox.calls
      #expect(calls.map(\.method) == ["sendMessage", "sendMessage"])
      #expect(calls[0].parameters["text"] == "привет")
      #expect(calls[0].chat == 501)
      #expect(!"\(calls)".contains(Settings.defaultToken))
      #expect(await sandbox.refusals.map(\.refusal) == ["Bad Request: message text is empty"])
    }
  }
}
