import Sandbox
import Testing

@Suite("The first journey", .timeLimit(.minutes(30)))
struct FirstJourneyTests {
  @Test("A stranger registers, books, cancels and books again, whatever becomes of the process")
  func firstJourney() async throws {
    try await BotUnderTest.journey { bot in
      let anna = await bot.newcomer("Анна")
      try await anna.pressStart()
      let list = try await anna.sees("Выберите своё имя")
      #expect(list.labels.joined().contains("Волков Борис Андреевич"))
      #expect(list.picture != nil)

      let found = try await anna.writes("смирн", sees: "По запросу «смирн»")
      #expect(found.labels == [["Смирнова Анна Сергеевна"], ["Все имена"]])
      try await anna.taps("Смирнова Анна Сергеевна", sees: "Это вы?")
      let menu = try await anna.taps("Да, это я", sees: "Броней пока нет")
      #expect(menu.text.contains("Смирнова Анна Сергеевна"))

      let day = try await anna.opensDay(3)
      let booked = try await anna.taps("5", sees: "Забронировано")
      #expect(booked.text.contains(day.onButton))
      #expect(booked.text.contains("место 5"))

      try await anna.taps("Меню", sees: "Ближайшая бронь: \(day.onButton)")
      let bookings = try await anna.taps("Мои брони", sees: "1 бронь")
      #expect(bookings.id == menu.id, "everything tapped happens in one message")
      try await anna.taps("\(day.onButton) · место 5", sees: "Ваша бронь")
      try await anna.taps("Отменить бронь", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено")
      #expect(try await anna.bookings() == [])

      // Killed while she looks at a floor: what she types next is still understood.
      let again = try await anna.opensDay(4)
      try await bot.kill()
      try await bot.start()
      let typed = try await anna.writes("7", sees: "Забронировано: \(again.onButton) ")
      #expect(typed.text.contains("место 7"))
      try await anna.seesButtonsOnNewestOnly()
      try await bot.handlesEverything()

      // Killed between two taps: the same message goes on.
      try await bot.kill()
      try await bot.start()
      let after = try await anna.taps("Меню", sees: "Ближайшая бронь: \(again.onButton)")
      #expect(after.id == typed.id)
      #expect(try await anna.bookings() == ["\(again.onButton) · место 7"])
      try await anna.seesButtonsOnNewestOnly()
    }
  }

  @Test("A process killed while a call is under way is started again, and the person goes on")
  func killedDuringCall() async throws {
    try await BotUnderTest.journey(expecting: .redeliveredTaps) { bot in
      let anna = try await bot.anna()
      let day = try await anna.opensDay()
      try await bot.handlesEverything()
      let faults = bot.sandbox.faults
      faults.switchOn(
        Fault(.latency(from: .seconds(2), to: .seconds(2)), method: "editMessageMedia", times: 1))
      // The tap comes with the poll that waits already; the next one would confirm it.
      faults.switchOn(Fault(.reset, method: "getUpdates"))
      try await anna.tap("3")
      try await bot.kill()
      faults.switchOff()
      try await bot.start()
      try await anna.sees("место 3")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 3"])
    }
  }
}
