import Sandbox
import Testing

@Suite("Moving while others wait", .timeLimit(.minutes(30)))
struct MovingTests {
  /// Anna and Boris have the two seats of tomorrow and Vera waits. Boris cancels, Vera lets the offer run out:
  /// seat 2 is free, and she is still waiting for others.
  private func waiting(
    _ body: @Sendable @escaping (_ anna: Person, _ vera: Person, OfferedDay) async throws -> Void
  ) async throws {
    let time = try OfficeTime()
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let (anna, boris, vera) = (try await bot.anna(), try await bot.boris(), try await bot.vera())
      let day = try await anna.books(1)
      try await boris.books(2)
      try await vera.opensDay()
      try await vera.taps("Приду без места", sees: "Вы первый в очереди")
      try await boris.taps("Отменить", sees: "Отменить бронь:")
      try await boris.taps("Да, отменить", sees: "Отменено:")
      try await vera.sees("освободилось место 2")
      // The time to answer starts now.
      try await bot.knowsThatAllIsDelivered()
      bot.sandbox.advance(by: .seconds(31 * 60))
      try await vera.sees("за вами больше не держу")
      try await body(anna, vera, day)
    }
  }

  @Test("A move that gives the seat to the queue is asked first; then whoever waits is offered the seat")
  func confirmed() async throws {
    try await waiting { anna, vera, day in
      try await anna.taps("Другое место", sees: "Ваше место: 1")
      let question = try await anna.taps("2", sees: "Место 1 уйдёт очереди.")
      #expect(question.text.hasPrefix("Место 1 уйдёт очереди. Пересесть на место 2 на \(day.onButton) "))
      #expect(question.labels == [["Да, пересесть", "‹ Назад"]])
      try await anna.taps("‹ Назад", sees: "Ваше место: 1")
      #expect(try await anna.lines() == ["\(day.onButton) · место 1"])

      try await anna.opensDay()
      try await anna.writes("2", sees: "Место 1 уйдёт очереди.")
      let answers = try await anna.taps("Да, пересесть", times: 3)
      #expect(answers.first?.hasSuffix(": место 2 вместо 1.") == true)
      #expect(answers.dropFirst() == ["Уже обработано.", "Уже обработано."])
      #expect(try await anna.lines() == ["\(day.onButton) · место 2"])
      try await vera.sees("освободилось место 1")
      try await vera.taps("Занять место 1", sees: "место 1")
      #expect(try await vera.lines() == ["\(day.onButton) · место 1"])
    }
  }

  @Test("A seat that somebody took while the question stood is refused, and the old seat stays")
  func takenMeanwhile() async throws {
    try await waiting { anna, vera, day in
      try await anna.taps("Другое место", sees: "Ваше место: 1")
      try await anna.taps("2", sees: "Место 1 уйдёт очереди.")
      try await vera.opensDay()
      try await vera.taps("2", sees: "место 2")
      #expect(try await anna.tap("Да, пересесть").text?.contains("занято: Белова Вера Павловна") == true)
      try await anna.sees("Свободных мест на этот день нет.")
      #expect(try await anna.lines() == ["\(day.onButton) · место 1"])
    }
  }
}
