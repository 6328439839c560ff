import Foundation
import Sandbox
import Testing

@Suite("The largest office", .timeLimit(.minutes(30)))
struct LargestOfficeTests {
  private static let setup: OfficeSetup = {
    var setup = OfficeSetup(seatLines: [
      "- { from: 1, to: 1000, zone: Окно }", "- { from: 1001, to: 2000, zone: Проход }",
    ])
    setup.employees = (10_000..<20_000).map { "Сотрудник\($0) Анна Сергеевна" }
    return setup
  }()

  @Test("shows every screen of a person and of an admin, with its picture and without an error")
  func everyScreen() async throws {
    try await BotUnderTest.journey(in: Self.setup) { bot in
      let check = try await bot.run(["check-config"])
      #expect(check.exit == .status(0), "\(check.output)")
      let anna = await bot.newcomer("Анна")
      try await anna.pressStart()
      try await anna.sees("Выберите своё имя")
      try await anna.writes("19999", sees: "1 имя")
      try await anna.taps("Сотрудник19999 Анна Сергеевна", sees: "Это вы?")
      try await anna.taps("Да, это я", sees: "вы зарегистрированы")
      try await Self.look(round: anna)

      let admin = try await bot.managing()
      try await Self.manage(admin)
      try await admin.taps("Ошибки", sees: "Ошибок нет.")

      #expect(await bot.sandbox.refusals.filter { $0.method != "getUpdates" }.map(\.method) == [])
      #expect(
        bot.folder.outputText.split(separator: "\n").filter { $0.contains("\"level\":\"error\"") } == [])
    }
  }

  private static func look(round person: Person) async throws {
    let day = try await person.opensDay(1)
    #expect(day.free == 2_000)
    let parts = try #require(try await person.chat.last).labels.joined().filter { $0.hasSuffix(" · 88") }
    #expect(parts.first == "Окно 1–88 · 88")
    try await person.taps("Окно 89–176 · 88", sees: "\(day.onButton) ")
    try await person.taps("100", sees: "Забронировано: \(day.onButton) ")
    try await person.taps("Другое место", sees: "Ваше место: 100")
    try await person.writes("1999", sees: "место 1999")
    try await person.writes("/my", sees: "1 бронь")
    try await person.writes("/who", sees: "Кто в офисе")
    try await person.taps("›", sees: "1999 — Сотрудник19999 А.")
    try await person.taps("Найти коллегу", sees: "Кого найти?")
    try await person.writes("1000", sees: "По запросу")
    try await person.taps("Сотрудник10000 Анна Сергеевна", sees: "Броней пока нет")
    try await person.writes("/guest", sees: "Кого пригласить?")
    try await person.writes("Пётр", sees: "На какой день?")
    try await person.taps("✓ \(day.onButton) · 1999", sees: "Гость: Пётр")
    try await person.writes("12", sees: "место 12")
    try await person.taps("Отменить", sees: "Отменить бронь")
    try await person.taps("Да, отменить", sees: "Отменено")
    try await person.writes("/menu", sees: "Ближайшая бронь")
  }

  private static func manage(_ admin: Person) async throws {
    try await admin.taps("Сотрудники", sees: "10000 имён")
    try await admin.taps("›", sees: "10000 имён")
    try await admin.writes("19999", sees: "1 имя")
    try await admin.taps("● Сотрудник19999 Анна Сергеевна", sees: "Telegram привязан")
    try await admin.taps("Забронировать", sees: "На какой день")
    let days = try #require(try await admin.chat.last).labels.joined()
    try await admin.tap(try #require(days.last { $0.hasSuffix(" · 2000") }))
    try await admin.sees("Выберите часть офиса")
    try await admin.taps("Проход 1001–1088 · 88", sees: "Нажмите номер места")
    try await admin.taps("1001", sees: "Забронировано: ")
    try await admin.writes("/admin", sees: "Сотрудников: 10000")
    try await admin.taps("Места", sees: "Мест: 2000")
    try await admin.taps("›", sees: "Мест: 2000")
    try await admin.writes("1001", sees: "Место открыто.")
    try await admin.taps("Закрыть место", sees: "Напишите причину")
    try await admin.taps("Без причины", sees: "На месте 1 бронь")
    try await admin.taps("Сегодня", sees: "Закрыть место 1001")
    try await admin.taps("Да, закрыть", sees: "Закрыто с")
    try await admin.writes("/admin", sees: "Сотрудников: 10000")
    try await admin.taps("Брони", sees: "сколько броней")
    let booked = try #require(try await admin.chat.last).labels.joined()
    try await admin.tap(try #require(booked.first { $0.hasSuffix(" · 1") }))
    try await admin.sees("Брони: ")
    try await admin.taps("Забронировать за сотрудника", sees: "За кого забронировать")
    try await admin.writes("/admin", sees: "Сотрудников: 10000")
    try await admin.taps("Журнал", sees: "Журнал")
    try await admin.taps("Сотрудник", sees: "О ком показать записи?")
    try await admin.writes("19999", sees: "1 имя")
    try await admin.taps("Сотрудник19999 Анна Сергеевна", sees: "Только: Сотрудник19999")
    try await admin.writes("/admin", sees: "Сотрудников: 10000")
    try await admin.taps("Статистика", sees: "Статистика:")
    try await admin.writes("/admin", sees: "Сотрудников: 10000")
    try await admin.taps("Заявки", sees: "Никто не ждёт")
    try await admin.writes("/admin", sees: "Сотрудников: 10000")
  }
}
