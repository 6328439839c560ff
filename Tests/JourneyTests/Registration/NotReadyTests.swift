import Sandbox
import Testing

@Suite("An office without names", .timeLimit(.minutes(30)))
struct NotReadyTests {
  @Test("Is not ready for strangers, and tells an admin how to add people")
  func notReady() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(employees: [])) { bot in
      let anna = await bot.newcomer("Анна")
      try await anna.pressStart()
      try await anna.sees("Офис ещё не готов")
      let admin = await bot.sandbox.person("Марина", id: OfficeSetup.admin)
      try await admin.pressStart()
      try await admin.sees("«Управление» → «Сотрудники» → «Добавить»")
    }
  }
}
