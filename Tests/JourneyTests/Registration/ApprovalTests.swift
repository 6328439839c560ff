import Sandbox
import Testing

@Suite("Registration by approval", .timeLimit(.minutes(30)))
struct ApprovalTests {
  private let name = "Смирнова Анна Сергеевна"

  @Test(
    "A stranger finds the name by its letters, asks, and waits over a restart; choosing another name is possible"
  )
  func waiting() async throws {
    try await BotUnderTest.journey(registering: "{ mode: approval }") { bot in
      let anna = await bot.newcomer("Анна")
      try await anna.pressStart()
      #expect(try await anna.sees("Напишите своё имя").labels == [])
      try await anna.writes("см", sees: "слишком коротко")
      #expect(try await anna.writes("cvbhy", sees: "1 имя").labels == [[name]])
      try await anna.taps(name, sees: "Администратор получит заявку")
      let waiting = try await anna.taps("Да, это я", sees: "ждёт администратора")
      #expect(waiting.text.contains(name))

      try await bot.handlesEverything()
      try await bot.kill()
      try await bot.open()
      #expect(try await anna.writes("/start", sees: "ждёт администратора").text.contains(name))
      try await anna.taps("Обновить", sees: "ждёт администратора")
      try await anna.writes("/book", sees: "ждёт администратора")
      try await anna.taps("Выбрать другое имя", sees: "Напишите своё имя")
      try await anna.writes("белова", sees: "1 имя")
      try await anna.taps("Белова Вера Павловна", sees: "Это вы?")
      let other = try await anna.taps("Да, это я", sees: "ждёт администратора")
      #expect(other.text.contains("Белова Вера Павловна"))
    }
  }

  @Test("An admin needs no approval")
  func admin() async throws {
    try await BotUnderTest.journey(registering: "{ mode: approval }") { bot in
      let admin = await bot.sandbox.person("Марина", id: OfficeSetup.admin)
      try await admin.pressStart()
      try await admin.sees("Напишите своё имя")
      try await admin.writes("смирн", sees: "1 имя")
      try await admin.taps(name, sees: "Это вы?")
      try await admin.taps("Да, это я", sees: "вы зарегистрированы")
      try await admin.books(5)
    }
  }

  @Test("A stranger sees no name and nothing of the office")
  func stranger() async throws {
    try await BotUnderTest.journey(registering: "{ mode: approval }") { bot in
      let stranger = await bot.newcomer("Инга")
      try await stranger.pressStart()
      let message = try await stranger.sees("Напишите своё имя")
      for data in ["om", "oc", "oy", "on0", "on0.e1", "r1", "x1|oy", "of", "op1"] {
        try await stranger.tap(data: data, on: message.id)
      }
      for command in ["/menu", "/book", "/my", "/who", "/help"] {
        try await stranger.writes(command, sees: "Напишите своё имя")
      }
      try await stranger.writes("Зорро", sees: "такого имени в списке нет")
      let view = try await stranger.chat
      #expect(bot.setup.employees.allSatisfy { !view.contains($0) })
    }
  }
}
