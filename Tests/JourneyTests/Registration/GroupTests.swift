import Sandbox
import Testing

@Suite("Registration of a group's members", .timeLimit(.minutes(30)))
struct GroupTests {
  private let mode = "{ mode: group, group: -1001000000001 }"
  private let name = "Смирнова Анна Сергеевна"

  @Test("Whoever is not in the group sees nothing of the office; a member registers; who leaves is unlinked")
  func membership() async throws {
    try await BotUnderTest.journey(registering: mode) { bot in
      let group = try await bot.sandbox.group("Компания")
      let anna = await bot.newcomer("Анна")
      try await anna.seesNothingBut("Вас в ней пока нет", in: bot)
      try await group.set(.member, for: anna)
      let list = try await anna.taps("Проверить ещё раз", sees: "Выберите своё имя")
      #expect(list.labels.joined().contains(name))

      try await anna.taps(name, sees: "Это вы?")
      try await group.set(.left, for: anna)
      try await anna.taps("Да, это я", sees: "Вас в ней пока нет")
      try await group.set(.administrator, for: anna)
      try await anna.registers(as: name)
      try await anna.books(5)
      try await bot.sleepsUntilTheNextDay()
      try await anna.writes("/my", sees: "1 бронь")

      try await group.set(.kicked, for: anna)
      try await bot.sleepsUntilTheNextDay()
      try await anna.writes("/start", sees: "Вас в ней пока нет")
      try await group.set(.member, for: anna)
      try await anna.registers(as: name)
      #expect(try await anna.bookings().count == 1, "bookings stay with the name")
    }
  }

  @Test("An admin is not asked for membership, and is not unlinked for lack of it")
  func admin() async throws {
    try await BotUnderTest.journey(registering: mode) { bot in
      _ = try await bot.sandbox.group("Компания")
      let admin = await bot.sandbox.person("Марина", id: OfficeSetup.admin)
      try await admin.registers(as: name)
      try await bot.sleepsUntilTheNextDay()
      try await admin.writes("/my", sees: "Броней пока нет")
    }
  }

  @Test("While Telegram does not say who is a member, nobody is let in and nobody is unlinked")
  func noAnswer() async throws {
    try await BotUnderTest.journey(registering: mode) { bot in
      let anna = await bot.newcomer("Анна")
      let group = try await bot.sandbox.group("Компания", members: [anna])
      try await anna.registers(as: name)
      try await group.set(.left, for: anna)
      let boris = await bot.newcomer("Борис")
      try await group.set(.member, for: boris)
      bot.sandbox.faults.switchOn(Fault(.reset, method: "getChatMember"))
      try await boris.pressStart()
      try await boris.sees("Не получилось узнать у Telegram")
      try await bot.sleepsUntilTheNextDay()
      try await anna.writes("/my", sees: "Броней пока нет")
      bot.sandbox.faults.switchOff()
      try await boris.taps("Проверить ещё раз", sees: "Выберите своё имя")
    }
  }
}
