import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Registration")
struct RegistrationTests {
  private let stranger = TestOffice.stranger

  @Test("typing, choosing, «Да, это я», and one is in")
  func whole() async throws {
    let office = try TestOffice()
    var screen = try #require(await office.reply(to: .start, from: office.asking(stranger)).screen)
    screen = try #require(
      await office.reply(toText: "ЕЛК", from: office.asking(stranger, entry: screen.awaits)).screen)
    #expect(screen.buttons.map(\.label) == ["Ёлкин Пётр", "Все имена"])
    screen = try #require(
      await office.reply(
        to: try screen.button("Ёлкин Пётр"), from: office.asking(stranger, entry: screen.awaits)
      ).screen)
    let back = try #require(
      await office.reply(
        to: try screen.button("‹ Назад"), from: office.asking(stranger, entry: screen.awaits)
      ).screen)
    #expect(back.buttons.map(\.label) == ["Ёлкин Пётр", "Все имена"])
    let reply = await office.reply(
      to: try screen.button("Да, это я"), from: office.asking(stranger, 5))
    #expect(reply.toast == "Готово, вы зарегистрированы. Приятной работы!")
    #expect(office.office.employee(linkedTo: stranger)?.name.text == "Ёлкин Пётр")
    try expect(
      reply.screen,
      shows: """
        (СПБ: Меню | 23:- 24:4 25:2 26:3 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        Готово, вы зарегистрированы. Приятной работы!

        <b>Ёлкин Пётр</b>
        Броней пока нет.
        Накануне в 12:00 спрошу, придёте ли вы. Не ответите до 19:00 — место освободится.
        [*Забронировать] [Моя неделя]
        [Мои брони] [Кто в офисе]
        [Пригласить гостя] [Настройки]
        """)
    let again = await office.reply(
      to: .register(Employee.ID(rawValue: 3)), from: office.asking(stranger, 6))
    #expect(again.toast == "Уже обработано: вы — Ёлкин Пётр.")
  }

  @Test("«‹ Назад» from «Это вы?» goes to the page one came from")
  func backToPage() async throws {
    let office = try TestOffice(names: ["Анна", "Борис"] + (10...29).map { "Человек \($0)" }, bookings: [])
    let list = office.screen(at: Trail(.names(page: 2)), for: office.asking(stranger))
    let name = try #require(
      await office.reply(to: try list.button("Человек 28"), from: office.asking(stranger)).screen)
    let back = await office.reply(to: try name.button("‹ Назад"), from: office.asking(stranger))
    #expect(back.screen == list)
  }

  @Test("a name taken meanwhile is refused, and the list is shown without it")
  func taken() async throws {
    let office = try TestOffice()
    let yes = Button.register(Employee.ID(rawValue: 3))
    _ = await office.reply(to: yes, from: office.asking(AccountID(rawValue: 901), 1))
    let reply = await office.reply(to: yes, from: office.asking(stranger, 2))
    #expect(reply.toast == "Это имя уже занято. Если оно ваше, скажите администратору.")
    #expect(reply.screen?.buttons.map(\.label) == ["Еремеев Павел"])
    #expect(office.office.employee(linkedTo: stranger) == nil)
  }

  @Test("whoever is not registered sees nothing of the office but registration, whatever is tapped")
  func strangersTaps() async throws {
    let office = try TestOffice()
    let before = office.office
    for seed in 1...500 as ClosedRange<UInt64> {
      var buttons = RandomButtons(seed: seed)
      let button = buttons.button()
      if button.isAdministration { continue }
      // A free name is a stranger's to take.
      if case .register(let id) = button, before.employees[id]?.account == nil { continue }
      let reply = await office.reply(to: button, from: office.asking(stranger, Int64(seed)))
      try expectRegistration(reply.screen, "seed \(seed)")
      #expect(
        [nil, "Сначала выберите своё имя.", "Это имя уже занято. Если оно ваше, скажите администратору."]
          .contains(reply.toast), "seed \(seed)")
    }
    try expectRegistration(
      await office.replyToUnknownButton(from: office.asking(stranger)).screen, "unknown")
    #expect(office.office == before && office.storage.commits.isEmpty)
  }

  @Test("whatever a stranger writes first is a greeting, not a search")
  func greeting() async throws {
    let office = try TestOffice()
    let reply = await office.reply(toText: "привет", from: office.asking(stranger))
    #expect(reply.screen == office.screen(.names(page: 0), for: stranger))
  }

  @Test("a redelivered request that was refused is told by what holds now")
  func redeliveredRefusal() async throws {
    let office = try TestOffice()
    let taken = Button.register(Employee.ID(rawValue: 2))
    _ = await office.reply(to: taken, from: office.asking(stranger, 7))
    let register = await office.reply(to: taken, from: office.asking(stranger, 7))
    #expect(register.toast == "Уже обработано: вы не зарегистрированы.")
    let cancel = Button.cancel(Booking.ID(rawValue: 2), from: Trail(.bookings()))
    _ = await office.reply(to: cancel, from: office.asking(TestOffice.anna, 8))
    let again = await office.reply(to: cancel, from: office.asking(TestOffice.anna, 8))
    #expect(again.toast == "Уже обработано: бронь на ср 25 ноября на месте.")
  }

  @Test("nor whatever is typed", arguments: ["", "12", "смирнова", "1", "2", "<b>"])
  func strangersTexts(text: String) async throws {
    let office = try TestOffice()
    let before = office.office
    let entries: [TextEntry?] = [nil, .name(typed: ""), .seat(on: TestOffice.tomorrow, from: Trail(.menu))]
    for entry in entries {
      try expectRegistration(
        await office.reply(toText: text, from: office.asking(stranger, entry: entry)).screen, text)
    }
    for command in ChatCommand.allCases where command != .admin {
      try expectRegistration(
        await office.reply(to: command, from: office.asking(stranger)).screen, command.rawValue)
    }
    try expectRegistration(await office.replyToOtherContent(from: office.asking(stranger)).screen, "photo")
    #expect(office.office == before && office.storage.commits.isEmpty)
  }

  private func expectRegistration(
    _ screen: Screen?, _ comment: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    guard let screen else { return }
    try screen.expectSound(sourceLocation: sourceLocation)
    #expect(
      screen.text.hasPrefix("(СПБ: Добро пожаловать)") || screen.text.hasPrefix("(СПБ: Это вы?)"),
      "\(comment)", sourceLocation: sourceLocation)
    for secret in ["Смирнова", "Орлов", "ноября", "Свободн"] {
      #expect(
        !screen.caption.html.contains(secret) || comment.lowercased().contains(secret.lowercased()),
        "\(comment)", sourceLocation: sourceLocation)
    }
    let isNamesOnly = screen.buttons.allSatisfy { button in
      switch button.button {
      case .register, .label: true
      case .open: ["Ёлкин Пётр", "Еремеев Павел", "‹ Назад", "Все имена", "Обновить"].contains(button.label)
      default: false
      }
    }
    #expect(isNamesOnly, "\(comment)", sourceLocation: sourceLocation)
  }
}
