import Foundation
import Sandbox
import Testing

@Suite("What an admin does", .timeLimit(.minutes(30)))
struct AdminTests {
  @Test("An admin who is no employee adds 500 people by a document, and one of them registers")
  func addingPeople() async throws {
    try await BotUnderTest.journey { bot in
      let admin = try await bot.managing()
      try await admin.taps("Сотрудники", sees: "4 имени")
      try await admin.taps("Добавить", sees: "Кого добавить?")
      let lines = ["ФИО;Отдел"] + (1...500).map { "Новый Сотрудник\($0);отдел" } + ["я;"]
      let bytes = try #require(lines.joined(separator: "\r\n").data(using: .windowsCP1251))
      try await admin.send(document: bytes, name: "staff.csv")
      let report = try await admin.sees("Добавлено: 500")
      #expect(report.text.contains("Не принято строк: 1"))
      #expect(report.text.contains("строка 502: «я»"))
      // The journal has them all from one transaction: at one moment.
      #expect(try bot.stored().journal["employee added"] == 504)

      try await admin.writes("Новикова Дарья\nСмирнова Анна Сергеевна", sees: "Уже были в списке: 1")
      let newcomer = await bot.newcomer("Дарья")
      try await newcomer.pressStart()
      try await newcomer.sees("Выберите своё имя")
      try await newcomer.writes("дарья", sees: "По запросу")
      try await newcomer.taps("Новикова Дарья", sees: "Это вы?")
      try await newcomer.taps("Да, это я", sees: "вы зарегистрированы")
    }
  }

  @Test("Tables as Excel writes them are read, and one that had to be guessed at is asked about, over a kill")
  func tables() async throws {
    try await BotUnderTest.journey { bot in
      let admin = try await bot.managing()
      try await admin.taps("Сотрудники", sees: "4 имени")
      try await admin.taps("Добавить", sees: "Кого добавить?")
      let unicode = try #require(
        "Фамилия\tИмя\tОтчество\r\nЛарина\tОльга\tПавловна\r\n".data(using: .utf16LittleEndian))
      try await admin.send(document: Data([0xFF, 0xFE]) + unicode, name: "unicode.txt")
      try await admin.sees("Добавлено: 1")
      let report = """
        sep=;\r
        Список сотрудников на 01.12.2026;;\r
        Таб. №;Ф.И.О.;Должность\r
        00123;Котов Кот Котович;"ведущий\r
        инженер"\r
        00124;Лисин Лис Лисович;\r
        ;;;\r
        Итого: 2;;\r

        """
      let windows = try #require(report.data(using: .windowsCP1251))
      try await admin.send(document: windows, name: "отчёт.csv")
      try await admin.sees("Добавлено: 2")
      try await admin.send(document: Data("PK\u{3}\u{4} xl/workbook.xml".utf8), name: "отчёт.xlsx")
      try await admin.sees("Сохраните её как CSV")

      try await admin.send(document: Data("Лосева, Анна\r\nЗайцев, Егор\r\n".utf8), name: "names.txt")
      let question = try await admin.sees("Добавить 2 имени?")
      #expect(question.text.contains("1. Лосева Анна\n2. Зайцев Егор"))
      #expect(try bot.stored().journal["employee added"] == 4 + 3)
      try await bot.kill()
      try await bot.start()
      try await admin.taps("Да, добавить 2", sees: "Добавлено: 2")
      #expect(try bot.stored().journal["employee added"] == 4 + 3 + 2)
    }
  }

  @Test("Of two admins who delete one booking the second is told; its owner is told why")
  func deleting() async throws {
    try await BotUnderTest.journey(in: OfficeSetup(admins: [OfficeSetup.admin, 100_200_301])) { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(4)
      let (first, second) = (try await bot.managing(), try await bot.managing(100_200_301, "Второй"))
      for admin in [first, second] {
        try await admin.taps("Брони", sees: "сколько броней")
        try await admin.taps("\(day.onButton) · 1", sees: "Брони: ")
        try await admin.taps("4 · Смирнова Анна Сергеевна", sees: "место 4")
        try await admin.taps("Удалить бронь", sees: "Удалить бронь:")
      }
      try await first.taps("Указать причину", sees: "Напишите причину")
      try await first.writes("Ремонт у окна", sees: "причине: «Ремонт у окна»")
      try await first.taps("Да, удалить", sees: "Удалено: Смирнова Анна Сергеевна")
      let answer = try await second.tap("Да, удалить")
      #expect(answer.text == "Уже обработано: этой брони больше нет.")
      #expect(try await anna.bookings() == [])
    }
  }

  @Test("A day is closed with all its bookings, and opened; a seat is closed and opened")
  func closing() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(4, onDay: 1)
      let admin = try await bot.managing()
      try await admin.taps("Брони", sees: "сколько броней")
      try await admin.taps("\(day.onButton) · 1", sees: "Брони: ")
      let question = try await admin.taps("Закрыть день", sees: "Закрыть ")
      #expect(question.text.contains("Отменится 1 бронь, о ней узнает 1 человек."))
      try await admin.taps("Да, закрыть", sees: "закрыт, отменено: 1 бронь")
      #expect(try bot.stored().bookings.isEmpty)
      try await admin.taps("Открыть день", sees: "открыт.")

      try await admin.taps("Меню", sees: "Выберите своё имя")
      try await admin.taps("Управление", sees: "Сотрудников:")
      try await admin.taps("Места", sees: "Мест: 12")
      try await admin.taps("7", sees: "Место открыто.")
      try await admin.taps("Закрыть место", sees: "Напишите причину")
      try await admin.writes("Сломан стул", sees: "До какого дня")
      try await admin.taps("Пока не открою", sees: "Броней в эти дни нет.")
      try await admin.taps("Да, закрыть", sees: "Причина: Сломан стул.")
      try await anna.opensDay()
      #expect(try await anna.chat.last?.labels.joined().contains("7") == false)
      try await admin.taps("Открыть место", sees: "Место 7 открыто.")
    }
  }

  @Test("The journal, the errors and the statistics are read and downloaded")
  func records() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.books(4)
      let admin = try await bot.managing()
      try await admin.taps("Журнал", sees: "Смирнова Анна Сергеевна: бронь на")
      try await admin.taps("Вид", sees: "Какие записи")
      try await admin.taps("Сотрудники", sees: "Смирнова Анна Сергеевна: регистрация")
      try await admin.tap("Скачать")
      let journal = try await admin.document()
      #expect(journal.hasPrefix("\u{FEFF}Время;Кто;"))
      #expect(journal.contains(";Смирнова Анна Сергеевна: регистрация;регистрация;"))
      #expect(!journal.contains(";бронь;"))
      try await admin.writes("/admin", sees: "Сотрудников:")
      try await admin.taps("Ошибки", sees: "Ошибок нет.")
      try await admin.writes("/admin", sees: "Сотрудников:")
      try await admin.taps("Статистика", sees: "Статистика: ")
      try await admin.tap("Скачать")
      #expect(try await admin.document().hasPrefix("\u{FEFF}День;"))
    }
  }

  @Test("Taken off the list, an admin can do nothing from the SIGHUP on, and the attempt is in the journal")
  func reload() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(4)
      let admin = try await bot.managing()
      try await admin.taps("Брони", sees: "сколько броней")
      try await admin.taps("\(day.onButton) · 1", sees: "Брони: ")
      try await admin.taps("Закрыть день", sees: "Отменится")

      var setup = bot.setup
      setup.admins = [100_200_301]
      setup.seats = 13
      try bot.folder.write(setup.configuration(apiURL: try await bot.sandbox.url), to: "config/office.yaml")
      try bot.signal(SIGHUP)
      try await bot.waits(for: "the list to be read again") {
        bot.folder.outputText.contains("the configuration was read again")
      }
      let answer = try await admin.tap("Да, закрыть")
      #expect(answer.text == "Это может только администратор.")
      #expect(try bot.stored().bookings.count == 1)
      #expect(try bot.stored().journal["administration refused"] == 1)

      let other = try await bot.managing(100_200_301, "Второй")
      try await other.taps("Журнал", sees: "Попытка управлять без прав")
      // A file with mistakes changes nothing.
      try bot.folder.write("admins: [", to: "config/office.yaml")
      try bot.signal(SIGHUP)
      try await bot.waits(for: "the mistake to be told") {
        bot.folder.outputText.contains("the configuration cannot be read again")
      }
      try await other.writes("/admin", sees: "Сотрудников:")
    }
  }
}

extension BotUnderTest {
  /// Somebody who may administer and sees «Управление».
  func managing(_ id: Int64 = OfficeSetup.admin, _ firstName: String = "Админ") async throws -> Person {
    let person = await sandbox.person(firstName, id: id)
    try await person.pressStart()
    try await person.sees("Выберите своё имя")
    try await person.taps("Управление", sees: "Сотрудников:")
    return person
  }

  func stored() throws -> StoredOffice { try StoredOffice(in: folder.root.appending(path: "data")) }
}

extension Person {
  /// The text of the document that the bot has sent last, when it has come.
  fileprivate func document() async throws -> String {
    let view = try await waits(for: "a document") { view in
      if case .document? = view.last?.content { true } else { false }
    }
    return String(decoding: try #require(view.last?.file).bytes, as: UTF8.self)
  }
}
