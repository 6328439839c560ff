import FloorPlan
import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Who is in the office")
struct PeopleScreenTests {
  private let tomorrow = TestOffice.tomorrow

  @Test("is told by seat, on the picture with short names, and days can be stepped through")
  func people() throws {
    let screen = try TestOffice().screen(.people(tomorrow))
    try expect(
      screen,
      shows: """
        (ср 25 ноября | 2 человека | free 3,A-4; taken 1; own 2)
        <b>Кто в офисе: ср 25 ноября</b>
        2 человека.
        1 — Орлов Б.
        2 — Смирнова А.
        [‹] [ср 25] [›]
        [Найти коллегу]
        [‹ Назад] [Меню]
        """)
    guard case .floor(let floor) = screen.picture else {
      Issue.record("not a floor")
      return
    }
    #expect(floor.seats.map(\.label) == ["Орлов Б.", "Смирнова А.", nil, nil])
  }

  @Test("is told of those without a seat, with their place in the queue, and of guests, with their hosts")
  func everybody() throws {
    let bookings =
      TestOffice.full + [
        TestOffice.booking(5, of: 4, nil), TestOffice.booking(6, of: 1, nil, guest: "<i>Оля"),
        TestOffice.booking(7, of: 1, nil),
      ]
    let office = try TestOffice(bookings: bookings, closures: [TestOffice.closure])
    let screen = office.screen(.people(tomorrow))
    try expect(
      screen,
      shows: """
        (ср 25 ноября | 6 человек | taken 1,2,3; closed A-4)
        <b>Кто в офисе: ср 25 ноября</b>
        6 человек.
        1 — Орлов Б.
        3 — Ёлкин П.
        <b>Без места</b>
        Еремеев П., 1-й в очереди
        Смирнова А., 3-й в очереди
        <b>Гости</b>
        2 — Ваня, принимает Орлов Б.
        2-й в очереди — &lt;i&gt;Оля, принимает Смирнова А.
        [‹] [ср 25] [›]
        [Найти коллегу]
        [‹ Назад] [Меню]
        """)
    guard case .floor(let floor) = screen.picture else {
      Issue.record("not a floor")
      return
    }
    #expect(floor.seats.map(\.label) == ["Орлов Б.", "Ваня", "Ёлкин П.", nil])
    #expect(
      office.screen(.colleague(Employee.ID(rawValue: 1))).caption.plain == """
        Смирнова Анна
        ср 25 ноября, без места, 3-й в очереди
        ср 25 ноября, без места, 2-й в очереди, гость: <i>Оля
        """)
  }

  @Test("is shown for days of the booking window only, and its ends are ends")
  func ends() throws {
    let office = try TestOffice()
    let first = office.screen(.people(TestOffice.today + -5))
    #expect(first == office.screen(.people(TestOffice.today)))
    let last = office.screen(.people(TestOffice.today + 50))
    #expect(last == office.screen(.people(TestOffice.today + 13)))
    // An end has no button that leads nowhere.
    #expect(first.rows[0].map(\.label) == ["вт 24", "›"])
    #expect(last.rows[0].map(\.label) == ["‹", "пн 7"])
    // Stepping leaves no steps on the way back.
    #expect(last.rows[0][0].button == .open(Trail(.menu).to(.people(TestOffice.today + 12))))
  }

  @Test("says so when nobody is")
  func nobody() throws {
    try expect(
      TestOffice(bookings: []).screen(.people(tomorrow)),
      shows: """
        (ср 25 ноября | Пока никого | free 1,2,3,A-4)
        <b>Кто в офисе: ср 25 ноября</b>
        Пока никого.
        [‹] [ср 25] [›]
        [Найти коллегу]
        [‹ Назад] [Меню]
        """)
  }

  @Test(
    "finds a colleague by part of the name, in any case, with е for ё, with the Latin keyboard left on",
    arguments: [
      ("орл", ["Орлов Борис"]), ("БОРИС", ["Орлов Борис"]), ("елкин", ["Ёлкин Пётр"]),
      ("петр", ["Ёлкин Пётр"]),
      ("jhkjd", ["Орлов Борис"]), ("`krby", ["Ёлкин Пётр"]), ("павел ер", ["Еремеев Павел"]),
      ("е", ["Ёлкин Пётр", "Еремеев Павел"]), ("иванов", []), ("xyz", []),
    ] as [(String, [String])])
  func search(typed: String, names: [String]) async throws {
    let office = try TestOffice()
    let search = Trail(.menu).to(.search)
    let reply = await office.reply(
      toText: typed, from: office.asking(TestOffice.anna, entry: .colleague(typed: "", from: search)))
    let screen = try #require(reply.screen)
    #expect(screen.rows.dropLast().map { $0.map(\.label).joined() } == names)
    #expect(screen.awaits == .colleague(typed: typed, from: search))
  }

  @Test("asks for more letters when too many names fit")
  func many() throws {
    let names = ["Смирнова Анна", "Орлов Борис"] + (1...20).map { "Иванов Иван \($0)" }
    let screen = try TestOffice(names: names).screen(
      .search, entry: .colleague(typed: "иванов", from: Trail(.menu).to(.search)))
    #expect(
      screen.caption.html == "По запросу «иванов» — 20 человек, показаны первые 8. Напишите больше букв.")
    #expect(screen.rows.count == 9)
  }

  @Test("shows a colleague's bookings, and goes back to what was searched for")
  func colleague() async throws {
    let office = try TestOffice()
    let search = Trail(.menu).to(.search)
    let entry = TextEntry.colleague(typed: "орл", from: search)
    let trail = search.to(.colleague(Employee.ID(rawValue: 2)))
    let screen = office.screen(at: trail, for: office.asking(TestOffice.anna, entry: entry))
    try expect(
      screen,
      shows: """
        (СПБ: Найти коллегу)
        <b>Орлов Борис</b>
        ср 25 ноября, место 1 (Окно)
        чт 26 ноября, место 3 (Окно)
        [‹ Назад] [Меню]
        ⌨ коллега «орл»
        """)
    let back = office.screen(at: trail.back, for: office.asking(TestOffice.anna, entry: screen.awaits))
    #expect(back.rows.first?.first?.label == "Орлов Борис")
    // Another name can be typed right there.
    let reply = await office.reply(
      toText: "ёлкин", from: office.asking(TestOffice.anna, entry: screen.awaits))
    #expect(reply.screen?.rows.first?.first?.label == "Ёлкин Пётр")
  }

  @Test("goes back to the search when the colleague is no more")
  func gone() throws {
    try expect(
      TestOffice().screen(.colleague(Employee.ID(rawValue: 77))),
      shows: """
        (СПБ: Найти коллегу)
        Этого имени больше нет в списке.
        Кого найти? Напишите часть имени.
        [‹ Назад] [Меню]
        ⌨ коллега «»
        """)
  }

  @Test(
    "shortens names to what fits on a seat",
    arguments: [
      ("Смирнова Анна Сергеевна", "Смирнова А."), ("Мадонна", "Мадонна"), ("де ла Крус", "де л."),
    ])
  func short(name: String, short: String) throws {
    #expect(try #require(EmployeeName(name)).short == short)
  }
}
