import Foundation
import Testing

@testable import Sandbox

@Suite("Faults strike when they are switched on")
struct FaultTests {
  @Test(
    "Refusing faults have Telegram's form",
    arguments: [
      (Fault.Kind.tooManyRequests(retryAfter: 7), 429, "Too Many Requests: retry after 7"),
      (.tooManyRequests(retryAfter: nil), 429, "Too Many Requests"),
      (.internalError, 500, "Internal Server Error"), (.unauthorized, 401, "Unauthorized"),
      (
        .conflict, 409,
        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
      ),
    ])
  func refusals(kind: Fault.Kind, status: Int, description: String) async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      sandbox.faults.switchOn(Fault(kind, method: "sendmessage", times: 1))
      #expect(try await bot.call("getMe").status == 200)
      let answer = try await bot.call("sendMessage", ["chat_id": 501, "text": "x"])
      #expect(answer.status == status)
      #expect(answer.json["description"]?.string == description)
      #expect(try await bot.call("sendMessage", ["chat_id": 501, "text": "x"]).status == 200)
      #expect(try await anna.chat.messages.filter(\.isFromBot).count == 1)
      #expect(await sandbox.refusals.isEmpty)
      #expect(await sandbox.calls.compactMap(\.fault) == [kind.name])
    }
  }

  @Test("A bad gateway answers with a page instead of JSON")
  func badGateway() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      sandbox.faults.switchOn(Fault(.badGateway, times: 1))
      let answer = try await bot.call("getMe")
      #expect(answer.status == 502)
      #expect(String(decoding: answer.body, as: UTF8.self).contains("<html>"))
    }
  }

  @Test(
    "A connection breaks before or after the call is handled",
    arguments: [
      (Fault.Kind.reset, 0), (.stall(.milliseconds(50)), 0), (.answerLost, 1), (.halfBody, 1),
    ])
  func broken(kind: Fault.Kind, delivered: Int) async throws {
    try await withSandbox { sandbox, bot, anna async throws in
      sandbox.faults.switchOn(Fault(kind, chat: 501, times: 1))
      await #expect(throws: (any Error).self) {
        try await bot.call("sendMessage", ["chat_id": 501, "text": "x"])
      }
      #expect(try await anna.chat.messages.filter(\.isFromBot).count == delivered)
      #expect(await sandbox.calls.map(\.status) == [0])
    }
  }

  @Test("Answers can be late")
  func latency() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      sandbox.faults.switchOn(Fault(.latency(from: .milliseconds(80), to: .milliseconds(120)), times: 1))
      let start = ContinuousClock.now
      #expect(try await bot.call("getMe").status == 200)
      #expect(start.duration(to: .now) >= .milliseconds(80))
    }
  }

  @Test("A fault for one chat spares the others, and can be switched off")
  func scope() async throws {
    try await withSandbox { sandbox, bot, _ async throws in
      let boris = await sandbox.person("Борис", id: 502)
      try await boris.pressStart()
      let id = sandbox.faults.switchOn(Fault(.internalError, chat: 501))
      #expect(try await bot.call("sendMessage", ["chat_id": 502, "text": "x"]).status == 200)
      #expect(try await bot.call("sendMessage", ["chat_id": 501, "text": "x"]).status == 500)
      sandbox.faults.switchOff(id)
      #expect(try await bot.call("sendMessage", ["chat_id": 501, "text": "x"]).status == 200)
    }
  }

  @Test("The same seed makes the same faults", arguments: [1, 2, 3] as [UInt64])
  func seeds(seed: UInt64) {
    func pattern() -> [Bool] {
      let faults = Faults(seed: seed, changes: Changes())
      faults.switchOn(Fault(.internalError, probability: 0.5))
      return (0..<50).map { _ in faults.strike(method: "getMe", chat: nil).fault != nil }
    }
    let first = pattern()
    #expect(first == pattern())
    #expect(first.contains(true) && first.contains(false))
  }
}
