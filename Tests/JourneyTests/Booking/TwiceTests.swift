import Sandbox
import Testing

@Suite("What happens twice", .timeLimit(.minutes(30)))
struct TwiceTests {
  @Test("A second tap on the same seat changes nothing and says so")
  func doubleTap() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.opensDay()
      let floor = try #require(try await anna.chat.last)
      let data = try #require(floor.button("6")?.data)
      let first = try await anna.startTap(data: data, on: floor.id)
      let second = try await anna.startTap(data: data, on: floor.id)
      #expect(try await anna.answer(to: first).text == "Место 6 на \(try nameOfDay(on: floor)) — ваше.")
      #expect(try await anna.answer(to: second).text == "Уже обработано.")
      try await anna.sees("место 6")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 6"])
    }
  }

  @Test("Taps that Telegram delivers twice book once and cancel once")
  func duplicatedTaps() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      bot.sandbox.faults.switchOn(Fault(.duplicateTap))
      let day = try await anna.opensDay()
      try await anna.tap("6")
      try await anna.sees("место 6")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 6"])
      try await anna.taps("\(day.onButton) · место 6", sees: "Ваша бронь")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      try await anna.tap("Да, отменить")
      try await anna.waits(for: "the end of the booking") {
        $0.last?.text.contains("Отменено") == true || $0.last?.text.contains("Уже обработано") == true
      }
      #expect(try await anna.bookings() == [])
    }
  }

  @Test("Updates delivered once more change nothing")
  func redelivered() async throws {
    try await BotUnderTest.journey(expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(1)
      try await anna.tap("Другое место")
      try await anna.sees("Ваше место: 1")
      try await anna.taps("11", sees: "место 11")
      try await bot.handlesEverything()

      await bot.sandbox.redeliverUpdates(last: 20)
      // Handled after the others of her chat, so all of them are through when she sees it.
      try await anna.write("/help")
      try await anna.waits(for: "the help") {
        $0.messages.contains { $0.text.contains("Место бронируют на день") }
      }
      #expect(try await anna.bookings() == ["\(day.onButton) · место 11"])

      try await bot.kill()
      try await bot.start()
      await bot.sandbox.redeliverUpdates(last: 20)
      #expect(try await anna.bookings() == ["\(day.onButton) · место 11"])
    }
  }

  @Test("A button on an old message does what it says if that still makes sense, else shows how things are")
  func oldButtons() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      let day = try await anna.opensDay()
      let floor = try #require(try await anna.chat.last)
      let three = try #require(floor.button("3")?.data)
      let five = try #require(floor.button("5")?.data)
      try await anna.writes("/menu", sees: "Броней пока нет")
      try await anna.waits(for: "the old message without buttons") { view in
        view.messages.contains { $0.id == floor.id && $0.keyboard == nil }
      }

      // Her phone still shows them.
      try await anna.tap(data: three, on: floor.id)
      try await anna.waits(for: "the booking in the old message") { view in
        view.messages.contains { $0.id == floor.id && $0.text.contains("место 3") }
      }
      #expect(try await boris.books(5).free == 11)
      let answer = try await anna.tap(data: five, on: floor.id)
      #expect(answer.text?.contains("занято: Волков Борис Андреевич") == true)

      let nobodys = try await anna.tap(data: "zzz", on: floor.id)
      #expect(nobodys.text == "Эта кнопка устарела. Вот что есть сейчас.")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 3"])
    }
  }

  /// «ср 25 ноября», from a floor's caption.
  private func nameOfDay(on floor: Message) throws -> String {
    try #require(floor.text.split(separator: "\n").first.map(String.init))
  }
}
