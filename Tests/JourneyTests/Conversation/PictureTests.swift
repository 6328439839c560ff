import Sandbox
import Testing

@Suite("Pictures", .timeLimit(.minutes(30)))
struct PictureTests {
  @Test("The same picture is uploaded once, and not again after a restart")
  func uploadedOnce() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let boris = try await bot.boris()
      for person in [anna, boris] {
        try await person.opensDay()
        try await person.taps("‹ Назад", sees: "На какой день?")
        try await person.taps("‹ Назад", sees: "Броней пока нет")
      }
      // Names, «Это вы?», menu, calendar and one floor.
      let first = try await uploads(by: bot)
      #expect(first == 5)

      try await bot.stop()
      try await bot.start()
      try await anna.opensDay()
      #expect(try await uploads(by: bot) == first)

      // Another floor is another picture.
      try await anna.taps("1", sees: "Забронировано")
      try await bot.handlesEverything()
      #expect(try await uploads(by: bot) == first + 1)
    }
  }

  @Test(
    "If uploads fail or hang the screen comes as a new text message, later ones in its place, until pictures get through",
    arguments: [Fault.Kind.badGateway, .reset, .stall(.seconds(20))])
  func textInstead(_ fault: Fault.Kind) async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      let old = try #require(try await anna.chat.last)
      for method in ["editMessageMedia", "sendPhoto"] {
        bot.sandbox.faults.switchOn(Fault(fault, method: method, chat: anna.id))
      }
      let booked = try await anna.taps("1", sees: "Забронировано")
      #expect(booked.id != old.id)
      #expect(booked.picture == nil)
      #expect(booked.button("Меню") != nil)
      try await anna.waits(for: "the old message without buttons") { view in
        view.messages.first { $0.id == old.id }?.keyboard == nil
      }
      bot.sandbox.faults.switchOff()
      var shown = try await anna.taps("Меню", sees: "Ближайшая бронь")
      #expect(shown.id == booked.id)
      while shown.picture == nil {
        try await anna.taps("Настройки", sees: "Настройки")
        shown = try await anna.taps("‹ Назад", sees: "Ближайшая бронь")
      }
      #expect(shown.id == booked.id)
    }
  }

  private func uploads(by bot: BotUnderTest) async throws -> Int {
    await bot.sandbox.calls.count { !$0.files.isEmpty }
  }
}
