import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Screens of registration")
struct RegistrationScreenTests {
  private func names(
    _ office: TestOffice, page: Int = 0, typed: String = "", for account: AccountID = TestOffice.stranger
  ) -> Screen {
    office.screen(.names(page: page), for: account, entry: .name(typed: typed))
  }

  @Test("whoever is new chooses from the names nobody has taken, in alphabetical order")
  func list() throws {
    try expect(
      names(TestOffice()),
      shows: """
        (СПБ: Добро пожаловать)
        Здравствуйте! Здесь бронируют места в офисе «СПБ».
        <b>Выберите своё имя</b> — или напишите его часть, и список станет короче.
        [Ёлкин Пётр]
        [Еремеев Павел]
        ⌨ имя «»
        """)
  }

  @Test("eight names make a page")
  func pages() throws {
    let office = try TestOffice(names: ["Анна", "Борис"] + (10...29).map { "Человек \($0)" }, bookings: [])
    try expect(
      names(office, page: 1),
      shows: """
        (СПБ: Добро пожаловать)
        Здравствуйте! Здесь бронируют места в офисе «СПБ».
        <b>Выберите своё имя</b> — или напишите его часть, и список станет короче.
        [Человек 18]
        [Человек 19]
        [Человек 20]
        [Человек 21]
        [Человек 22]
        [Человек 23]
        [Человек 24]
        [Человек 25]
        [‹] [2/3] [›]
        ⌨ имя «»
        """)
    let pages = [0, 1, 2, 100_000].map { page in
      let screen = names(office, page: page)
      return screen.buttons.filter { ["‹", "›"].contains($0.label) }.map(\.button)
    }
    func page(_ number: Int) -> Button { .open(Trail(.names(page: number))) }
    #expect(pages == [[page(1)], [page(0), page(2)], [page(1)], [page(1)]])
  }

  @Test(
    "typing part of one's name narrows the list: case, ё and the order of words do not matter",
    arguments: [
      ("елкин", ["Ёлкин Пётр"]), ("ЁЛК", ["Ёлкин Пётр"]), ("Петр", ["Ёлкин Пётр"]),
      ("  пётр   ел ", ["Ёлкин Пётр"]),
      ("п е", ["Ёлкин Пётр", "Еремеев Павел"]), ("е\u{308}лкин", ["Ёлкин Пётр"]), ("смирнова", []),
      ("<b>", []), ("Ёлкин Павел", []),
    ])
  func typing(typed: String, found: [String]) throws {
    let screen = try names(TestOffice(), typed: typed)
    try screen.expectSound()
    #expect(screen.buttons.map(\.label) == found + ["Все имена"])
  }

  @Test("what was typed is named, with how many names it fits")
  func typed() throws {
    try expect(
      names(TestOffice(), typed: "елк"),
      shows: """
        (СПБ: Добро пожаловать)
        По запросу «елк» — 1 имя. Выберите своё или напишите иначе.
        [Ёлкин Пётр]
        [Все имена]
        ⌨ имя «елк»
        """)
    try expect(
      names(TestOffice(), typed: "<я>"),
      shows: """
        (СПБ: Добро пожаловать)
        «&lt;я&gt;»: такого свободного имени нет. Напишите иначе или спросите администратора.
        [Все имена]
        ⌨ имя «<я>»
        """)
  }

  @Test("a name is asked about before it is taken")
  func question() throws {
    try expect(
      TestOffice().screen(
        .name(Employee.ID(rawValue: 3)), for: TestOffice.stranger, entry: .name(typed: "елк")),
      shows: """
        (СПБ: Это вы?)
        <b>Ёлкин Пётр</b>
        Это вы? Имя закрепится за вашим аккаунтом Telegram.
        [+Да, это я]
        [‹ Назад]
        ⌨ имя «елк»
        """)
  }

  @Test("a name taken or removed meanwhile is the list, with the reason")
  func gone() throws {
    let office = try TestOffice()
    for (id, reason) in [
      (1, "Это имя уже занято. Если оно ваше, скажите администратору."),
      (77, "Этого имени больше нет в списке. Выберите другое."),
    ] as [(Int64, String)] {
      let screen = office.screen(.name(Employee.ID(rawValue: id)), for: TestOffice.stranger)
      try screen.expectSound()
      #expect(screen.caption.html.hasPrefix(reason))
      #expect(screen.buttons.map(\.label) == ["Ёлкин Пётр", "Еремеев Павел"])
    }
  }

  @Test("an office without names is not ready, and tells an admin what to do")
  func notReady() throws {
    let office = try TestOffice(names: [], bookings: [])
    try expect(
      names(office),
      shows: """
        (СПБ: Добро пожаловать)
        Офис ещё не готов: список сотрудников пуст. Обратитесь к администратору и загляните позже.
        [Обновить]
        """)
    try expect(
      names(office, for: TestOffice.admin),
      shows: """
        (СПБ: Добро пожаловать)
        В офисе ещё нет ни одного имени. Есть два способа добавить людей:
        • «Управление» → «Сотрудники» → «Добавить»;
        • файл, который назван в конфигурации ключом <code>employees</code>, по одному ФИО в строке: впишите имена и запустите бота снова.
        [Обновить]
        [Управление]
        """)
    try expect(
      names(TestOffice(names: ["Смирнова Анна"], bookings: [])),
      shows: """
        (СПБ: Добро пожаловать)
        Все имена из списка уже заняты. Если среди них ваше, обратитесь к администратору.
        [Обновить]
        ⌨ имя «»
        """)
  }
}
