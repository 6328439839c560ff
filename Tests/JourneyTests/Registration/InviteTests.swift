import Sandbox
import Testing

@Suite("Registration by a secret link", .timeLimit(.minutes(30)))
struct InviteTests {
  private let name = "Смирнова Анна Сергеевна"

  @Test("Only the link lets in, over a restart too, until its code changes; the code is written nowhere")
  func link() async throws {
    try await BotUnderTest.journey(registering: "{ mode: invite }") { bot in
      let anna = await bot.newcomer("Анна")
      try await anna.seesNothingBut("по ссылке-приглашению", in: bot)
      try await anna.pressStart("wrong-code")
      try await anna.sees("Эта ссылка больше не действует")
      try await anna.writes("/menu", sees: "по ссылке-приглашению")
      try await anna.pressStart(BotUnderTest.invite)
      try await anna.sees("Выберите своё имя")

      try await bot.handlesEverything()
      try await bot.kill()
      try await bot.open()
      try await anna.registers(as: name)
      try await anna.books(5)
      #expect(try bot.folder.files(containing: BotUnderTest.invite) == [])

      // Who came by the old link before it changed needs the new one; who is registered needs none.
      let boris = await bot.newcomer("Борис")
      try await boris.pressStart(BotUnderTest.invite)
      try await boris.sees("Выберите своё имя")
      try await bot.stop()
      try await bot.open(inviting: "another-code")
      try await boris.writes("/menu", sees: "по ссылке-приглашению")
      try await boris.pressStart(BotUnderTest.invite)
      try await boris.sees("Эта ссылка больше не действует")
      try await boris.pressStart("another-code")
      let list = try await boris.sees("Выберите своё имя")
      #expect(!list.labels.joined().contains(name))
      try await anna.writes("/my", sees: "1 бронь")
    }
  }
}
