import FloorPlan
import Foundation
import Logs
import OfficeActor
import Persistence
import Synchronization
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("«Управление»: «Журнал», «Ошибки», «Статистика»")
struct AdminRecordsTests {
  /// An office whose journal and errors are these.
  private func office(
    journal lines: [JournalLine] = [], errors: [ErrorGroup] = [], counts: [JournalRecord.Kind: Int] = [:],
    dayCounts: [Day: DayCount] = [:],
    asked: @escaping @Sendable (JournalQuery) -> Void = { _ in }
  ) throws -> TestOffice {
    var records = AdminRecords.unexpected
    records.journal = { query, _, countMax in
      asked(query)
      let wanted = lines.filter { line in
        switch query.position {
        case .newest: true
        case .before(let id): line.id < id
        case .after(let id): line.id > id
        }
      }
      if case .after = query.position { return wanted.suffix(countMax) }
      return Array(wanted.prefix(countMax))
    }
    records.journalCount = { kind, _, _ in counts[kind] ?? 0 }
    records.dayCounts = { _ in dayCounts }
    records.errors = { errors }
    return try TestOffice(records: records)
  }

  private func line(_ id: Int64, _ record: JournalRecord, by actor: AccountID? = TestOffice.anna)
    -> JournalLine
  {
    JournalLine(
      id: id, at: Date(timeIntervalSince1970: 1_795_503_600 + Double(id) * 60), actor: actor, record: record)
  }

  private func booked(_ id: Int64) -> JournalLine {
    line(
      id,
      JournalRecord(
        .booked, employee: Employee.ID(rawValue: 1), employeeName: "Смирнова Анна", day: TestOffice.tomorrow,
        seat: Seat.ID("2")))
  }

  @Test("the journal tells events in plain sentences, the newest first, in pages")
  func journal() async throws {
    let lines = (1...14).reversed().map { booked(Int64($0)) }
    let admin = AdminChat(try office(journal: lines))
    try await admin.go("Управление", "Журнал")
    #expect(admin.caption.contains("10:14</b> Смирнова Анна: бронь на ср 25 ноября, место 2\n"))
    #expect(admin.caption.components(separatedBy: "Смирнова").count - 1 == JournalScreen.pageSize)
    let pages = admin.caption
    try await admin.tap("Старее ›")
    #expect(admin.caption.contains("10:04</b>"))
    #expect(!admin.caption.contains("10:05</b>"))
    #expect(admin.caption.contains("10:01</b>"))
    #expect(!admin.screen.buttons.map(\.label).contains("Старее ›"), "there is nothing older")
    try await admin.tap("‹ Новее")
    #expect(admin.caption == pages)
    #expect(!admin.screen.buttons.map(\.label).contains("‹ Новее"), "there is nothing newer")
  }

  @Test("the journal is filtered by employee, by day and by kind, and the filters are kept while leafing")
  func filters() async throws {
    let asked = LastQuery()
    let office = try office(journal: (1...20).reversed().map { booked(Int64($0)) }) { asked.note($0) }
    let admin = AdminChat(office)
    try await admin.go("Управление", "Журнал", "Сотрудник", "Смирнова Анна", "День", "ср 25", "Вид", "Брони")
    #expect(admin.caption.contains("Только: Смирнова Анна, ср 25 ноября, Брони"))
    let filter = JournalFilter(
      employee: Employee.ID(rawValue: 1), day: TestOffice.tomorrow, topic: .bookings)
    #expect(asked.value == JournalQuery(filter))
    try await admin.tap("Старее ›")
    #expect(asked.value == JournalQuery(filter, .before(11)))
    try await admin.tap("Сбросить фильтры")
    #expect(asked.value == JournalQuery())
    try await admin.tap("День")
    try await admin.type("1 октября")
    #expect(asked.value == JournalQuery(day: Day(iso: "2026-10-01")))
    try await admin.tap("Место")
    try await admin.type("99")
    #expect(admin.caption.hasPrefix("Места «99» нет."))
    try await admin.type("а-4")
    #expect(admin.caption.contains("Только: чт 1 октября, место A-4"))
    #expect(asked.value == JournalQuery(seat: Seat.ID("A-4"), day: Day(iso: "2026-10-01")))
    try await admin.tap("Место")
    try await admin.tap("Все места")
    #expect(asked.value == JournalQuery(day: Day(iso: "2026-10-01")))
  }

  @Test("ten entries fit, however long they are, and none is left out")
  func longest() async throws {
    let lines = (1...11).reversed().map { id in
      line(
        id,
        JournalRecord(
          .cancelled, employee: Employee.ID(rawValue: 1), employeeName: String(repeating: "Ж", count: 100),
          day: TestOffice.tomorrow, seat: Seat.ID("ЖЖЖЖЖЖЖЖЖЖЖЖ"), guest: String(repeating: "&", count: 60),
          detail: String(repeating: "ы", count: 200)))
    }
    let admin = AdminChat(try office(journal: lines))
    try await admin.go("Управление", "Журнал", "Сотрудник", "Смирнова Анна")
    #expect(admin.caption.components(separatedBy: "<b>24.11").count - 1 == JournalScreen.pageSize)
  }

  @Test("a closing of seats is a whole sentence, with its last day and its reason")
  func closings() throws {
    let scene = try TestOffice().steps.scene(for: TestOffice().asking(TestOffice.admin).viewer)
    func sentence(_ record: JournalRecord) -> String { JournalSentence(line(1, record), in: scene).text }
    func closed(_ from: String, _ through: String?, _ reason: Reason = "") throws -> String {
      let closure = SeatClosure(
        seat: Seat.ID("12"), from: try #require(Day(iso: from)), through: through.flatMap(Day.init(iso:)),
        reason: reason)
      return sentence(JournalRecord(.seatClosed(closure)))
    }
    #expect(
      try closed("2026-11-28", "2026-11-30", "ремонт: пол")
        == "Закрыто место 12 с сб 28 по пн 30 ноября: ремонт: пол")
    #expect(try closed("2026-11-28", "2026-12-01") == "Закрыто место 12 с сб 28 ноября по вт 1 декабря")
    #expect(try closed("2026-11-28", "2026-11-28") == "Закрыто место 12 на сб 28 ноября")
    #expect(
      try closed("2026-11-28", nil, "ремонт") == "Закрыто место 12 с сб 28 ноября, пока не откроют: ремонт")
    // As an earlier version wrote it.
    #expect(
      sentence(JournalRecord(.seatClosed, day: Day(iso: "2026-11-28"), seat: Seat.ID("12"), detail: "ремонт"))
        == "Закрыто место 12 с сб 28 ноября: ремонт")
  }

  @Test("every kind of event has a sentence and belongs to one topic")
  func kinds() throws {
    let office = try TestOffice()
    let scene = office.steps.scene(for: office.asking(TestOffice.admin).viewer)
    for kind in JournalRecord.Kind.allCases {
      let record = JournalRecord(
        kind, employee: Employee.ID(rawValue: 1), employeeName: "Смирнова Анна", day: TestOffice.today,
        seat: Seat.ID("1"), seatBefore: Seat.ID("2"), guest: "Пётр", detail: "7")
      for actor in [nil, TestOffice.anna, TestOffice.admin, TestOffice.stranger] {
        let sentence = JournalSentence(line(1, record, by: actor), in: scene).whole
        #expect(sentence.count > 8, "\(kind)")
        #expect(sentence.contains { ("а"..."я").contains($0) }, "\(kind)")
      }
      #expect(JournalTopic.allCases.count { $0.kinds.contains(kind) } == 1)
    }
    let details = [
      (nil, ""), ("", ""), ("in question", ", ответ «Не приду»"), ("ремонт", ", причина: ремонт"),
    ]
    for (detail, told) in details {
      let record = JournalRecord(
        .cancelled, employeeName: "Смирнова Анна", day: TestOffice.today, seat: Seat.ID("1"), detail: detail)
      let text = JournalSentence(line(1, record), in: scene)
      #expect(text.whole == "Смирнова Анна: отмена брони на вт 24 ноября, место 1\(told)")
    }
    let closed = JournalSentence(
      line(1, JournalRecord(.dayClosed, day: TestOffice.today), by: TestOffice.admin), in: scene)
    #expect(closed.whole == "День закрыт: вт 24 ноября (админ 999)")
  }

  @Test("the journal comes as a table that a spreadsheet opens with Cyrillic and without running names")
  func journalDocument() async throws {
    let evil = line(
      2,
      JournalRecord(
        .employeeAdded, employee: Employee.ID(rawValue: 1), employeeName: "=HYPERLINK(\"x\");1"), by: nil)
    let admin = AdminChat(try office(journal: [evil, booked(1)]))
    try await admin.go("Управление", "Журнал", "Скачать")
    let document = try #require(admin.document)
    #expect(document.name == "journal.csv")
    #expect(Array(document.bytes.prefix(3)) == [0xEF, 0xBB, 0xBF])
    let lines = String(decoding: document.bytes.dropFirst(3), as: UTF8.self).components(separatedBy: "\r\n")
    #expect(
      lines == [
        "Время;Кто;Что произошло;Вид;Сотрудник;День;Место;Прежнее место;Гость;Подробности",
        "2026-11-24 10:02;бот;\"'=HYPERLINK(\"\"x\"\");1: имя добавлено в список\";имя добавлено;\"'=HYPERLINK(\"\"x\"\");1\";;;;;",
        "2026-11-24 10:01;Смирнова Анна;Смирнова Анна: бронь на ср 25 ноября, место 2;бронь;Смирнова Анна;2026-11-25;2;;;",
        "",
      ])
  }

  @Test("errors are told in plain words, the technical text behind them, grouped, and come as a document")
  func errors() async throws {
    let groups = (1...5).map { number in
      ErrorGroup(
        kind: number == 2 ? "a screen was refused" : "error \(number) <x>", place: "A.swift:\(number)",
        count: number,
        first: Date(timeIntervalSince1970: 1_795_503_600), last: Date(timeIntervalSince1970: 1_795_507_200),
        example: "error=\(String(repeating: "y", count: 1_000))")
    }
    let admin = AdminChat(try office(errors: groups))
    try await admin.go("Управление", "Ошибки")
    #expect(
      admin.caption.contains(
        """
        <b>Telegram не принял сообщение</b>
        2 раза: 24.11 10:00 — 24.11 11:00
        <i>a screen was refused: error=yyy
        """))
    #expect(admin.caption.contains("<b>Внутренняя ошибка</b>\n1 раз: "))
    #expect(admin.screen.buttons.map(\.label).contains("1/2"))
    try await admin.tap("Скачать")
    #expect(
      String(decoding: try #require(admin.document).bytes, as: UTF8.self).contains(
        "Внутренняя ошибка;error 5 <x>;A.swift:5;5;2026-11-24 10:00;"))
    let calm = AdminChat(try office())
    try await calm.go("Управление", "Ошибки")
    #expect(calm.caption.contains("Ошибок нет."))
  }

  @Test("a month is a picture and a table, and one steps through the months there are")
  func statistics() async throws {
    let admin = AdminChat(try office(counts: [.released: 3, .cancelled: 2]))
    try await admin.go("Управление", "Статистика")
    try expect(
      admin.screen,
      shows: """
        (Статистика: ноябрь 2026)
        <b>Статистика: ноябрь 2026</b>
        Посещений с начала месяца: 0.
        Снято без ответа: 3, отказов «Не приду»: 2.
        Ближайшие дни, сколько людей: вт 24 — 0, ср 25 — 2, чт 26 — 1, пт 27 — 0, сб 28 — 0, вс 29 — 0, пн 30 — 0, \
        вт 1 — 0, ср 2 — 0, чт 3 — 0, пт 4 — 0, сб 5 — 0, вс 6 — 0, пн 7 — 0.
        [ноябрь 2026] [›]
        [Скачать]
        [‹ Назад] [Меню]
        """)
    try await admin.tap("Скачать")
    let document = try #require(admin.document)
    #expect(document.name == "statistics-2026-11.csv")
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(text.contains("2026-11-25;ср;2;2;4;\r\n"))
    #expect(
      text.contains(
        "Снято без ответа;;3\r\nОтказы «Не приду»;;2\r\nБлижайшие дни\r\n2026-11-24;вт;0;0;4;\r\n"))
    #expect(text.hasSuffix("2026-12-07;пн;0;0;4;\r\n"))
    try await admin.tap("›")
    #expect(admin.caption.contains("декабрь 2026"))
    #expect(admin.screen.rows[0].map(\.label) == ["‹", "декабрь 2026"], "the booking window ends there")
    #expect(!admin.caption.contains("Ближайшие дни"))
  }

  @Test(
    "statistics go back to the first entry of the journal, which counts where bookings are no longer kept")
  func firstDay() async throws {
    let day = try #require(Day(iso: "2026-09-15"))
    let first = JournalLine(
      id: 1, at: day.start(in: try #require(TimeZone(identifier: "Europe/Moscow"))), actor: nil,
      record: JournalRecord(.dayOpened, day: day))
    let admin = AdminChat(
      try office(journal: [booked(2), first], dayCounts: [day: DayCount(people: 7, seats: 4)]))
    try await admin.go("Управление", "Статистика", "‹", "‹")
    #expect(admin.screen.rows[0].map(\.label) == ["сентябрь 2026", "›"])
    #expect(admin.caption.contains("Посещений с начала месяца: 7."))
    try await admin.tap("Скачать")
    let text = String(decoding: try #require(admin.document).bytes, as: UTF8.self)
    #expect(text.contains("2026-09-15;вт;7;4;4;\r\n"))
  }

  @Test("a month counts guests, those without a seat, and open days that have begun")
  func month() throws {
    let day = TestOffice.today + -1
    let bookings = [
      TestOffice.booking(1, anna: true, "1", on: day), TestOffice.booking(2, anna: false, "2", on: day),
      Booking(
        id: Booking.ID(rawValue: 3), day: day, owner: Employee.ID(rawValue: 1), guest: GuestName("Пётр"),
        seat: nil, createdAt: .distantPast),
      TestOffice.booking(4, anna: true, "1", on: TestOffice.today + 6),
    ]
    let office = try TestOffice(bookings: bookings, closed: [day + -7, day + -14, day + -21])
    let month = MonthStatistics(
      office.office, month: Month(of: day), today: TestOffice.today,
      window: office.office.rules.bookingWindow(at: office.now), released: 0, declined: 0)
    #expect(month.days.count == 30)
    #expect(month.days[22].presence == 3)
    // Of the Mondays so far only one was open: two seats of four. The next one has not begun.
    #expect(month.usedPercent == [50, 0, 0, 0, 0, 0, 0])
    #expect(month.usedSeats.map(\.days) == [1, 1, 0, 0])
    #expect(month.picture(russian).days[22].weekday == 1)
  }

  @Test("a journal that cannot be read costs its screens, not «Управление»")
  func unreadable() async throws {
    struct Broken: Error {}
    var records = AdminRecords.unexpected
    records.journal = { _, _, _ in throw Broken() }
    records.journalCount = { _, _, _ in throw Broken() }
    let admin = AdminChat(try TestOffice(records: records))
    for label in ["Журнал", "Статистика"] {
      try await admin.go("Управление", label)
      #expect(admin.caption.hasPrefix("Журнал не читается."))
      #expect(admin.screen.buttons.map(\.label).contains("Брони"))
    }
  }
}

/// What the journal was asked last.
private final class LastQuery: Sendable {
  private let query = Mutex<JournalQuery?>(nil)
  var value: JournalQuery? { query.withLock { $0 } }
  func note(_ query: JournalQuery) { self.query.withLock { $0 = query } }
}
