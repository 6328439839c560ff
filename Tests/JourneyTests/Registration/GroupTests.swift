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

  @Test(
    "Thrown out of the group, the bot says so to strangers, and once to admins, until it was back in between")
  func thrownOut() async throws {
    let expectations = BotUnderTest.Expectations(refusals: [
      "Forbidden: bot was kicked from the supergroup chat"
    ])
    try await BotUnderTest.journey(registering: mode, expecting: expectations) { bot in
      let anna = await bot.newcomer("Анна")
      let group = try await bot.sandbox.group("Компания", members: [anna])
      let admin = await bot.sandbox.person("Марина", id: OfficeSetup.admin)
      try await admin.registers(as: "Белова Вера Павловна")
      try await anna.pressStart()
      func told() async throws -> Int {
        try await admin.chat.messages.count { $0.text.contains("Я больше не в группе компании") }
      }
      for round in 1...2 {
        try await group.setBot(.kicked)
        try await bot.waits(for: "the admin to be told") { try await told() == round }
        for _ in 1...3 { try await anna.writes("/start", sees: "меня самого в ней нет") }
        try await bot.stop()
        try await bot.open()
        try await anna.writes("/start", sees: "меня самого в ней нет")
        #expect(try await told() == round)
        try await group.setBot(.administrator)
        try await bot.handlesEverything()
        try await anna.writes("/start", sees: "Выберите своё имя")
      }
      #expect(try await told() == 2)
      try await admin.writes("/my", sees: "Броней пока нет")
    }
  }

  @Test("A group that became a supergroup is asked about under its new id, which admins are told once")
  func supergroup() async throws {
    let expectations = BotUnderTest.Expectations(refusals: [
      "Bad Request: group chat was upgraded to a supergroup chat"
    ])
    try await BotUnderTest.journey(
      registering: "{ mode: group, group: -501 }", expecting: expectations
    ) { bot in
      let anna = await bot.newcomer("Анна")
      let group = try await bot.sandbox.group("Компания", id: -501, members: [anna])
      let admin = await bot.sandbox.person("Марина", id: OfficeSetup.admin)
      try await admin.registers(as: "Белова Вера Павловна")
      _ = try await group.upgrade(to: -1_001_000_000_501)
      try await anna.registers(as: name)
      try await admin.sees("-1001000000501")
      let boris = await bot.newcomer("Борис")
      try await boris.pressStart()
      try await boris.sees("Вас в ней пока нет")
      #expect(try await admin.chat.messages.count { $0.text.contains("-1001000000501") } == 1)
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
