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
    #expect(admin.caption.contains("10:08</b>"))
    #expect(!admin.caption.contains("10:09</b>"))
    try await admin.tap("Старее ›")
    #expect(admin.caption.contains("10:02</b>"))
    try await admin.tap("Старее ›")
    #expect(admin.caption.contains("10:02</b>"), "there is nothing older")
    try await admin.tap("‹ Новее")
    try await admin.tap("‹ Новее")
    #expect(admin.caption == pages)
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
    #expect(asked.value == JournalQuery(filter, .before(15)))
    try await admin.tap("Сбросить фильтры")
    #expect(asked.value == JournalQuery())
    try await admin.tap("День")
    try await admin.type("2026-10-01")
    #expect(asked.value == JournalQuery(day: Day(iso: "2026-10-01")))
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
        "2026-11-24 10:02;бот;\"'=HYPERLINK(\"\"x\"\");1: имя добавлено в список\";employee added;\"'=HYPERLINK(\"\"x\"\");1\";;;;;",
        "2026-11-24 10:01;Смирнова Анна;Смирнова Анна: бронь на ср 25 ноября, место 2;booked;Смирнова Анна;2026-11-25;2;;;",
        "",
      ])
  }

  @Test("errors are grouped with count, first, last and an example, and come as a document")
  func errors() async throws {
    let groups = (1...5).map { number in
      ErrorGroup(
        kind: "error \(number) <x>", place: "A.swift:\(number)", count: number,
        first: Date(timeIntervalSince1970: 1_795_503_600), last: Date(timeIntervalSince1970: 1_795_507_200),
        example: "error=\(String(repeating: "y", count: 1_000))")
    }
    let admin = AdminChat(try office(errors: groups))
    try await admin.go("Управление", "Ошибки")
    #expect(admin.caption.contains("<b>error 2 &lt;x&gt;</b>\n2 раза: 24.11 10:00 — 24.11 11:00\nerror=yyy"))
    #expect(admin.screen.buttons.map(\.label).contains("1/2"))
    try await admin.tap("Скачать")
    #expect(
      String(decoding: try #require(admin.document).bytes, as: UTF8.self).contains(
        "error 5 <x>;A.swift:5;5;2026-11-24 10:00;"))
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
        Посещений по сегодня: 0.
        Снято без ответа: 3, отказов «Не приду»: 2.
        [‹] [ноябрь 2026] [›]
        [Скачать]
        [‹ Назад] [Меню]
        """)
    try await admin.tap("Скачать")
    let document = try #require(admin.document)
    #expect(document.name == "statistics-2026-11.csv")
    let text = String(decoding: document.bytes, as: UTF8.self)
    #expect(text.contains("2026-11-25;ср;2;2;4;\r\n"))
    #expect(text.hasSuffix("Снято без ответа;;3\r\nОтказы «Не приду»;;2\r\n"))
    try await admin.tap("›")
    #expect(admin.caption.contains("декабрь 2026"))
    try await admin.tap("›")
    #expect(admin.caption.contains("декабрь 2026"), "the booking window ends there")
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
      office.office, month: Month(of: day), today: TestOffice.today, released: 0, declined: 0)
    #expect(month.days.count == 30)
    #expect(month.days[22].presence == 3)
    // Of the Mondays so far only one was open: two seats of four. The next one has not begun.
    #expect(month.usedPercent == [50, 0, 0, 0, 0, 0, 0])
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
