import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Inviting guests")
struct GuestTests {
  private let anna = TestOffice.anna
  private let day = TestOffice.tomorrow

  /// Anna's chat: taps and typed texts, with what it waits for kept as the store keeps it.
  private actor Chat {
    let office: TestOffice
    private var entry: String?
    private var requests: Int64 = 0
    private(set) var screen: Screen?

    init(_ office: TestOffice) { self.office = office }

    private func asking() -> Asking {
      requests += 1
      return office.asking(TestOffice.anna, requests, entry: entry.flatMap(TextEntry.init(code:)))
    }

    @discardableResult
    private func show(_ reply: Reply) throws -> Reply {
      if let shown = reply.screen {
        try shown.expectSound()
        screen = shown
        entry = shown.awaits?.code
      }
      return reply
    }

    @discardableResult
    func command(_ command: ChatCommand) async throws -> Reply {
      try show(await office.reply(to: command, from: asking()))
    }

    @discardableResult
    func type(_ text: String) async throws -> Reply {
      try show(await office.reply(toText: text, from: asking()))
    }

    @discardableResult
    func tap(_ label: String) async throws -> Reply { try await tap(try #require(screen).button(label)) }

    @discardableResult
    func tap(_ button: Button) async throws -> Reply {
      // As it comes back from Telegram.
      let button = try #require(Button(data: button.data))
      return try show(await office.reply(to: button, from: asking()))
    }
  }

  @Test("name, day, seat: the guest is booked, and the host sees it")
  func invite() async throws {
    let office = try TestOffice()
    let chat = Chat(office)
    try await chat.command(.menu)
    try await chat.tap("Пригласить гостя")
    try expect(
      await chat.screen,
      shows: """
        (СПБ: Пригласить гостя)
        <b>Кого пригласить?</b>
        Напишите имя гостя, до 64 символов.
        [‹ Назад] [Меню]
        ⌨ имя гостя
        """)
    try await chat.type("Иван Петров")
    let calendar = try #require(await chat.screen)
    try expect(
      calendar,
      shows: """
        (СПБ: Выберите день | 23:- 24:4 25:[2] 26:3 27:4 28:4 29:4 30:4 1:4 2:4 3:4 4:4 5:4 6:4 7:4 8:- 9:- 10:- 11:- 12:- 13:-)
        Гость: <b>Иван Петров</b>
        <b>На какой день?</b>
        Число после точки — сколько мест свободно, ✓ — день, на который у вас есть бронь.
        [вт 24 · 4] [✓ ср 25 · 2]
        [чт 26 · 3] [пт 27 · 4]
        [сб 28 · 4] [вс 29 · 4]
        [пн 30 · 4] [вт 1 · 4]
        [ср 2 · 4] [чт 3 · 4]
        [пт 4 · 4] [сб 5 · 4]
        [вс 6 · 4] [пн 7 · 4]
        [Несколько дней]
        [‹ Назад]
        ⌨ гость «Иван Петров», другое имя
        """)
    try await chat.tap("✓ ср 25 · 2")
    try expect(
      await chat.screen,
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 3,A-4; taken 1; own 2)
        <b>ср 25 ноября</b>
        Гость: <b>Иван Петров</b>
        Свободно 2 из 4.
        Нажмите номер места или напишите его.
        [+3] [+A-4]
        [‹ Назад] [Меню]
        ⌨ гость «Иван Петров», место на ср 25
        """)
    let seat = try #require(await chat.screen).button("3")
    let reply = try await chat.tap("3")
    #expect(reply.toast == "Место 3 на ср 25 ноября — для гостя: Иван Петров.")
    try expect(
      reply.screen,
      shows: """
        (ср 25 ноября | Свободно 1 из 4 | free A-4; taken 1; own 2,3)
        ✅ Забронировано: <b>ср 25 ноября, место 3 (Окно)</b>
        Гость: <b>Иван Петров</b>
        [!Отменить] [Другое место]
        [‹ Назад] [Меню]
        """)
    // Invited is invited: back is where inviting began.
    #expect(try reply.screen?.button("‹ Назад") == .open(Trail(.menu)))
    let again = try await chat.tap(seat)
    #expect(again.toast == "Уже обработано.")
    #expect(
      try #require(again.screen).caption.plain.hasPrefix(
        "Уже обработано.\n\nБронь гостя: ср 25 ноября, место 3"))
    #expect(office.storage.commits.count == 1)
  }

  @Test("«‹ Назад» goes through the days to the name, and from a command to the menu")
  func back() async throws {
    let chat = Chat(try TestOffice())
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("чт 26 · 3")
    try await chat.tap("‹ Назад")
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Гость: Ваня\nНа какой день?"))
    try await chat.tap("‹ Назад")
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Кого пригласить?"))
    try await chat.tap("‹ Назад")
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Смирнова Анна"))
  }

  @Test("the seat may be typed, and a number that no seat has keeps the guest")
  func typed() async throws {
    let office = try TestOffice()
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("✓ ср 25 · 2")
    try await chat.type("77")
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Места «77» нет. Свободны: 3, A-4."))
    try await chat.type("1")
    #expect(
      try #require(await chat.screen).caption.plain.hasPrefix("Место 1 на ср 25 ноября занято: Орлов Борис."))
    try await chat.type("a-4")
    #expect(office.office.bookings(on: day).booking(of: Seat.ID("A-4"))?.guest?.text == "Ваня")
  }

  @Test("where nothing is free the guest comes without a seat, in the same queue")
  func seatless() async throws {
    let office = try TestOffice(
      bookings: TestOffice.full + [TestOffice.booking(5, of: 4, nil)], closures: [TestOffice.closure])
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("ср 25 · 0")
    try expect(
      await chat.screen,
      shows: """
        (ср 25 ноября | Свободно 0 из 4 | taken 1,2,3; closed A-4)
        <b>ср 25 ноября</b>
        Гость: <b>Ваня</b>
        Все места заняты, в очереди 1 человек. Встаньте в неё: освободится место — предложу.
        [*Гость без места]
        [‹ Назад] [Меню]
        ⌨ гость «Ваня», место на ср 25
        """)
    let reply = try await chat.tap("Гость без места")
    #expect(reply.toast == "Гость 2-й в очереди на ср 25 ноября. Прийти можно и без места.")
    let caption = try #require(reply.screen).caption.plain
    #expect(caption.hasPrefix("Гость 2-й в очереди на ср 25 ноября. Прийти можно и без места.\nГость: Ваня"))
  }

  @Test(
    "a name may be of any signs, and is kept and shown as it was written, in one line",
    arguments: [
      "Я", String(repeating: "Щ", count: 64), "<b>Жирный</b> & Ко", "один\nдва", "👩‍👩‍👧‍👦 семья", "יוסי כהן",
      "محمد",
      "a|b.c|d", "Ваня  Два   Пробела", "e\u{301}\u{302}", "&lt;", "\u{301}акцент",
      "'; DROP TABLE booking; --",
    ])
  func names(name: String) async throws {
    let office = try TestOffice()
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("  \(name)\n")
    try await chat.tap("✓ ср 25 · 2")
    try await chat.tap("3")
    let booking = try #require(office.office.bookings(on: day).booking(of: Seat.ID("3")))
    let name = name.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(booking.guest?.text == name)
    for place in [
      Place.booking(booking.id), .cancelling(booking.id), .moving(booking.id), .people(day),
      .colleague(Employee.ID(rawValue: 1)),
    ] {
      let screen = office.screen(place)
      try screen.expectSound()
      #expect(screen.caption.plain.unicodeScalars.contains(name.unicodeScalars), "\(place)")
    }
    let list = office.screen(.bookings())
    try list.expectSound()
    #expect(list.buttons.contains { $0.label.unicodeScalars.contains(name.unicodeScalars) })
  }

  @Test("a name written from right to left does not turn the text around it")
  func rightToLeft() throws {
    let bookings = [TestOffice.booking(6, of: 1, nil, guest: "יוסי")]
    let label = try TestOffice(bookings: bookings).screen(.bookings()).buttons.first?.label
    #expect(label == "ср 25 · 1-й в очереди · \u{2068}יוסי\u{2069}")
  }

  @Test(
    "a name too long or empty is asked for again, and nothing is shortened in silence",
    arguments: [
      (String(repeating: "Щ", count: 65), "Имя гостя слишком длинное: нужно не больше 64 символов."),
      (
        String(repeating: "e" + String(repeating: "\u{301}", count: 9), count: 30),
        "Имя гостя слишком длинное: нужно не больше 64 символов."
      ),
      (String(repeating: "я", count: 4_096), "Имя гостя слишком длинное: нужно не больше 64 символов."),
      (" \n ", "Имя гостя пустое."), ("\u{200B}\u{2060}", "Имя гостя пустое."), ("", "Имя гостя пустое."),
    ])
  func refused(name: String, line: String) async throws {
    let chat = Chat(try TestOffice())
    try await chat.command(.guest)
    try await chat.type(name)
    let screen = try #require(await chat.screen)
    #expect(screen.caption.plain.hasPrefix(line + "\n\nКого пригласить?"))
    try await chat.type("Ваня")
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Гость: Ваня"))
  }

  @Test("a button for one guest never books another, whose name was typed later")
  func stale() async throws {
    let office = try TestOffice()
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("✓ ср 25 · 2")
    let vanyas = try #require(await chat.screen).button("3")
    try await chat.command(.guest)
    try await chat.type("Петя")
    for _ in 1...2 {
      let reply = try await chat.tap(vanyas)
      #expect(reply.toast == "Эта кнопка — для гостя, чьё имя уже не помню. Напишите его ещё раз.")
      #expect(try #require(reply.screen).awaits == .guestName(from: Trail(.guest)))
    }
    #expect(office.storage.commits.isEmpty)
    // A screen on the way, from before the name was forgotten, asks for it too.
    try await chat.command(.menu)
    try await chat.tap(.open(Trail(.guest).to(.guestCalendar).to(.guestDay(day))))
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Кого пригласить?"))
    #expect(office.storage.commits.isEmpty)
  }

  @Test("an old button of a guest who is invited already moves nobody from seat to seat")
  func invitedAlready() async throws {
    let office = try TestOffice()
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("✓ ср 25 · 2")
    let other = try #require(await chat.screen).button("A-4")
    try await chat.tap("3")
    let reply = try await chat.tap(other)
    #expect(
      reply.toast
        == "Для этого гостя уже есть бронь: ср 25 ноября, место 3 (Окно), гость: Ваня. Второго гостя назовите иначе."
    )
    #expect(try #require(reply.screen).caption.plain.hasSuffix("Напишите имя гостя, до 64 символов."))
    #expect(office.storage.commits.count == 1)
  }

  @Test("another name replaces the one typed before, until a day is chosen")
  func otherName() async throws {
    let chat = Chat(try TestOffice())
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.type("Петя")
    #expect(try #require(await chat.screen).caption.plain.hasPrefix("Гость: Петя\nНа какой день?"))
    #expect(try #require(await chat.screen).button("‹ Назад") == .open(Trail(.guest)))
  }

  @Test("a host who has as many guests as one may have is told so among the other days")
  func tooMany() async throws {
    let bookings = (1...5).map { TestOffice.booking($0, of: 1, nil, guest: "Гость \($0)") }
    let office = try TestOffice(bookings: bookings)
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("Шестой")
    try await chat.tap("ср 25 · 4")
    let reply = try await chat.tap("3")
    #expect(reply.toast == "На ср 25 ноября у вас уже 5 гостей, больше нельзя.")
    #expect(try #require(reply.screen).caption.plain.contains("\n\nГость: Шестой\nНа какой день?"))
    try await chat.tap("чт 26 · 4")
    try await chat.tap("3")
    #expect(office.office.bookings(on: day + 1).booking(of: Seat.ID("3"))?.guest?.text == "Шестой")
  }

  @Test("a second guest of one name is most likely the first: the host is told")
  func sameName() async throws {
    let office = try TestOffice(bookings: [TestOffice.booking(1, of: 1, "2", guest: "Ваня")])
    let chat = Chat(office)
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("ср 25 · 3")
    let reply = try await chat.tap("3")
    #expect(
      reply.toast?.hasPrefix("Для этого гостя уже есть бронь: ср 25 ноября, место 2 (Окно), гость: Ваня.")
        == true)
    #expect(try #require(reply.screen).caption.plain.contains("Гость: Ваня"))
  }

  @Test("a closed day, or one outside of the window, keeps the guest's name")
  func closedDay() async throws {
    let chat = Chat(try TestOffice(closed: [day]))
    try await chat.command(.guest)
    try await chat.type("Ваня")
    try await chat.tap("✓ ср 25 · закрыт")
    #expect(
      try #require(await chat.screen).caption.plain.hasPrefix(
        "ср 25 ноября\nГость: Ваня\nОфис в этот день закрыт."))
    try await chat.tap("‹ Назад")
    try await chat.tap(.open(Trail(.guest).to(.guestCalendar).to(.guestDay(TestOffice.today + -1))))
    #expect(
      try #require(await chat.screen).caption.plain.hasPrefix(
        "Этот день уже прошёл: пн 23 ноября. Выберите другой.\n\nГость: Ваня"))
  }

  @Test("a restart in the middle of it is not noticed")
  func restart() async throws {
    let before = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice())
    try await before.running {
      try await before.handle(before.typed("/guest"))
      try await before.handle(before.typed("один\n<b>|два"))
    }
    let after = try TestBot(
      ScriptedTelegram(isScripted: false), office: before.office, folder: before.folder)
    try await after.running { [day] in
      try await after.handle(after.tap(.open(Trail(.guest).to(.guestCalendar).to(.guestDay(day)))))
      try await after.handle(after.typed("3"))
    }
    let guest = before.office.office.bookings(on: day).booking(of: Seat.ID("3"))?.guest
    #expect(guest?.text == "один <b>|два")
  }
}
