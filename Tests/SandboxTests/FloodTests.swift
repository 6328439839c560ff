import Testing

@testable import Sandbox

@Suite("Too much is refused, and the longer the more it is")
struct FloodTests {
  private static func send(_ bot: TestBot, to chat: Int64 = 501) async throws -> TestBot.Answer {
    try await bot.call("sendMessage", ["chat_id": .integer(chat), "text": "x"])
  }

  @Test("One chat takes a burst of twenty, then one a second; edits count")
  func perChat() async throws {
    try await withSandbox(standing(flood: .telegram)) { sandbox, bot, _ async throws in
      let id = try await bot.text("0", to: 501)
      for number in 1..<20 {
        let edit: JSON = ["chat_id": 501, "message_id": .integer(id), "text": .string("\(number)")]
        #expect(try await bot.call("editMessageText", edit).status == 200)
      }
      let refused = try await Self.send(bot)
      #expect(refused.refusal == "429 Too Many Requests: retry after 3")
      #expect(refused.headers["retry-after"] == "3")
      #expect(refused.json["parameters"]?["retry_after"]?.int == 3)
      sandbox.advance(by: .seconds(3))
      #expect(try await Self.send(bot).status == 200)
    }
  }

  @Test("Early retries prolong the wait, and patience ends it")
  func growing() async throws {
    try await withSandbox(standing(flood: .telegram)) { sandbox, bot, _ async throws in
      for _ in 0..<20 { _ = try await Self.send(bot) }
      var waits: [Int64] = []
      for _ in 0..<4 { waits.append(try await Self.send(bot).json["parameters"]?["retry_after"]?.int ?? 0) }
      #expect(waits == [3, 6, 12, 24])
      sandbox.advance(by: .seconds(60))
      #expect(try await Self.send(bot).status == 200)
    }
  }

  @Test("A chat that is flooded does not hinder another")
  func otherChat() async throws {
    try await withSandbox(standing(flood: .telegram)) { sandbox, bot, _ async throws in
      let boris = await sandbox.person("Борис", id: 502)
      try await boris.pressStart()
      for _ in 0..<21 { _ = try await Self.send(bot) }
      #expect(try await Self.send(bot).status == 429)
      #expect(try await Self.send(bot, to: boris.id).status == 200)
    }
  }

  @Test("All chats together have a limit too")
  func overall() async throws {
    try await withSandbox(standing(flood: .telegram)) { sandbox, bot, _ async throws in
      var statuses: [Int] = []
      for number in 0..<65 {
        let person = await sandbox.person("Сотрудник", id: 600 + Int64(number))
        try await person.pressStart()
        statuses.append(try await Self.send(bot, to: person.id).status)
      }
      #expect(statuses.prefix(60).allSatisfy { $0 == 200 })
      #expect(statuses.suffix(5).contains(429))
    }
  }

  @Test("Answers to taps are not limited")
  func answers() async throws {
    try await withSandbox(standing(flood: .telegram)) { _, bot, _ async throws in
      for _ in 0..<40 {
        #expect(try await bot.call("answerCallbackQuery", ["callback_query_id": "1"]).status == 400)
      }
    }
  }

  @Test("A broadcast by upload instead of by file_id is refused")
  func equalUploads() async throws {
    try await withSandbox(standing(flood: .telegram)) { sandbox, bot, _ async throws in
      let picture = Pictures.png(padding: 120_000)
      var last: TestBot.Answer?
      for number in 0..<14 {
        let person = await sandbox.person("Сотрудник", id: 700 + Int64(number))
        try await person.pressStart()
        last = try await bot.upload("sendPhoto", ["chat_id": "\(person.id)"], ["photo": picture])
      }
      #expect(last?.refusal == "429 Too Many Requests: retry after 60")
    }
  }

  @Test("Limits can be switched off")
  func off() async throws {
    try await withSandbox(standing(flood: nil)) { _, bot, _ async throws in
      for _ in 0..<30 { #expect(try await Self.send(bot).status == 200) }
    }
  }
}
