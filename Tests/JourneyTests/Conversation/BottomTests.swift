import Sandbox
import Testing

@Suite("Nothing that no longer holds stays at the bottom of a chat", .timeLimit(.minutes(30)))
struct BottomTests {
  @Test(
    "When a booking is cancelled in an older message, the newest one says that there is none, after a restart too"
  )
  func cancelledAbove() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(1)
      let asking = try await anna.taps("Отменить", sees: "Отменить бронь:")
      let cancel = try #require(asking.button("Да, отменить")?.data)
      try await anna.writes("/my", sees: "Мои брони")
      let newest = try await anna.taps("\(day.onButton) · место 1", sees: "Ваша бронь")
      #expect(newest.id > asking.id)
      try await bot.stop()
      try await bot.start()
      _ = try await anna.answer(to: try await anna.startTap(data: cancel, on: asking.id))
      try await anna.sees("На \(day.onButton) ", in: newest.id)
      try await anna.sees("броней нет", in: newest.id)
    }
  }

  @Test("When an offer is declined in an older message, the newest one says that nothing more is offered")
  func declinedAbove() async throws {
    try await BotUnderTest.journey(in: OfficeTime().office(seats: 1)) { bot in
      let (anna, boris) = (try await bot.anna(), try await bot.boris())
      let day = try await anna.books(1)
      try await boris.opensDay()
      try await boris.taps("Приду без места", sees: "без места")
      try await anna.taps("Отменить", sees: "Отменить бронь:")
      try await anna.taps("Да, отменить", sees: "Отменено")
      let offer = try await boris.sees("освободилось место 1")
      let decline = try #require(offer.button("Спасибо, не нужно")?.data)
      try await boris.writes("/my", sees: "Мои брони")
      let newest = try await boris.taps(
        "\(day.onButton) · предложено место 1", sees: "Вам предложено место 1")
      _ = try await boris.answer(to: try await boris.startTap(data: decline, on: offer.id))
      try await boris.sees("не предложу", in: newest.id)
    }
  }

  @Test(
    "Of question, reminder and release only the newest has buttons, and «Забронировано» above them is corrected"
  )
  func askedAndReleased() async throws {
    let time = try OfficeTime()
    try await BotUnderTest.journey(in: time.office(seats: 2)) { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(1, onDay: 2)
      let booked = try #require(try await anna.chat.last)
      try await bot.handlesEverything()
      try time.move(to: "12:00", afterDays: 1, in: bot.sandbox)
      let question = try await anna.sees("Придёте завтра")
      try await bot.knowsThatAllIsDelivered()
      try time.move(to: "17:00", in: bot.sandbox)
      let reminder = try await anna.sees("Напоминаю")
      try await anna.sees("Придёте завтра", in: question.id)
      try await bot.knowsThatAllIsDelivered()
      try time.move(to: "19:00", in: bot.sandbox)
      try await anna.sees("освободилось")
      try await anna.sees("Напоминаю", in: reminder.id)
      try await anna.sees("На \(day.onButton) ", in: booked.id)
      try await anna.seesButtonsOnNewestOnly()
    }
  }
}
