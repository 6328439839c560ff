import Sandbox
import Testing

@Suite("The living message", .timeLimit(.minutes(30)))
struct LivingMessageTests {
  private static let gone = BotUnderTest.Expectations(refusals: ["Bad Request: message to edit not found"])

  @Test("Whoever deletes it and writes goes on with a new one")
  func deletedThenWritten() async throws {
    try await BotUnderTest.journey(expecting: Self.gone) { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      try await anna.delete(try #require(try await anna.chat.last).id)
      let booked = try await anna.writes("5", sees: "Забронировано")
      try await anna.taps("Меню", sees: "Ближайшая бронь")
      #expect(try await anna.chat.last?.id == booked.id)
    }
  }

  @Test("Whoever deletes it and taps on, on a phone that still shows it, goes on with a new one")
  func deletedThenTapped() async throws {
    try await BotUnderTest.journey(expecting: Self.gone) { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      let floor = try #require(try await anna.chat.last)
      let data = try #require(floor.button("5")?.data)
      try await anna.delete(floor.id)
      let answer = try await anna.tap(data: data, on: floor.id)
      #expect(answer.text?.contains("ваше") == true)
      let booked = try await anna.sees("Забронировано")
      #expect(booked.id > floor.id)
      try await anna.taps("Меню", sees: "Ближайшая бронь")
      // On a busy machine a picture may come too late, and its screen below.
      #expect(try await anna.chat.last?.id ?? 0 >= booked.id)
      try await anna.seesButtonsOnNewestOnly()
    }
  }

  @Test("Whoever blocks the bot and comes back finds everything as it was")
  func blocked() async throws {
    try await BotUnderTest.journey(expecting: .init(refusals: ["Forbidden: bot was blocked by the user"])) {
      bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.books(2)
      // Blocked before the answer to what she wrote has come.
      bot.sandbox.faults.switchOn(
        Fault(.latency(from: .seconds(1), to: .seconds(1)), method: "sendPhoto", chat: anna.id, times: 1))
      try await anna.write("/my")
      try await anna.block()
      try await boris.books(3)
      try await bot.handlesEverything()
      #expect(bot.isRunning)

      try await anna.unblock()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 2"])
      try await anna.block()
      try await anna.pressStart()
      try await anna.sees("Ближайшая бронь: \(day.onButton)")
    }
  }

  @Test("No screen is a dead end: back leads to where one came from")
  func back() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(2)
      try await anna.taps("Меню", sees: "Ближайшая бронь")
      try await anna.taps("Мои брони", sees: "1 бронь")
      try await anna.taps("\(day.onButton) · место 2", sees: "Ваша бронь")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      try await anna.taps("‹ Назад", sees: "Ваша бронь")
      try await anna.taps("‹ Назад", sees: "1 бронь")
      try await anna.taps("‹ Назад", sees: "Ближайшая бронь")
    }
  }
}
