import Foundation
import Testing

@testable import Sandbox

@Suite("Taps and their answers")
struct TapTests {
  private static let tooOld =
    "400 Bad Request: query is too old and response timeout expired or query ID is invalid"

  /// Sends a button, lets Anna tap it, and returns the query.
  private static func tapped(_ bot: TestBot, _ anna: Person) async throws -> (tap: Tap.ID, query: JSON) {
    let id = try await bot.text("Да?", to: 501, markup: keyboard(("Да", "yes")))
    let tap = try await anna.startTap(data: "yes", on: id)
    let query = try #require(try await bot.updates(offset: -1).last?["callback_query"])
    return (tap, query)
  }

  @Test("A query has its data, its message and who tapped; the answer reaches the person")
  func answer() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let (tap, query) = try await Self.tapped(bot, anna)
      #expect(query["data"] == "yes")
      #expect(query["from"]?["id"]?.int == 501)
      #expect(query["message"]?["reply_markup"]?["inline_keyboard"]?[0]?[0]?["text"] == "Да")
      #expect(await sandbox.unansweredTaps.map(\.label) == ["Да"])
      try await bot.result(
        "answerCallbackQuery",
        ["callback_query_id": query["id"] ?? "", "text": "Готово", "show_alert": true])
      let answer = try await anna.answer(to: tap)
      #expect(answer == Tap.Answer(text: "Готово", isAlert: true, url: nil))
      #expect(await sandbox.unansweredTaps.isEmpty)
    }
  }

  @Test("A second answer, a late one and one to nothing are refused alike")
  func refusedAnswers() async throws {
    try await withSandbox(standing()) { sandbox, bot, anna async throws in
      let first = try await Self.tapped(bot, anna).query
      let answer: JSON = ["callback_query_id": first["id"] ?? ""]
      #expect(try await bot.call("answerCallbackQuery", answer).status == 200)
      #expect(try await bot.call("answerCallbackQuery", answer).refusal == Self.tooOld)
      let late = try await Self.tapped(bot, anna).query
      sandbox.advance(by: .seconds(16))
      #expect(
        try await bot.call("answerCallbackQuery", ["callback_query_id": late["id"] ?? ""]).refusal
          == Self.tooOld)
      #expect(try await bot.call("answerCallbackQuery", ["callback_query_id": "1"]).refusal == Self.tooOld)
    }
  }

  @Test("An answer has at most 200 characters")
  func tooLong() async throws {
    try await withSandbox { _, bot, anna async throws in
      let query = try await Self.tapped(bot, anna).query
      func answer(_ count: Int) async throws -> TestBot.Answer {
        try await bot.call(
          "answerCallbackQuery",
          ["callback_query_id": query["id"] ?? "", "text": .string(String(repeating: "я", count: count))])
      }
      #expect(try await answer(201).refusal == "400 Bad Request: MESSAGE_TOO_LONG")
      #expect(try await answer(200).status == 200)
    }
  }

  @Test("A tap on a deleted message comes with an inaccessible one")
  func inaccessible() async throws {
    try await withSandbox { _, bot, anna async throws in
      let id = try await bot.text("Да?", to: 501, markup: keyboard(("Да", "yes")))
      try await anna.delete(id)
      _ = try await anna.startTap(data: "yes", on: id)
      let message = try await bot.updates(offset: -1).last?["callback_query"]?["message"]
      #expect(message?["date"]?.int == 0)
      #expect(message?["message_id"]?.int == Int64(id))
      #expect(message?["text"] == nil)
    }
  }

  @Test("A tap may come from a keyboard that is gone, and twice")
  func staleAndDouble() async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      let id = try await bot.text("Да?", to: 501)
      sandbox.faults.switchOn(Fault(.duplicateTap, times: 1))
      _ = try await anna.startTap(data: "old", on: id)
      let queries = try await bot.updates(offset: -2).compactMap { $0["callback_query"] }
      #expect(queries.map { $0["data"] } == ["old", "old"])
      #expect(Set(queries.compactMap { $0["id"] }).count == 2)
      #expect(sandbox.faults.active.isEmpty)
    }
  }
}
