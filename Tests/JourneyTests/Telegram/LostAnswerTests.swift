import Foundation
import Sandbox
import Testing

@Suite("Answers of Telegram that get lost or come late", .timeLimit(.minutes(30)))
struct LostAnswerTests {
  private let question = "Придёте завтра"

  /// On day 0 Anna takes a seat for day 2; on day 1 it is nearly noon.
  private func beforeNoon(
    _ time: OfficeTime, _ body: @Sendable @escaping (BotUnderTest, _ anna: Person) async throws -> Void
  ) async throws {
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let anna = try await bot.anna()
      try await anna.books(1, onDay: 2)
      try await bot.handlesEverything()
      // In two steps, for a clock that jumps by more than a day is not believed.
      try time.move(to: "23:00", in: bot.sandbox)
      try await Task.sleep(for: .seconds(1))
      try time.move(to: "11:59", afterDays: 1, in: bot.sandbox)
      try await body(bot, anna)
    }
  }

  @Test("A notice whose answers get lost comes twice, then not for many minutes, over a restart neither")
  func lost() async throws {
    let time = try OfficeTime()
    try await beforeNoon(time) { [question] bot, anna in
      func questions() async throws -> Int {
        try await anna.chat.messages.count { $0.text.contains(question) }
      }
      bot.sandbox.faults.switchOn(Fault(.answerLost, method: "sendMessage", chat: anna.id))
      try time.move(to: "12:00", in: bot.sandbox)
      try await bot.waits(for: "the question and its repetition") { try await questions() == 2 }
      // Far longer than the pauses after what certainly failed.
      try await Task.sleep(for: .seconds(12))
      #expect(try await questions() == 2)
      try await bot.stop()
      bot.sandbox.faults.switchOff()
      try await bot.start()
      try await anna.writes("/my", sees: "1 бронь")
      try await Task.sleep(for: .seconds(12))
      #expect(try await questions() == 2)
      // Until it is known that it arrived, silence costs nothing.
      try time.move(to: "12:15", in: bot.sandbox)
      try await bot.waits(for: "the question, once more") { try await questions() == 3 }
      try await bot.knowsThatAllIsDelivered()
      try time.move(to: "12:45", in: bot.sandbox)
      #expect(try await questions() == 3)
    }
  }

  @Test(
    "A notice that Telegram holds back does not reach who was unlinked meanwhile, but whoever is linked then")
  func heldBack() async throws {
    let time = try OfficeTime()
    try await beforeNoon(time) { [question] bot, anna in
      let admin = try await bot.managing()
      bot.sandbox.faults.switchOn(
        Fault(.tooManyRequests(retryAfter: 20), method: "sendMessage", chat: anna.id, times: 1))
      try time.move(to: "12:00", in: bot.sandbox)
      try await bot.waits(for: "the question to be held back") {
        bot.sandbox.faults.active.isEmpty
      }
      try await admin.taps("Сотрудники", sees: "4 имени")
      try await admin.taps("● Смирнова Анна Сергеевна", sees: "Telegram")
      try await admin.taps("Отвязать Telegram", sees: "Отвязать")
      try await admin.taps("Да, отвязать", sees: "Telegram отвязан")
      let dasha = try await bot.employee("Даша", as: "Смирнова Анна Сергеевна")
      try await dasha.sees(question)
      try await anna.sees("отвязал ваш аккаунт")
      #expect(try await !anna.chat.messages.contains { $0.text.contains(question) })
      try await dasha.taps("Приду", sees: "Спасибо! Место")
    }
  }

  @Test("An answer to a tap that Telegram refuses for a while is given after the wait")
  func tap() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      bot.sandbox.faults.switchOn(
        Fault(.tooManyRequests(retryAfter: 3), method: "answerCallbackQuery", times: 1))
      let answer = try await anna.tap("5")
      #expect(answer.text?.hasSuffix("— ваше.") == true)
      #expect(bot.sandbox.faults.active.isEmpty)
    }
  }

  @Test("The list of commands is set after the wait that Telegram asks for")
  func commands() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      bot.sandbox.faults.switchOn(Fault(.tooManyRequests(retryAfter: 3), method: "setMyCommands", times: 1))
      try await bot.start()
      try await bot.waits(for: "the commands") { await bot.sandbox.commands != nil }
    }
  }
}
