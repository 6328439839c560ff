import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Screens of those who are not let in at once")
struct NewcomerScreenTests {
  private func find(_ typed: String, in office: TestOffice) -> Screen {
    office.screen(.names(page: 0), for: TestOffice.stranger, entry: .name(typed: typed))
  }

  @Test("where admins approve, nobody's name is shown before one has typed three letters of it")
  func empty() throws {
    let office = try TestOffice(registration: .approval)
    try expect(
      office.screen(.menu, for: TestOffice.stranger),
      shows: """
        (СПБ: Добро пожаловать)
        Здравствуйте! Здесь бронируют места в офисе «СПБ».
        <b>Напишите своё имя</b> — хотя бы 3 буквы; короткое имя — целиком.
        ⌨ имя «»
        """)
    for typed in ["е", "ел", "е п", "12345", "ел 1"] {
      try expect(
        find(typed, in: office),
        shows: """
          (СПБ: Добро пожаловать)
          «\(typed)» — слишком коротко: напишите хотя бы 3 буквы своего имени, а короткое — целиком.
          ⌨ имя «\(typed)»
          """)
    }
  }

  @Test(
    "three letters find a name, taken or not: case, ё and the keyboard's layout do not matter",
    arguments: [
      ("ЕЛК", ["Ёлкин Пётр"]), ("ёлкин п", ["Ёлкин Пётр"]), ("tkrby", ["Ёлкин Пётр"]),
      ("павел", ["Еремеев Павел"]), ("смирнова", ["Смирнова Анна"]), ("ел пе", ["Ёлкин Пётр"]),
      ("<b>ооо", []),
    ])
  func found(typed: String, found: [String]) throws {
    let screen = find(typed, in: try TestOffice(registration: .approval))
    try screen.expectSound()
    #expect(screen.buttons.map(\.label) == found)
  }

  @Test("at most five names are offered, and more letters asked for")
  func manyFound() throws {
    let office = try TestOffice(
      names: ["А", "Б"].map { $0 + "нна" } + (1...7).map { "Иванов \($0)" }, bookings: [],
      registration: .approval)
    try expect(
      find("иван", in: office),
      shows: """
        (СПБ: Добро пожаловать)
        По запросу «иван» — 7 имён, показаны первые 5. Выберите своё или напишите больше букв.
        [Иванов 1]
        [Иванов 2]
        [Иванов 3]
        [Иванов 4]
        [Иванов 5]
        ⌨ имя «иван»
        """)
    try expect(
      find("иванов 6", in: office),
      shows: """
        (СПБ: Добро пожаловать)
        По запросу «иванов 6» — 1 имя. Выберите своё или напишите иначе.
        [Иванов 6]
        ⌨ имя «иванов 6»
        """)
  }

  @Test("«Это вы?» says that an admin decides; to an admin it does not")
  func question() throws {
    let office = try TestOffice(registration: .approval)
    let place = Place.name(Employee.ID(rawValue: 3))
    try expect(
      office.screen(place, for: TestOffice.stranger, entry: .name(typed: "елк")),
      shows: """
        (СПБ: Это вы?)
        <b>Ёлкин Пётр</b>
        Это вы? Администратор получит заявку, и когда он её примет, имя закрепится за вашим аккаунтом Telegram.
        [+Да, это я]
        [‹ Назад]
        ⌨ имя «елк»
        """)
    let taken = office.screen(
      .name(Employee.ID(rawValue: 1)), for: TestOffice.stranger, entry: .name(typed: "смирнова"))
    try expect(
      taken,
      shows: """
        (СПБ: Это вы?)
        <b>Смирнова Анна</b>
        Это вы? Администратор получит заявку, и когда он её примет, имя закрепится за вашим аккаунтом Telegram.
        [+Да, это я]
        [‹ Назад]
        ⌨ имя «смирнова»
        """)
    let admins = office.screen(place, for: TestOffice.admin, entry: .name(typed: "елк"))
    #expect(admins.caption.html.hasSuffix("Это вы? Имя закрепится за вашим аккаунтом Telegram."))
  }

  @Test("whoever has asked sees for which name, since when, and how to choose another one")
  func waiting() async throws {
    let office = try TestOffice(registration: .approval)
    _ = try await office.state.perform(
      .requestRegistration(as: Employee.ID(rawValue: 3), typing: "елкин"), by: .person(TestOffice.stranger))
    let waiting = office.screen(.menu, for: TestOffice.stranger)
    try expect(
      waiting,
      shows: """
        (СПБ: Заявка отправлена)
        <b>Ёлкин Пётр</b>
        Заявка отправлена вт 24 ноября в 10:00 и ждёт администратора.
        Когда её примут, здесь появится меню.
        [Обновить]
        [Выбрать другое имя]
        """)
    let other = await office.reply(
      to: try waiting.button("Выбрать другое имя"), from: office.asking(TestOffice.stranger))
    try expect(
      other.screen,
      shows: """
        (СПБ: Добро пожаловать)
        Здравствуйте! Здесь бронируют места в офисе «СПБ».
        <b>Напишите своё имя</b> — хотя бы 3 буквы; короткое имя — целиком.
        [‹ К заявке]
        ⌨ имя «»
        """)
    let back = await office.reply(
      to: try #require(other.screen).button("‹ К заявке"), from: office.asking(TestOffice.stranger))
    #expect(back.screen == waiting)
  }

  @Test("who is not in the group, or came without the link, sees that and what to do")
  func obstacles() throws {
    let group = try TestOffice(registration: .group)
    let invite = try TestOffice(registration: .invite)
    func screen(_ office: TestOffice, _ evidence: Evidence) -> Screen {
      office.screen(
        at: Trail(.menu), for: office.asking(TestOffice.stranger, evidence: evidence))
    }
    try expect(
      screen(group, .proof(.none)),
      shows: """
        (СПБ: Добро пожаловать)
        Здесь бронируют места в офисе «СПБ» те, кто состоит в группе компании. Вас в ней пока нет.
        Вступите в группу и вернитесь сюда или обратитесь к администратору.
        [Проверить ещё раз]
        """)
    try expect(
      screen(group, .membershipUnknown),
      shows: """
        (СПБ: Добро пожаловать)
        Не получилось узнать у Telegram, состоите ли вы в группе компании. Попробуйте ещё раз чуть позже.
        [Проверить ещё раз]
        """)
    try expect(
      screen(group, .botOutsideGroup),
      shows: """
        (СПБ: Добро пожаловать)
        Здесь бронируют места в офисе «СПБ» те, кто состоит в группе компании. Сейчас меня самого в ней нет, поэтому проверить это я не могу.
        Администраторы об этом знают. Попробуйте позже.
        [Проверить ещё раз]
        """)
    try expect(
      screen(invite, .proof(.none)),
      shows: """
        (СПБ: Добро пожаловать)
        Здесь бронируют места в офисе «СПБ» те, кто пришёл по ссылке-приглашению.
        Попросите её у администратора и откройте: она приведёт обратно сюда.
        [Проверить ещё раз]
        """)
    try expect(
      screen(invite, .wrongLink),
      shows: """
        (СПБ: Добро пожаловать)
        Эта ссылка больше не действует. Попросите у администратора новую и откройте её.
        [Проверить ещё раз]
        """)
  }
}
