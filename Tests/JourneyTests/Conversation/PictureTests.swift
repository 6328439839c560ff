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
    "If the floor cannot be uploaded the screen comes with the standing picture, never with a stale floor")
  func standingPicture() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let menu = try #require(try await anna.chat.last?.file)
      try await anna.opensDay()
      let floor = try #require(try await anna.chat.last?.file)
      #expect(floor.height != menu.height)
      // As often as one call is tried.
      bot.sandbox.faults.switchOn(
        Fault(.badGateway, method: "editMessageMedia", chat: anna.id, times: 6))
      let booked = try await anna.taps("1", sees: "Забронировано")
      let standing = try #require(booked.file)
      #expect(standing.height == menu.height)
      #expect(standing.width == menu.width)
    }
  }

  @Test(
    "If no picture gets through the screen comes as a new text message, and the old one loses its buttons")
  func textInstead() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      let old = try #require(try await anna.chat.last)
      bot.sandbox.faults.switchOn(Fault(.reset, method: "editMessageMedia", chat: anna.id))
      bot.sandbox.faults.switchOn(Fault(.reset, method: "sendPhoto", chat: anna.id))
      let booked = try await anna.taps("1", sees: "Забронировано")
      #expect(booked.id != old.id)
      #expect(booked.picture == nil)
      #expect(booked.button("Меню") != nil)
      try await anna.waits(for: "the old message without buttons") { view in
        view.messages.first { $0.id == old.id }?.keyboard == nil
      }
      bot.sandbox.faults.switchOff()
      let menu = try await anna.taps("Меню", sees: "Ближайшая бронь")
      #expect(menu.id == booked.id)
      #expect(menu.picture != nil)
    }
  }

  private func uploads(by bot: BotUnderTest) async throws -> Int {
    await bot.sandbox.calls.count { !$0.files.isEmpty }
  }
}
