import OfficeActor
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("What a tap does")
struct StepTests {
  private let day = TestOffice.tomorrow
  private let way = Trail(.menu).to(.calendar).to(.day(TestOffice.tomorrow))
  private let anna = TestOffice.anna
  private let annas = Booking.ID(rawValue: 1)
  private let boriss = Booking.ID(rawValue: 2)

  private func caption(_ reply: Reply) throws -> String { try #require(reply.screen).caption.html }

  @Test("a free seat is booked by one tap, and the answer shows the booking")
  func book() async throws {
    let office = try TestOffice(bookings: [TestOffice.bookings[1]])
    let reply = await office.reply(
      to: .book(Seat.ID("3"), on: day, from: way), from: office.asking(anna))
    #expect(reply.toast == "Место 3 на ср 25 ноября — ваше.")
    try expect(
      reply.screen,
      shows: """
        (ср 25 ноября | Свободно 2 из 4 | free 2,A-4; taken 1; own 3)
        ✅ Забронировано: <b>ср 25 ноября, место 3 (Окно)</b>
        Накануне в 12:00 спрошу, придёте ли вы. Не ответите до 19:00 — место освободится.
        [!Отменить] [Другое место]
        [Ещё дни с местом 3]
        [‹ Назад] [Меню]
        """)
    #expect(try reply.screen?.button("‹ Назад") == .open(way))
    #expect(office.storage.commits.count == 1)
  }

  @Test("another seat on the same day is a move")
  func move() async throws {
    let office = try TestOffice()
    let reply = await office.reply(
      to: .book(Seat.ID("3"), on: day, from: way), from: office.asking(anna))
    #expect(reply.toast == "ср 25 ноября: место 3 вместо 2.")
    #expect(office.office.booking(annas)?.seat == Seat.ID("3"))
    #expect(try caption(reply).contains("ср 25 ноября, место 3 (Окно)"))
  }

  @Test("a seat somebody has is refused with who it is and what is free, on the day as it is now")
  func taken() async throws {
    let office = try TestOffice()
    let reply = await office.reply(
      to: .book(Seat.ID("1"), on: day, from: way), from: office.asking(anna))
    let line = "Место 1 на ср 25 ноября занято: Орлов Борис. Свободны: 3, A-4."
    #expect(reply.toast == line)
    #expect(try caption(reply).hasPrefix(line + "\n\n<b>ср 25 ноября</b>"))
    #expect(try #require(reply.screen).buttons.map(\.label).contains("A-4"))
    #expect(office.storage.commits.isEmpty)
  }

  @Test(
    "every refusal says what is the case and what can be done",
    arguments: [
      (
        .book(Seat.ID("1"), on: TestOffice.today + -1, from: Trail(.calendar)),
        "Этот день уже прошёл: пн 23 ноября. Выберите другой."
      ),
      (
        .book(Seat.ID("1"), on: TestOffice.today + 14, from: Trail(.calendar)),
        "вт 8 декабря пока не открыт: бронировать можно по пн 7 декабря включительно."
      ),
      (
        .book(Seat.ID("1"), on: TestOffice.today + 2, from: Trail(.calendar)),
        "чт 26 ноября офис закрыт. Выберите другой день."
      ),
      (
        .book(Seat.ID("99"), on: TestOffice.tomorrow, from: Trail(.calendar)),
        "Места 99 в офисе больше нет. Выберите другое на плане."
      ),
      (
        .cancel(Booking.ID(rawValue: 2), from: Trail(.bookings())),
        "Это чужая бронь: отменить её может только владелец или администратор. Ваши — в «Мои брони»."
      ),
      (.cancel(Booking.ID(rawValue: 55), from: Trail(.bookings())), "Уже обработано: этой брони больше нет."),
      (
        .cancel(Booking.ID(rawValue: 9), from: Trail(.bookings())),
        "Этот день уже прошёл: пн 23 ноября. Выберите другой."
      ),
      (
        .register(Employee.ID(rawValue: 3)),
        "Вы уже зарегистрированы: Смирнова Анна. Если это не вы, скажите администратору."
      ),
    ] as [(Button, String)])
  func refusals(button: Button, line: String) async throws {
    let old = TestOffice.booking(9, anna: true, "2", on: TestOffice.today + -1)
    let office = try TestOffice(bookings: TestOffice.bookings + [old], closed: [TestOffice.today + 2])
    let before = office.office
    let reply = await office.reply(to: button, from: office.asking(anna))
    #expect(reply.toast == line)
    #expect(try caption(reply).hasPrefix(line + "\n\n"))
    try reply.screen?.expectSound()
    #expect(office.office == before)
  }

  @Test("cancelling is asked about first, then the seat is free")
  func cancel() async throws {
    let office = try TestOffice()
    let question = await office.reply(
      to: .open(Trail(.bookings()).to(.booking(annas)).to(.cancelling(annas))), from: office.asking(anna))
    let yes = try #require(question.screen).button("Да, отменить")
    let reply = await office.reply(to: yes, from: office.asking(anna, 2))
    #expect(reply.toast == "Отменено: ср 25 ноября, место 2 (Окно).")
    #expect(office.office.booking(annas) == nil)
    #expect(try caption(reply).hasSuffix("<b>Мои брони</b>\nБроней пока нет."))
  }

  @Test("an admin may cancel anybody's, registered or not")
  func admin() async throws {
    let office = try TestOffice()
    let reply = await office.reply(
      to: .cancel(boriss, from: Trail(.menu)), from: office.asking(TestOffice.admin))
    #expect(office.office.booking(boriss) == nil)
    #expect(reply.toast?.hasPrefix("Отменено") == true)
  }

  @Test("a second tap and a redelivered update change nothing and say «Уже обработано»")
  func twice() async throws {
    let office = try TestOffice()
    let book = Button.book(Seat.ID("3"), on: day, from: way)
    _ = await office.reply(to: book, from: office.asking(anna, 1))
    let after = office.office
    for request in [1, 2] as [Int64] {
      let reply = await office.reply(to: book, from: office.asking(anna, request))
      #expect(reply.toast == "Уже обработано.")
      #expect(try caption(reply) == "Уже обработано.\n\nВаша бронь: <b>ср 25 ноября, место 3 (Окно)</b>")
    }
    #expect(office.office == after)
    let cancel = Button.cancel(annas, from: Trail(.bookings()))
    _ = await office.reply(to: cancel, from: office.asking(anna, 3))
    for request in [3, 4] as [Int64] {
      let reply = await office.reply(to: cancel, from: office.asking(anna, request))
      #expect(reply.toast == "Уже обработано: этой брони больше нет.")
    }
    #expect(office.storage.commits.count == 2)
  }

  @Test("what was refused is not carried out later by a redelivery")
  func refusedTwice() async throws {
    let office = try TestOffice()
    let book = Button.book(Seat.ID("1"), on: day, from: way)
    _ = await office.reply(to: book, from: office.asking(anna, 1))
    _ = await office.reply(to: .cancel(boriss, from: way), from: office.asking(TestOffice.boris, 2))
    let reply = await office.reply(to: book, from: office.asking(anna, 1))
    #expect(reply.toast == "Уже обработано.")
    #expect(office.office.booking(annas)?.seat == Seat.ID("2"))
  }

  @Test("when the disk is full nothing changes, and the person is told to try again")
  func notSaved() async throws {
    let office = try TestOffice()
    let before = office.office
    office.storage.fail()
    for button in [
      .book(Seat.ID("3"), on: day, from: way), .cancel(annas, from: way), .register(Employee.ID(rawValue: 3)),
    ] as [Button] {
      let account = if case .register = button { TestOffice.stranger } else { anna }
      let reply = await office.reply(to: button, from: office.asking(account))
      #expect(reply.toast == "Не получилось сохранить, ничего не изменилось. Попробуйте ещё раз чуть позже.")
      try reply.screen?.expectSound()
    }
    #expect(office.office == before)
  }

  @Test("a button of nobody's shows the menu and says so")
  func unknownButton() async throws {
    let office = try TestOffice()
    let reply = await office.replyToUnknownButton(from: office.asking(anna))
    #expect(reply.toast == "Эта кнопка устарела. Вот что есть сейчас.")
    #expect(try caption(reply).contains("<b>Смирнова Анна</b>"))
  }

  @Test("«2/5» does nothing")
  func label() async throws {
    let office = try TestOffice()
    let reply = await office.reply(to: .label, from: office.asking(anna))
    #expect(reply == Reply(nil))
  }
}

@Suite("What is typed")
struct TypingTests {
  private let anna = TestOffice.anna
  private let entry = TextEntry.seat(
    on: TestOffice.tomorrow, from: Trail(.calendar).to(.day(TestOffice.tomorrow)))

  @Test(
    "a seat's number books it, in either case, and in Cyrillic letters that look alike",
    arguments: ["3", " 3\n", "a-4", "A-4", "\u{0430}-4", "\u{0410}-4"])
  func seat(typed: String) async throws {
    let office = try TestOffice()
    let reply = await office.reply(toText: typed, from: office.asking(anna, entry: entry))
    let wanted = typed.contains("4") ? "A-4" : "3"
    #expect(office.office.booking(Booking.ID(rawValue: 1))?.seat == Seat.ID(wanted))
    #expect(reply.screen?.caption.html.contains("место \(wanted)") == true)
  }

  @Test("a number that no seat has, or that is taken, is refused on the day's screen, which still waits")
  func noSeat() async throws {
    let office = try TestOffice()
    for (typed, line) in [
      ("77", "Места «77» нет. Свободны: 3, A-4."), ("<b>", "Места «&lt;b&gt;» нет. Свободны: 3, A-4."),
      ("1", "Место 1 на ср 25 ноября занято: Орлов Борис. Свободны: 3, A-4."),
    ] {
      let screen = try #require(
        await office.reply(toText: typed, from: office.asking(anna, Int64(typed.count), entry: entry))
          .screen)
      try screen.expectSound()
      #expect(screen.caption.html.hasPrefix(line))
      #expect(screen.awaits == entry)
    }
  }

  @Test("the same number twice is «Уже обработано»")
  func twice() async throws {
    let office = try TestOffice()
    let reply = await office.reply(toText: "2", from: office.asking(anna, entry: entry))
    #expect(reply.screen?.caption.html.hasPrefix("Уже обработано.") == true)
    #expect(office.storage.commits.isEmpty)
  }

  @Test("anything no screen waits for shows the menu")
  func anything() async throws {
    let office = try TestOffice()
    for entry in [nil, .name(typed: "x")] as [TextEntry?] {
      #expect(
        await office.reply(toText: "привет", from: office.asking(anna, entry: entry)).screen
          == office.screen(.menu))
    }
  }

  @Test(
    "commands, however they are written",
    arguments: [
      ("/start", .menu), ("/start payload", .menu), ("/menu", .menu), ("/menu@officebot", .menu),
      ("/MENU", .menu),
      ("/book@officebot", .calendar), ("/book", .calendar), ("/book\nnow", .calendar), ("/my", .bookings()),
      ("/guest", .guest), ("/guest Ваня", .guest), ("/help", .help), ("/cancel", .menu), ("/", .menu),
      ("/nonsense", .menu), ("/unknown", .menu),
      ("/books", .menu),
    ] as [(String, Place)])
  func commands(text: String, place: Place) async throws {
    let office = try TestOffice()
    let command = try #require(ChatCommand(text: text))
    let screen = await office.reply(to: command, from: office.asking(anna, entry: entry)).screen
    #expect(screen?.text == office.screen(place).text)
    #expect(screen?.awaits == office.screen(at: Trail(place), for: office.asking(anna)).awaits)
    try screen?.expectSound()
  }

  @Test("text without a slash is no command", arguments: ["book", " /book", "", "12/3"])
  func noCommand(text: String) {
    #expect(ChatCommand(text: text) == nil)
  }

  @Test("Telegram's own menu has the commands that there are, as Telegram takes them")
  func menuEntries() {
    for entry in Language.allCases.flatMap({ ChatCommand.menuEntries(in: $0, isAdmin: true) }) {
      #expect(ChatCommand(text: "/" + entry.command.rawValue).map { $0 != .unknown } == true)
      #expect(entry.command.rawValue.wholeMatch(of: /[a-z0-9_]{1,32}/) != nil)
      #expect((1...256).contains(entry.description.count))
    }
  }

  @Test("a photo or a sticker gets a kind line and the menu, and leaves a text entry")
  func other() async throws {
    let office = try TestOffice()
    let screen = try #require(
      await office.replyToOtherContent(from: office.asking(anna, entry: entry)).screen)
    #expect(
      screen.caption.html.hasPrefix("Спасибо! Но я понимаю только кнопки и текст.\n\n<b>Смирнова Анна</b>"))
    #expect(screen.awaits == nil)
  }
}
