import Foundation
import Testing

@testable import Sandbox

@Suite("The page and scripts drive people over HTTP")
struct ControlTests {
  private static func post(_ bot: TestBot, _ path: String, _ body: JSON = [:]) async throws -> TestBot.Answer
  {
    try await bot.post("/control/\(path)", Data(body.text.utf8), "application/json")
  }

  @Test("People start, write, tap, block and delete")
  func people() async throws {
    try await withSandbox { _, bot, anna async throws in
      let added = try await Self.post(bot, "people", ["name": "Вера", "id": 777])
      #expect(added.json["id"]?.int == 777)
      #expect(try await Self.post(bot, "chats/777/text", ["text": "рано"]).status == 409)
      #expect(try await Self.post(bot, "chats/777/start", ["payload": "x"]).status == 200)
      #expect(try await Self.post(bot, "chats/777/text", ["text": "привет"]).status == 200)
      #expect(try await bot.updates(offset: -1).last?["message"]?["text"] == "привет")
      let id = try await bot.text("Да?", to: 777, markup: keyboard(("Да", "yes")))
      let tap = try await Self.post(bot, "chats/777/tap", ["label": "Да"])
      #expect(tap.json["isAnswered"]?.bool == false)
      #expect(try await bot.updates(offset: -1).last?["callback_query"]?["data"] == "yes")
      #expect(try await Self.post(bot, "chats/777/tap", ["label": "Нет"]).status == 409)
      #expect(try await Self.post(bot, "chats/777/delete", ["message": .integer(id)]).status == 200)
      #expect(try await Self.post(bot, "chats/777/block").status == 200)
      let chat = try await bot.get("/control/chats/777").json
      #expect(chat["isBlocked"]?.bool == true)
      #expect(chat["messages"]?.array?.count == 2)
      #expect(try await bot.get("/control/people").json["people"]?.array?.count == 2)
    }
  }

  @Test("A tap can wait for its answer")
  func waitingTap() async throws {
    try await withSandbox { _, bot, _ async throws in
      _ = try await bot.text("Да?", to: 501, markup: keyboard(("Да", "yes")))
      let last = Int(try await bot.updates().last?["update_id"]?.int ?? 0)
      async let tap = Self.post(bot, "chats/501/tap", ["label": "Да", "wait": 60])
      let query = try await bot.updates(offset: last + 1, timeout: 50).last?["callback_query"]
      try await bot.result("answerCallbackQuery", ["callback_query_id": query?["id"] ?? "", "text": "Ура"])
      #expect(try await tap.json["text"] == "Ура")
    }
  }

  @Test("Faults are switched on and off, the clock moves, calls are listed")
  func rest() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      let id = try await Self.post(bot, "faults", ["kind": "internalError", "method": "getMe", "times": 2])
        .json
      #expect(try await bot.call("getMe").status == 500)
      #expect(try await bot.get("/control/faults").json[0]?["times"]?.int == 1)
      #expect(try await bot.send("DELETE", "/control/faults/\(id.text)", nil, nil).status == 200)
      #expect(try await bot.call("getMe").status == 200)
      #expect(try await Self.post(bot, "faults", ["kind": "earthquake"]).status == 409)
      #expect(try await Self.post(bot, "clock", ["advance": 3_600]).json["ahead"]?.int == 3_600)
      #expect(sandbox.settings.clock.ahead == 3_600)
      try await bot.call("sendMessage", ["chat_id": 501])
      #expect(try await bot.get("/control/log").json.array?.count == 3)
      #expect(try await bot.get("/control/refusals").json[0]?["method"] == "sendMessage")
      #expect(try await Self.post(bot, "bot/kill").status == 409)
      #expect(try await bot.get("/control/nothing").status == 404)
    }
  }

  @Test("A bot's process is shown and steered")
  func process() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      let process = FakeProcess()
      sandbox.attach(process)
      #expect(try await bot.get("/control/bot").json["text"] == "остановлен")
      for action in ["start", "kill", "stop"] {
        #expect(try await Self.post(bot, "bot/\(action)").status == 200)
      }
      #expect(process.actions == ["start", "kill", "stop"])
    }
  }

  @Test("The page, its parts and its pictures are served, and nothing beside them")
  func page() async throws {
    try await withSandbox { _, bot, anna async throws in
      for name in [
        "", "page.css", "chat.css", "panel.css", "main.js", "chat.js", "message.js", "panel.js", "text.js",
        "api.js",
      ] {
        #expect(try await bot.get("/\(name)").status == 200, "\(name)")
      }
      _ = try await bot.photo(Pictures.png(), to: 501)
      let url = try #require(
        try await bot.get("/control/chats/501").json["messages"]?.array?.last?["file"]?["url"]?.string)
      #expect(try await bot.get(url).body == Pictures.png())
      for path in ["/%2e%2e/bot-api.json", "/bot-api.json", "/pictures/none"] {
        #expect(try await bot.get(path).status != 200, "\(path)")
      }
    }
  }

  @Test("Changes are told as they happen")
  func events() async throws {
    try await withSandbox { _, bot, anna async throws in
      let events = EventReader(try #require(URL(string: bot.url + "/events")))
      defer { events.close() }
      try await events.waits(for: "event: people")
      try await events.waits(for: "/start")
      try await anna.write("новость")
      try await events.waits(for: "новость")
      try await bot.call("sendMessage", ["chat_id": 501])
      try await events.waits(for: "message text is empty")
    }
  }
}
