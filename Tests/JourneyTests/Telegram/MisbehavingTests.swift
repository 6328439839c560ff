import Foundation
import Sandbox
import Testing

@Suite("Telegram misbehaves", .timeLimit(.minutes(30)))
struct MisbehavingTests {
  /// Something that goes wrong with some of the calls of a journey.
  struct Trouble: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let faults: [Fault]

    init(_ what: String, _ faults: Fault...) {
      testDescription = what
      self.faults = faults
    }
  }

  @Test(
    "and the person's journey ends well all the same",
    arguments: [
      Trouble(
        "429 with a wait", Fault(.tooManyRequests(retryAfter: 1), method: "editMessageMedia", times: 3)),
      Trouble(
        "429 without a wait", Fault(.tooManyRequests(retryAfter: nil), method: "editMessageMedia", times: 1)),
      Trouble("429 on polls", Fault(.tooManyRequests(retryAfter: 1), method: "getUpdates", times: 2)),
      Trouble("500s now and then", Fault(.internalError, times: 12, probability: 0.4)),
      Trouble("HTML instead of JSON", Fault(.badGateway, times: 12, probability: 0.4)),
      Trouble("resets", Fault(.reset, times: 12, probability: 0.4)),
      Trouble("answers that get lost", Fault(.answerLost, times: 12, probability: 0.4)),
      Trouble("answers cut in half", Fault(.halfBody, times: 12, probability: 0.4)),
      Trouble("another poller for a while", Fault(.conflict, method: "getUpdates", times: 4)),
      Trouble("slow answers", Fault(.latency(from: .milliseconds(100), to: .milliseconds(900)))),
      Trouble("a silent connection", Fault(.stall(.seconds(3)), times: 6, probability: 0.3)),
    ])
  func trouble(_ trouble: Trouble) async throws {
    let expectations = BotUnderTest.Expectations(
      refusals: [
        // What had been done before its answer was lost is done again.
        "Bad Request: query is too old and response timeout expired or query ID is invalid"
      ], mayLeaveTapsUnanswered: true)
    try await BotUnderTest.journey(expecting: expectations) { bot in
      let patience = Duration.seconds(300)
      let anna = try await bot.anna()
      for fault in trouble.faults { bot.sandbox.faults.switchOn(fault) }
      let day = try await anna.persistentlyBooks(5, within: patience)
      bot.sandbox.faults.switchOff()
      let message = try await anna.writes("/my", sees: "1 бронь", within: patience)
      #expect(message.labels.joined().contains("\(day.onButton) · место 5"))
      #expect(bot.isRunning)
    }
  }

  @Test("A webhook that stands in the way of polling is removed")
  func webhook() async throws {
    try await BotUnderTest.journey(
      expecting: .init(refusals: [
        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
        "Conflict: terminated by setWebhook request",
      ])
    ) { bot in
      let anna = try await bot.anna()
      await bot.sandbox.setWebhook(try #require(URL(string: "https://example.com/hook")))
      try await anna.writes("/help", sees: "Место бронируют на день")
    }
  }

  @Test("With Telegram away for a while, the process stays and answers when it is back")
  func away() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      bot.sandbox.faults.switchOn(Fault(.reset, times: 5))
      try await anna.write("/my")
      try await anna.sees("Мои брони")
      #expect(bot.isRunning)
    }
  }
}

extension Person {
  /// Books with the patience of somebody whose phone has bad reception: what does not come is tapped again.
  fileprivate func persistentlyBooks(_ seat: Int, within patience: Duration) async throws -> OfferedDay {
    let calendar = try await persistently("Забронировать", sees: "На какой день?", within: patience)
    let label = try #require(calendar.labels.joined().dropFirst().first)
    let day = try #require(OfferedDay(label: label))
    try await persistently(label, sees: "\(day.onButton) ", within: patience)
    let booked = try await persistently("\(seat)", sees: "место \(seat)", within: patience)
    #expect(booked.text.contains(day.onButton))
    return day
  }

  /// Taps, and taps once more when nothing has come of it.
  @discardableResult
  private func persistently(
    _ label: String, sees text: String, within patience: Duration
  ) async throws -> Message {
    let deadline = ContinuousClock.now + patience
    while true {
      if let message = try await chat.message(withButton: label),
        let data = message.button(label)?.data
      {
        _ = try await startTap(data: data, on: message.id)
      }
      do {
        return try await sees(text, within: .seconds(12))
      } catch {
        guard ContinuousClock.now < deadline else { throw error }
      }
    }
  }
}
