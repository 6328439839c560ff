import Foundation
import Sandbox
import Testing

@Suite("Commands and other things people send", .timeLimit(.minutes(30)))
struct CommandTests {
  @Test("Every command is answered by a new message below, and the old one loses its buttons")
  func commands() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.writes("/start", sees: "Броней пока нет")
      try await anna.writes("/book", sees: "На какой день?")
      try await anna.writes("/my", sees: "Мои брони")
      try await anna.writes("/help", sees: "Место бронируют на день")
      try await anna.writes("/menu", sees: "Броней пока нет")
      try await anna.writes("/nonsense", sees: "Броней пока нет")
      try await anna.writes("/book@\(bot.sandbox.settings.botUsername) сейчас", sees: "На какой день?")
      try await anna.seesButtonsOnNewestOnly()
      let last = try #require(try await anna.chat.last)
      #expect(last.labels.joined().contains("‹ Назад"))
    }
  }

  @Test("Telegram's own menu lists the commands")
  func menuOfCommands() async throws {
    try await BotUnderTest.journey { bot in
      _ = try await bot.anna()
      let commands = await bot.sandbox.commands?.array?.compactMap { $0["command"]?.string }
      #expect(commands?.starts(with: ["menu", "book", "week", "my"]) == true)
      #expect(commands?.contains("cancel") == true)
    }
  }

  @Test("After /cancel a number is no seat of the day any more")
  func cancel() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.opensDay()
      try await anna.writes("/cancel", sees: "Броней пока нет")
      // It is a seat without a day.
      try await anna.writes("5", sees: "Место 5: на какой день?")
      #expect(try await anna.bookings() == [])
    }
  }

  @Test("A sticker, a photo, a voice message and a document get a kind line and the menu")
  func otherContent() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let photo = try #require(try await anna.chat.last?.picture)
      let sendings: [@Sendable () async throws -> Message.ID] = [
        { try await anna.sendSticker() },
        { try await anna.send(photo: photo) },
        { try await anna.sendVoice() },
        { try await anna.send(document: Data("1;2".utf8), name: "a.csv") },
      ]
      for send in sendings {
        let own = try await send()
        let view = try await anna.waits(for: "a kind line") { $0.last.map { $0.id > own } ?? false }
        #expect(view.last?.text.contains("я понимаю только кнопки и текст") == true)
        #expect(view.last?.button("Забронировать") != nil)
      }
    }
  }

  @Test("A stranger sees registration only, whatever they write or tap")
  func stranger() async throws {
    try await BotUnderTest.journey { bot in
      let stranger = await bot.newcomer("Инга")
      try await stranger.pressStart()
      let list = try await stranger.sees("Выберите своё имя")
      for command in ["/menu", "/book", "/my", "/help"] {
        try await stranger.writes(command, sees: "Выберите своё имя")
      }
      try await stranger.writes("Зорро", sees: "такого свободного имени нет")
      // Buttons of somebody else's screens, made up.
      for data in ["om", "oc", "oy", "x1|oy"] {
        try await stranger.tap(data: data, on: list.id)
      }
      try await stranger.waits(for: "the names again") { view in
        view.messages.contains { $0.id == list.id && $0.text.contains("Выберите своё имя") }
      }
      #expect(try await !stranger.chat.contains("место"))
    }
  }

  @Test("A name that somebody took meanwhile is not given twice")
  func nameTaken() async throws {
    try await BotUnderTest.journey { bot in
      let first = await bot.newcomer("Анна")
      let second = await bot.newcomer("Аня")
      for person in [first, second] {
        try await person.pressStart()
        try await person.sees("Выберите своё имя")
        try await person.taps("Смирнова Анна Сергеевна", sees: "Это вы?")
      }
      try await first.taps("Да, это я", sees: "вы зарегистрированы")
      let answer = try await second.tap("Да, это я")
      #expect(answer.text?.contains("уже занято") == true)
      let list = try await second.sees("уже занято")
      #expect(!list.labels.joined().contains("Смирнова Анна Сергеевна"))
      #expect(list.labels.joined().contains("Волков Борис Андреевич"))
    }
  }

  @Test("In a group the bot is silent")
  func group() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let group = try await bot.sandbox.group("Офис", members: [anna])
      try await anna.write("/start", in: group)
      try await anna.write("всем привет", in: group)
      try await anna.write("/book@\(bot.sandbox.settings.botUsername)", in: group)
      try await bot.handlesEverything()
      // Later than the group's messages, and answered.
      try await anna.writes("/help", sees: "Место бронируют на день")
      #expect(try await group.chat.messages.allSatisfy { !$0.isFromBot })
      #expect(await bot.sandbox.calls.allSatisfy { $0.chat != group.id })
    }
  }
}
