import Foundation
import NameLists
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("«Управление»: «Сотрудники» and «Заявки»")
struct AdminEmployeeTests {
  @Test("employees are listed, linked or not, and found by part of the name")
  func list() async throws {
    let admin = try AdminChat(TestOffice())
    try await admin.go("Управление", "Сотрудники")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Сотрудники)
        <b>Сотрудники</b>
        Значок ● — Telegram привязан.
        4 имени. Напишите часть имени, чтобы найти.
        [Ёлкин Пётр]
        [Еремеев Павел]
        [● Орлов Борис]
        [● Смирнова Анна]
        [✓ Все] [В Telegram] [Без Telegram]
        [+Добавить]
        [‹ Назад] [Меню]
        ⌨ управление «»
        """)
    try await admin.tap("Без Telegram")
    #expect(admin.caption.contains("2 имени."))
    try await admin.tap("Все")
    try await admin.type("смир")
    #expect(admin.caption.contains("По запросу «смир» — 1 имя."))
    try await admin.tap("● Смирнова Анна")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Сотрудник)
        <b>Смирнова Анна</b>
        Telegram привязан: id <a href="tg://user?id=101">101</a>.
        Будущие брони: 1. Ближайшая: ср 25 ноября, место 2 (Окно).
        [Брони · 1] [Забронировать]
        [Меня не будет]
        [Журнал]
        [Переименовать] [!Отвязать Telegram]
        [!Удалить сотрудника]
        [‹ Назад] [Меню]
        """)
    try await admin.tap("Брони · 1")
    try await admin.tap("ср 25 · место 2")
    #expect(admin.caption.contains("<b>Смирнова Анна</b>"))
  }

  @Test("somebody is renamed, and keeps the bookings; a name that is there already is refused")
  func renaming() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "● Смирнова Анна", "Переименовать")
    try await admin.type("орлов  БОРИС")
    #expect(admin.caption.hasPrefix("Такое имя уже есть в списке: Орлов Борис."))
    try await admin.type("x")
    #expect(admin.caption.hasPrefix("Так назвать нельзя"))
    try await admin.type(" Белова   Анна ")
    #expect(admin.caption.hasPrefix("Теперь: Белова Анна. Раньше: Смирнова Анна."))
    #expect(office.employee(1)?.name.text == "Белова Анна")
    #expect(office.office.bookings(of: Employee.ID(rawValue: 1), from: TestOffice.today).count == 1)
  }

  @Test("an account is unlinked after a question; a second tap changes nothing")
  func unlinking() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "● Смирнова Анна", "Отвязать Telegram")
    let yes = try admin.screen.button("Да, отвязать")
    try await admin.tap(yes)
    #expect(admin.toast == "Telegram отвязан: Смирнова Анна.")
    #expect(office.employee(1)?.account == nil)
    try await admin.tap(yes)
    #expect(admin.toast == "Уже обработано: Telegram не привязан, Смирнова Анна.")
  }

  @Test(
    "before somebody is removed, it is said what that costs",
    arguments: [
      (1, "1 будущая бронь будет отменена."), (3, "3 будущие брони будут отменены."),
      (5, "5 будущих броней будет отменено."),
    ])
  func removing(count: Int, line: String) async throws {
    let bookings = (0..<count).map {
      TestOffice.booking(Int64($0 + 1), anna: true, "1", on: TestOffice.today + $0)
    }
    let office = try TestOffice(bookings: bookings)
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "● Смирнова Анна", "Удалить сотрудника")
    #expect(admin.caption.contains(line))
    try await admin.tap("Да, удалить")
    #expect(admin.toast == "Удалено из списка: Смирнова Анна.")
    #expect(office.employee(1) == nil)
    #expect(office.office.allBookings.isEmpty)
    #expect(office.storage.commits.count == 1)
  }

  @Test("names are added one by one or many at once, and each line is answered for")
  func adding() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.type("Новикова Дарья")
    #expect(admin.caption == "<b>Добавлено: 1</b>")
    #expect(admin.screen.isResult && admin.screen.buttons.map(\.label) == ["‹ Назад", "Меню"])
    try await admin.type("Зайцев Егор\nСМИРНОВА  АННА\nя\n\nЗайцев Егор\n\"Кузьмин Олег")
    #expect(
      admin.caption.hasPrefix(
        """
        <b>Добавлено: 1</b>
        Уже были в списке: 1 — СМИРНОВА АННА
        Не принято строк: 3
        строка 3: «я» — не имя: нужно от 2 до 100 символов
        строка 5: повторяет строку 1
        строка 6: нет закрывающей кавычки
        """))
    #expect(office.office.employees.count == 6)
    #expect(office.storage.commits.count == 2)
  }

  private func office(receiving bytes: Data) throws -> TestOffice {
    var records = AdminRecords.unexpected
    records.document = { id, bytesMax throws(TelegramError) in
      guard bytes.count <= bytesMax else {
        throw .fileRefused(.tooBig, description: "too long", method: "test")
      }
      return bytes
    }
    return try TestOffice(records: records)
  }

  private func document(_ bytes: Data) -> Document {
    Document(fileID: FileID("names"), fileName: "names.csv", fileSize: bytes.count)
  }

  @Test(
    "500 names come in one document and one transaction, in either encoding, with a header or without",
    arguments: [String.Encoding.utf8, .windowsCP1251], ["", "ФИО;Отдел\r\n", "# список\n"])
  func document(encoding: String.Encoding, header: String) async throws {
    let letters = Array("абвгдежзик")
    let names = (100..<600).map { number in
      "Сотрудников Имя" + String("\(number)".compactMap(\.wholeNumberValue).map { letters[$0] })
    }
    let lines = names.map { "\($0);бухгалтерия" } + ["я;", "Смирнова Анна;бухгалтерия"]
    let text =
      (encoding == .utf8 && header.isEmpty ? "\u{FEFF}" : "") + header + lines.joined(separator: "\r\n")
    let bytes = try #require(text.data(using: encoding))
    let office = try office(receiving: bytes)
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.send(document(bytes))
    #expect(
      admin.caption.hasPrefix(
        "<b>names.csv</b>\n<b>Добавлено: 500</b>\nУже были в списке: 1 — Смирнова Анна\nНе принято строк: 1\nстрока "
      ))
    #expect(office.office.employees.count == 504)
    #expect(office.storage.commits.count == 1)
  }

  @Test("a document that is too long, no text, or did not come is answered in words")
  func badDocuments() async throws {
    let big = Data(repeating: UInt8(ascii: "a"), count: NameList.bytesMax + 1)
    for (bytes, line) in [
      (Data([0x50, 0x4B, 3, 4, 0, 0]), "Это не текст, а архив."),
      (big, "Файл слишком большой: не больше 4 МБ."),
      (Data([0x50, 0x4B, 3, 4] + Array("xl/workbook.xml".utf8)), "Это не текст, а таблица (XLSX)."),
      (Data([0xD0, 0xCF, 0x11, 0xE0, 0]), "Это не текст, а таблица (XLS)."),
      (Data("%PDF-1.7".utf8), "Это не текст, а документ (PDF)."), (Data(), "Файл пустой."),
    ] {
      for isSizeKnown in [true, false] {
        let office = try office(receiving: bytes)
        let admin = AdminChat(office)
        try await admin.go("Управление", "Сотрудники", "Добавить")
        try await admin.send(
          Document(fileID: FileID("x"), fileName: "x", fileSize: isSizeKnown ? bytes.count : nil))
        #expect(admin.caption.hasPrefix("<b>x</b>\n\(line)"))
        #expect(office.storage.commits.isEmpty)
      }
    }
  }

  @Test(
    "a document that cannot be fetched is not called too big: each reason has its own words",
    arguments: [
      (.fileRefused(.tooBig, description: "d", method: "m"), "Файл слишком большой"),
      (.fileRefused(.gone, description: "d", method: "m"), "Этого файла у Telegram уже нет"),
      (.fileRefused(description: "d", method: "m"), "Этого файла у Telegram уже нет"),
      (.fileRefused(.outOfReach, description: "d", method: "m"), "Файл дошёл до сервера Bot API, но"),
      (.unavailable(reason: "r", effect: .unknown, method: "m"), "Telegram сейчас не отдаёт файл"),
      (.retryAfter(.seconds(100), method: "m"), "Telegram сейчас не отдаёт файл"),
    ] as [(TelegramError, String)])
  func notFetched(failure: TelegramError, line: String) async throws {
    var records = AdminRecords.unexpected
    records.document = { _, _ throws(TelegramError) in throw failure }
    let office = try TestOffice(records: records)
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.send(Document(fileID: FileID("x"), fileName: "a<b>.csv", fileSize: 5))
    #expect(admin.caption.hasPrefix("<b>a&lt;b&gt;.csv</b>\n\(line)"))
    #expect(admin.screen.isResult && office.storage.commits.isEmpty)
  }

  @Test("five documents at once have five results, in their order, and everybody is on the list")
  func fiveDocuments() async throws {
    var records = AdminRecords.unexpected
    records.document = { id, _ throws(TelegramError) in
      // The first takes longest.
      if id == FileID("1") { try? await Task.sleep(for: .milliseconds(50)) }
      return id == FileID("4")
        ? Data([0x50, 0x4B, 3, 4, 0, 0]) : Data("Новый Человек\(id.rawValue)\nОбщий Человек".utf8)
    }
    let office = try TestOffice(records: records)
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: office)
    let chat = Chat(id: ChatID(TestOffice.admin.rawValue))
    try await bot.store.remember(
      entry: TextEntry.admin(typed: "", at: Trail(.menu).to(.admin(.adding))).code, of: chat.id.rawValue)
    try await bot.running {
      for number in 1...5 {
        await bot.handler.handle(
          bot.update(
            .message(
              Message(
                id: MessageID(number), chat: chat,
                from: User(id: UserID(TestOffice.admin.rawValue), firstName: "A"), date: office.now,
                document: Document(fileID: FileID("\(number)"), fileName: "\(number).csv")))))
      }
      try await eventually { bot.handler.deliveries.isIdle }
    }
    let results = bot.api.calls.filter { $0.name == "sendMessage" }.compactMap(\.text)
    #expect(
      results == [
        "<b>1.csv</b>\n<b>Добавлено: 2</b>",
        "<b>2.csv</b>\n<b>Добавлено: 1</b>\nУже были в списке: 1 — Общий Человек",
        "<b>3.csv</b>\n<b>Добавлено: 1</b>\nУже были в списке: 1 — Общий Человек",
        "<b>4.csv</b>\nЭто не текст, а архив. Пришлите сам файл: CSV или TXT.",
        "<b>5.csv</b>\n<b>Добавлено: 1</b>\nУже были в списке: 1 — Общий Человек",
      ])
    #expect(office.office.employees.count == 4 + 5)
    #expect(
      bot.api.calls.filter { $0.name == "editMessageReplyMarkup" }.map(\.message) == [501, 502, 503, 504])
    #expect(try await bot.store.memory(of: chat.id.rawValue).entry != nil, "more may come")
  }

  private func guessing(_ bytes: Data) throws -> TestOffice {
    var records = AdminRecords.unexpected.keepingNames()
    records.document = { _, _ throws(TelegramError) in bytes }
    return try TestOffice(records: records)
  }

  @Test("a list that had to be guessed at is shown and asked about; nothing is added before «Да»")
  func guesses() async throws {
    let text = "инженер;Ларина Ольга\nдиректор;Иванов Пётр\nюрист;Смирнова Анна\nкурьер;00123\nуборщик;Вася\n"
    let office = try guessing(Data(text.utf8))
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.send(document(Data(text.utf8)))
    try expect(
      admin.screen,
      shows: """
        (СПБ: Добавить)
        <b>names.csv</b>
        <b>Добавить 3 имени?</b>
        Заголовка «ФИО» нет, имена взял из столбца 2.
        Мало похожи на имена: Вася.
        1. Ларина Ольга
        2. Иванов Пётр
        3. Вася
        Уже в списке: 1
        Не принято строк: 1
        строка 4: «курьер, 00123» — не имя человека
        [+Да, добавить 3] [‹ Назад]
        ⌨ управление «»
        """)
    #expect(office.storage.commits.isEmpty)
    let yes = try admin.screen.button("Да, добавить 3")
    // Whatever is shown meanwhile: the list is kept.
    try await admin.go("Управление", "Брони")
    try await admin.tap(yes)
    #expect(admin.caption == "<b>Добавлено: 3</b>")
    #expect(office.office.employees.count == 7)
    try await admin.tap(yes)
    #expect(
      admin.caption.hasPrefix("<b>Добавлено: 0</b>\nУже были в списке: 3 — Ларина Ольга, Иванов Пётр, Вася"))
    #expect(office.storage.commits.count == 1)
  }

  @Test("a list that is asked about may be answered with another one, and each button adds its own")
  func severalGuesses() async throws {
    let office = try guessing(Data())
    let admin = AdminChat(office)
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.type("Ларина, Ольга")
    let first = try admin.screen.button("Да, добавить 1")
    try await admin.type("Котов, Кот\nЛисин, Лис")
    try await admin.tap("Да, добавить 2")
    #expect(office.office.employees.count == 6)
    try await admin.tap(first)
    #expect(admin.caption.hasPrefix("<b>Добавлено: 1</b>"))
    #expect(office.office.employees.all.contains { $0.name.text == "Ларина Ольга" })
  }

  @Test("the button of a list that is forgotten, or another admin's, says so and adds nothing")
  func forgottenList() async throws {
    let office = try guessing(Data())
    let admin = AdminChat(office)
    try await admin.tap(.admin(.addNames(77), from: Trail(.menu)))
    #expect(admin.toast == "Этот список я уже забыл. Пришлите его ещё раз.")
    let stranger = AdminChat(office, TestOffice.anna)
    try await stranger.tap(.admin(.addNames(1), from: Trail(.menu)))
    #expect(stranger.toast == "Это может только администратор.")
    #expect(office.office.employees.count == 4)
  }

  @Test("a list that is all there already is not asked about")
  func knownGuesses() async throws {
    let admin = AdminChat(try guessing(Data()))
    try await admin.go("Управление", "Сотрудники", "Добавить")
    try await admin.type("Смирнова, Анна")
    #expect(admin.caption.hasPrefix("<b>Добавлено: 0</b>\nУже были в списке: 1 — Смирнова Анна"))
  }

  @Test("registrations are accepted and refused; of two admins the second sees that it is done")
  func requests() async throws {
    let office = try TestOffice(registration: .approval)
    for (account, employee, typed) in [
      (900, 3, "елкин"), (902, 4, "еремеев"), (901, 3, "елкин"), (903, 1, "смирнова"),
    ]
      as [(Int64, Int64, String)]
    {
      let asking = AccountID(rawValue: account)
      let profile = account == 901 ? AccountProfile(id: asking, name: "Пётр <Е>", username: "petr") : nil
      _ = try await office.state.perform(
        .requestRegistration(as: Employee.ID(rawValue: employee), typing: typed, profile: profile),
        by: .person(asking))
    }
    let (first, second) = (AdminChat(office), AdminChat(office, firstRequest: 5_000))
    for admin in [first, second] { try await admin.go("Управление", "Заявки · 4") }
    try expect(
      first.screen,
      shows: """
        (СПБ: Заявки)
        <b>Заявки</b>
        1. <b>Ёлкин Пётр</b> — 24.11 10:00
        id <a href="tg://user?id=900">900</a>
        Ещё заявок на это имя: 1
        2. <b>Ёлкин Пётр</b> — 24.11 10:00
        Пётр &lt;Е&gt;, @petr, id <a href="tg://user?id=901">901</a>
        Ещё заявок на это имя: 1
        3. <b>Еремеев Павел</b> — 24.11 10:00
        id <a href="tg://user?id=902">902</a>
        4. <b>Смирнова Анна</b> — 24.11 10:00
        id <a href="tg://user?id=903">903</a>
        Имя уже привязано: id <a href="tg://user?id=101">101</a>
        [+1. Принять] [!1. Отклонить]
        [+2. Принять] [!2. Отклонить]
        [+3. Принять] [!3. Отклонить]
        [+4. Принять] [!4. Отклонить]
        [‹ Назад] [Меню]
        """)
    try await first.tap("2. Принять")
    #expect(first.toast == "Принято: Ёлкин Пётр.")
    #expect(office.employee(3)?.account == AccountID(rawValue: 901))
    try await second.tap("1. Принять")
    #expect(second.toast == "Уже обработано: этой заявки больше нет.")
    #expect(second.screen.buttons.map(\.label).contains("1. Отклонить"))
    try await second.tap("1. Отклонить")
    #expect(second.toast == "Отклонено: Еремеев Павел.")
    try await second.tap("1. Принять")
    #expect(office.employee(1)?.account == AccountID(rawValue: 903))
    #expect(second.caption.contains("Никто не ждёт."))
    // The card tells who that is.
    try await first.go("Управление", "Сотрудники", "● Ёлкин Пётр")
    #expect(first.caption.contains("Telegram привязан: Пётр &lt;Е&gt;, @petr, id <a"))
  }
}
