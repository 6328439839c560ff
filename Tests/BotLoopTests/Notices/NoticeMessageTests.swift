import Foundation
import Logs
import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("What a notice says")
struct NoticeMessageTests {
  private let wednesday = NoticeOffice.wednesday
  private let admin = Notice.Recipient.account(TestOffice.admin)

  private func guest(_ name: String) throws -> Presence { .guest(try #require(GuestName(name))) }

  /// One seat; Boris has it tomorrow, Anna waits for it.
  private func queue() throws -> NoticeOffice {
    var day = try NoticeOffice(seats: ["12"])
    try day.book("12", by: TestOffice.boris)
    try day.book(nil)
    return day
  }

  @Test("an offer names the seat, the day and until when it is held, counted from its delivery")
  func offer() throws {
    var day = try queue()
    try day.perform(.cancel(Booking.ID(rawValue: 1)), by: TestOffice.boris)
    try expect(
      day.newest(at: "15:10"),
      reads: """
        ср 25 ноября: освободилось место <b>12</b> (Окно).
        Ответьте до 15:40: потом место предложу следующему в очереди. Откажетесь — на этот день больше не предложу.
        [+Занять место 12]
        [Спасибо, не нужно]
        """)
    // Quiet hours do not count.
    #expect(try day.newest(at: "21:50")?.text.plain.contains("Ответьте до 08:20 ср 25 ноября:") == true)
    #expect(try day.newest(at: "03:00", on: wednesday)?.text.plain.contains("до 08:10:") == true)
  }

  @Test("an offer for a guest says for whom; one that is gone says nothing")
  func guestOffer() throws {
    var day = try NoticeOffice(seats: ["12"])
    try day.book("12", by: TestOffice.boris)
    try day.book(nil, for: guest("<Иван>"))
    try day.perform(.cancel(Booking.ID(rawValue: 1)), by: TestOffice.boris)
    let text = try #require(try day.newest(at: "15:10")).text.html
    #expect(text.hasPrefix("ср 25 ноября: освободилось место <b>12</b> (Окно) для гостя: &lt;Иван&gt;.\n"))
    #expect(try day.message(.offer(Offer.ID(rawValue: 77))) == nil)
  }

  @Test("the question about tomorrow lists one's own seat and the guests', each with its way to say no")
  func question() throws {
    var day = try NoticeOffice()
    try day.book("12")
    try day.book("14", for: guest("Иван & Ко"))
    try day.perform(.askAttendance(on: NoticeOffice.tuesday), at: "12:00")
    try expect(
      day.newest(at: "12:00"),
      reads: """
        Придёте завтра, <b>ср 25 ноября</b>?
        • место <b>12</b>
        • место <b>14</b>, гость: Иван &amp; Ко
        Ответьте до 19:00, иначе места достанутся другим.
        [+Приду] [!Не приду]
        [!Отменить: Иван & Ко]
        """)
    try expect(
      day.message(.attendanceReminder(wednesday), at: "19:30"),
      reads: """
        Напоминаю: вы ещё не ответили.
        Придёте завтра, <b>ср 25 ноября</b>?
        • место <b>12</b>
        • место <b>14</b>, гость: Иван &amp; Ко
        Ответьте, пожалуйста: иначе скоро места достанутся другим.
        [+Приду] [!Не приду]
        [!Отменить: Иван & Ко]
        """)
  }

  @Test("the question about guests alone has nothing of one's own to cancel; an answered one says nothing")
  func guestsOnly() throws {
    var day = try NoticeOffice()
    try day.book("14", for: guest("Иван"))
    try day.perform(.askAttendance(on: NoticeOffice.tuesday), at: "12:00")
    try expect(
      day.newest(at: "12:00"),
      reads: """
        Придут ваши гости завтра, <b>ср 25 ноября</b>?
        • место <b>14</b>, гость: Иван
        Ответьте до 19:00, иначе место достанется другому.
        [+Приду]
        [!Отменить: Иван]
        """)
    try day.perform(.confirmAttendance(on: wednesday), by: TestOffice.anna, at: "12:01")
    #expect(try day.newest(at: "12:02") == nil)
  }

  @Test("what became of bookings without one's own doing is told with a way on")
  func bookings() throws {
    var day = try NoticeOffice()
    try day.book("12")
    try day.book("14", for: guest("Иван"))
    let (own, guests) = (
      BookingSummary(try #require(day.office.booking(Booking.ID(rawValue: 1)))),
      BookingSummary(try #require(day.office.booking(Booking.ID(rawValue: 2))))
    )
    let rows: [(Notice.Content, String)] = [
      (
        .released([own, guests]),
        """
        Вы не ответили до 19:00, и места на ср 25 ноября освободились:
        • место <b>12</b> (Окно)
        • место <b>14</b>, гость: Иван
        Если вы всё-таки придёте, займите снова, пока свободно.
        [+Снова занять места]
        [Свободные места]
        [Меню]
        """
      ),
      (
        .offerRanOut(own, seat: Seat.ID("14")),
        """
        Время вышло: место <b>14</b> на ср 25 ноября за вами больше не держу.
        Очередь сохраняется: освободится другое место — напишу.
        [Свободные места]
        [Меню]
        """
      ),
      (
        .bookedByAdmin(Booking.ID(rawValue: 1)),
        """
        Администратор забронировал для вас: ср 25 ноября, место <b>12</b> (Окно).
        [Показать бронь]
        [Меню]
        """
      ),
      (
        .cancelledByAdmin(guests, reason: "<ремонт>"),
        """
        Администратор отменил вашу бронь: ср 25 ноября, место <b>14</b>, гость: Иван.
        Причина: &lt;ремонт&gt;
        [Свободные места]
        [Меню]
        """
      ),
      (
        .cancelledByAdmin(own, reason: ""),
        """
        Администратор отменил вашу бронь: ср 25 ноября, место <b>12</b> (Окно).
        [Свободные места]
        [Меню]
        """
      ),
      (
        .lostSeat(own, reason: "сломан стул"),
        """
        Места больше нет: ср 25 ноября, место <b>12</b> (Окно).
        Причина: сломан стул
        Бронь сохранилась без места и стоит первой в очереди: освободится место — напишу.
        [Свободные места]
        [Меню]
        """
      ),
      (
        .dayClosed(wednesday, [own], reason: "ремонт <пола>"),
        """
        <b>ср 25 ноября</b> офис закрыт, ваша бронь отменена:
        • место <b>12</b> (Окно)
        Причина: ремонт &lt;пола&gt;
        [Выбрать другой день]
        [Меню]
        """
      ),
    ]
    for (content, stored) in rows { try expect(day.message(content), reads: stored) }
  }

  @Test("no way leads to a day that cannot be booked")
  func closedDay() throws {
    var day = try NoticeOffice()
    try day.book("12")
    let own = BookingSummary(try #require(day.office.booking(Booking.ID(rawValue: 1))))
    try day.perform(.closeDay(wednesday), by: TestOffice.admin)
    let message = try #require(try day.message(.cancelledByAdmin(own, reason: "")))
    #expect(message.rows.flatMap { $0 }.map(\.label) == ["Меню"])
  }

  @Test("who is let in or no longer is hears so")
  func registration() throws {
    let day = try NoticeOffice()
    let rows: [(Notice.Content, Notice.Recipient, String)] = [
      (
        .registrationApproved, .account(TestOffice.anna),
        "Заявка принята, вы зарегистрированы: <b>Смирнова Анна</b>.\n[Меню]"
      ),
      (
        .registrationRefused(name: "Ёлкин Пётр"), .account(TestOffice.stranger),
        """
        Заявка на имя «Ёлкин Пётр» отклонена.
        Если это ошибка, скажите администратору. Другое имя можно выбрать сразу, это же — через сутки.
        [Меню]
        """
      ),
      (
        .unlinked(name: "Ёлкин Пётр", hasLeftGroup: false), .account(TestOffice.stranger),
        """
        Администратор отвязал ваш аккаунт от имени «Ёлкин Пётр».
        Брони остались за этим именем. Чтобы пользоваться ботом, зарегистрируйтесь снова.
        [Зарегистрироваться]
        """
      ),
      (
        .unlinked(name: "Ёлкин Пётр", hasLeftGroup: true), .account(TestOffice.stranger),
        """
        Вы больше не в группе компании, поэтому аккаунт отвязан от имени «Ёлкин Пётр».
        Брони остались за этим именем. Чтобы пользоваться ботом, зарегистрируйтесь снова.
        [Зарегистрироваться]
        """
      ),
      (
        .removed(name: "Котова <Вера>"), .account(TestOffice.stranger),
        """
        Имя «Котова &lt;Вера&gt;» убрано из списка сотрудников, брони отменены. Если это ошибка, скажите администратору.
        [Меню]
        """
      ),
    ]
    for (content, recipient, stored) in rows {
      try expect(day.message(content, to: recipient), reads: stored)
    }
    #expect(try day.message(.registrationApproved, to: .account(TestOffice.stranger)) == nil)
  }

  @Test("admins hear of who asks to be let in and of who registered, with a way to decide and to undo")
  func registrationsForAdmins() throws {
    var day = try NoticeOffice { $0.registration = .approval }
    let vera = Employee.ID(rawValue: 4)
    let profile = AccountProfile(id: TestOffice.stranger, name: "Вера <b>", username: "vera_k")
    try day.perform(
      .requestRegistration(as: vera, typing: "котова", profile: profile), by: TestOffice.stranger)
    try expect(
      day.newest(at: "10:00"),
      reads: """
        Заявка на регистрацию: <b>Котова &lt;Вера&gt;</b>
        Аккаунт: Вера &lt;b&gt;, @vera_k, id <a href="tg://user?id=900">900</a>
        [+Принять] [!Отклонить]
        """)
    // Somebody else asks for the name, and somebody for Anna's.
    try day.perform(.requestRegistration(as: vera, typing: "котова"), by: AccountID(rawValue: 901))
    try expect(
      day.message(.registrationRequested(RegistrationRequest.ID(rawValue: 2)), to: admin),
      reads: """
        Заявка на регистрацию: <b>Котова &lt;Вера&gt;</b>
        Аккаунт: id <a href="tg://user?id=901">901</a>
        Ещё заявки на это имя:
        • Вера &lt;b&gt;, @vera_k, id <a href="tg://user?id=900">900</a>
        [+Принять] [!Отклонить]
        """)
    try day.perform(
      .noteProfile(AccountProfile(id: TestOffice.anna, name: "Аня")), by: TestOffice.anna)
    try day.perform(
      .requestRegistration(as: NoticeOffice.anna, typing: "смирнова"), by: AccountID(rawValue: 902))
    try expect(
      day.message(.registrationRequested(RegistrationRequest.ID(rawValue: 3)), to: admin),
      reads: """
        Заявка на регистрацию: <b>Смирнова Анна</b>
        Аккаунт: id <a href="tg://user?id=902">902</a>
        Имя уже привязано: Аня, id <a href="tg://user?id=101">101</a>
        Если принять заявку, тот аккаунт будет отвязан.
        [+Принять] [!Отклонить]
        """)
    try expect(
      day.message(.requestsWait, to: admin),
      reads: """
        3 заявки ждут решения. Пока их столько, о каждой отдельно не пишу: все они в «Заявках».
        [Заявки]
        """)
    #expect(try NoticeOffice().message(.requestsWait, to: admin) == nil)
    try expect(
      day.message(.approvalClosed, to: admin),
      reads: """
        <b>Новых заявок больше не принимаю</b>
        За сутки о регистрации попросили 1000 человек, которые не приняты; отклонённые тоже считаются. Место для новых заявок появится, когда вы кого-нибудь примете или пройдут сутки.
        [Заявки]
        """)
    // The third is not linked any more.
    try expect(
      day.message(.registered([NoticeOffice.anna, NoticeOffice.boris, Employee.ID(rawValue: 3)]), to: admin),
      reads: """
        Зарегистрировались:
        • Смирнова Анна — Аня, id <a href="tg://user?id=101">101</a>
        • Орлов Борис — id <a href="tg://user?id=102">102</a>
        [Отвязать: Смирнова Анна]
        [Отвязать: Орлов Борис]
        """)
    #expect(try day.message(.registered([Employee.ID(rawValue: 3)]), to: admin) == nil)
  }

  @Test(
    "a request that waits no longer reads so, without buttons",
    arguments: [
      (SettledRequest.Outcome.approved, "Заявка принята: <b>Котова Вера</b>"),
      (.refused, "Заявка отклонена: <b>Котова Вера</b>"),
      (.nameGiven, "Заявка отклонена, имя досталось другому аккаунту: <b>Котова Вера</b>"),
      (.nameRemoved, "Заявка отклонена, имени больше нет в списке: <b>Котова Вера</b>"),
      (.withdrawn, "Заявка отозвана: <b>Котова Вера</b>"),
    ])
  func settled(outcome: SettledRequest.Outcome, first: String) throws {
    let profile = AccountProfile(id: TestOffice.stranger, name: "Вера", username: "vera_k")
    let request = RequestSummary(
      name: "Котова Вера", account: TestOffice.stranger, profile: profile, outcome: outcome)
    try expect(
      NoticeOffice().message(.requestSettled(request, message: 5), to: admin),
      reads: "\(first)\nАккаунт: Вера, @vera_k, id <a href=\"tg://user?id=900\">900</a>")
    try expect(
      NoticeOffice().message(.requestsSettled(message: 5), to: admin), reads: "Заявки разобраны.")
  }

  @Test("admins hear of a closed day's bookings, of what went wrong, and of a recovery")
  func running() throws {
    var day = try NoticeOffice()
    try day.book("12")
    try day.perform(.askAttendance(on: NoticeOffice.tuesday), at: "12:00")
    let question = try #require(day.office.notices.keys.first)
    try day.perform(
      .settle(question, .undeliverable(to: TestOffice.anna, reason: .blocked)), at: "12:01")
    let from = try NoticeOffice.moment("09:00")
    let through = try NoticeOffice.moment("19:00")
    let group = ErrorGroup(
      kind: "диск <полон>", place: "Disk.swift:1", count: 3, first: from, last: through, example: "a & b")
    try expect(
      day.message(.closedDayHasBookings(wednesday), to: admin),
      reads: """
        По настройкам офис <b>ср 25 ноября</b> закрыт, но на этот день есть 1 бронь. Отменить их? Владельцы узнают об этом.
        [!Да, отменить все]
        """)
    try expect(
      day.message(.errorDigest(from: from, through: through), to: admin, at: "20:00", digest: [group]),
      reads: """
        <b>Сводка</b> с 09:00 по 19:00
        Ошибки:
        • <b>Внутренняя ошибка</b> × 3, 09:00 – 19:00
        <i>диск &lt;полон&gt;: a &amp; b</i>
        Вопрос о приходе не доставлен:
        • Смирнова Анна: бот заблокирован
        """)
    try expect(
      day.message(.recovered(snapshotAt: from, through: through), to: admin, at: "20:00"),
      reads: """
        База была повреждена или пропала; офис восстановлен из снимка.
        Могло пропасть то, что сделано с 09:00 по 19:00.
        """)
    try expect(
      day.message(
        .clockDoubted(shown: through + 90 * 86_400, lastBelieved: through), to: admin, at: "20:00"),
      reads: """
        <b>Часы сервера показывают 19:00 пн 22 февраля 2027</b>
        Последнее время, которому я верю: 19:00 вт 24 ноября 2026. Пока часы не подтвердятся, час работы подряд, я по \
        ним ничего не удаляю и ни у кого не забираю место; снимок офиса отложен в папке снимков. Скажите тому, кто \
        следит за сервером.
        """)
    try expect(day.message(.announcement("Всё <хорошо>"), to: admin), reads: "Всё &lt;хорошо&gt;")
    #expect(try day.message(.closedDayHasBookings(wednesday + 1), to: admin) == nil)
    #expect(try day.message(.errorDigest(from: through, through: through), to: admin) == nil)
  }

  @Test("fits into a message however much there is to say")
  func limits() throws {
    let longest = String(repeating: "Ж", count: GuestName.charactersMax)
    var day = try NoticeOffice(seats: (1...12).map { "место-\($0)" })
    try day.book("место-1")
    for index in 2...6 { try day.book("место-\(index)", for: guest("\(index)" + longest.dropFirst())) }
    let summaries = day.office.bookings(of: NoticeOffice.anna, on: wednesday).map(BookingSummary.init)
    try day.perform(.askAttendance(on: NoticeOffice.tuesday), at: "12:00")
    let words = String(repeating: "слово ", count: 2_000)
    let now = try NoticeOffice.moment("12:00")
    let groups = (1...300).map {
      ErrorGroup(
        kind: "вид \($0)", place: "Kind.swift:1", count: $0, first: now, last: now, example: words)
    }
    var people = try NoticeOffice()
    let names = try (1...500).map {
      try #require(EmployeeName("\($0) " + String(repeating: "Я", count: 90)))
    }
    try people.perform(.addEmployees(names))
    let ids = people.office.employees.all.map(\.id).filter { $0.rawValue > 4 }
    for (index, id) in ids.enumerated() {
      try people.perform(.register(as: id), by: AccountID(rawValue: Int64(10_000 + index)))
    }
    for message in [
      try day.newest(at: "12:00"), try day.message(.released(summaries)),
      try day.message(.dayClosed(wednesday, summaries)),
      try day.message(.cancelledByAdmin(summaries[1], reason: Reason(words))),
      try day.message(.announcement(words), to: admin),
      try day.message(.errorDigest(from: now, through: now), to: admin, digest: groups),
      try people.message(.registered(ids), to: admin),
    ] {
      try #require(message).expectSound()
    }
  }
}
