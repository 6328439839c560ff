import Foundation
import OfficeActor
import Persistence
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("«Управление»: «Брони»")
struct AdminBookingTests {
  private let tomorrow = TestOffice.tomorrow
  private let annas = Booking.ID(rawValue: 1)

  @Test("an admin who is no employee sees registration and «Управление», an employee who is none does not")
  func menu() async throws {
    let office = try TestOffice()
    let stranger = office.screen(.menu, for: TestOffice.stranger)
    #expect(!stranger.buttons.map(\.label).contains("Управление"))
    #expect(!office.screen(.menu).buttons.map(\.label).contains("Управление"))
    let admin = AdminChat(office)
    #expect(admin.screen.caption.html.contains("Выберите своё имя"))
    try await admin.tap("Управление")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Управление)
        <b>Управление</b>
        Сотрудников: 4, из них в Telegram: 2.
        Сегодня в офисе 0 человек, занято 0 мест из 4.
        [Брони] [Сотрудники]
        [Заявки] [Места]
        [Журнал] [Ошибки]
        [Статистика]
        [Язык]
        [‹ Назад] [Меню]
        """)
    #expect(
      await office.reply(to: .admin, from: office.asking(TestOffice.admin)).screen == admin.screen)
  }

  @Test("an admin cannot book for themselves without being an employee")
  func noOwnBooking() async throws {
    let office = try TestOffice()
    let reply = await office.reply(
      to: .book(Seat.ID("3"), on: tomorrow, from: Trail(.menu)), from: office.asking(TestOffice.admin))
    #expect(reply.toast == "Сначала выберите своё имя.")
    #expect(office.storage.commits.isEmpty)
  }

  @Test("a day shows its bookings by seat")
  func day() async throws {
    let admin = try AdminChat(TestOffice())
    try await admin.go("Управление", "Брони")
    #expect(admin.screen.buttons.map(\.label).prefix(3) == ["вт 24 · 0", "ср 25 · 2", "чт 26 · 1"])
    try await admin.tap("ср 25 · 2")
    try expect(
      admin.screen,
      shows: """
        (ср 25 ноября | 2 брони | free 3,A-4; taken 1,2)
        <b>Брони: ср 25 ноября</b>
        2 брони.
        [1 · Орлов Борис]
        [2 · Смирнова Анна]
        [*Забронировать за сотрудника]
        [!Закрыть день]
        [‹ Назад] [Меню]
        """)
  }

  @Test("a booking is deleted after a question; owner and journal are told, with the reason if there is one")
  func deleting() async throws {
    for reason in ["", "Ремонт & покраска"] {
      let office = try TestOffice()
      let admin = AdminChat(office)
      try await admin.go("Управление", "Брони", "ср 25 · 2", "2 · Смирнова Анна", "Удалить бронь")
      if !reason.isEmpty {
        try await admin.tap("Указать причину")
        try await admin.type(reason)
      }
      try expect(
        admin.screen,
        shows: """
          (СПБ: Удалить бронь)
          Удалить бронь: <b>Смирнова Анна — ср 25 ноября, место 2 (Окно)</b>?
          \(reason.isEmpty ? "Владелец узнает об этом." : "Владелец узнает об этом и о причине: «Ремонт &amp; покраска».")
          [Указать причину]
          [!Да, удалить] [‹ Назад]
          ⌨ управление «\(reason)»
          """)
      try await admin.tap("Да, удалить")
      #expect(admin.toast == "Удалено: Смирнова Анна — ср 25 ноября, место 2 (Окно).")
      #expect(admin.caption.contains("<b>Брони: ср 25 ноября</b>"))
      #expect(office.office.booking(annas) == nil)
      let told = office.office.notices.values.map(\.content)
      let summary = BookingSummary(TestOffice.bookings[0])
      #expect(told == [.cancelledByAdmin(summary, reason: Reason(reason))])
      #expect(office.journal.last?.record.detail == reason)
    }
  }

  @Test("a reason that the chat has forgotten is asked for again, and nothing is deleted without it")
  func forgottenReason() async throws {
    let office = try TestOffice()
    let reply = await office.reply(
      to: .admin(.delete(annas, hasReason: true), from: Trail(.admin(.deleting(annas)))),
      from: office.asking(TestOffice.admin))
    #expect(reply.toast == "Причина забылась. Напишите её ещё раз или обойдитесь без неё.")
    #expect(office.office.booking(annas) != nil)
  }

  @Test("a booking moves to a seat that is tapped or typed")
  func moving() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 2", "2 · Смирнова Анна", "Другое место", "3")
    #expect(office.office.booking(annas)?.seat == Seat.ID("3"))
    #expect(admin.caption.contains("ср 25 ноября, место 3 (Окно)"))
    try await admin.tap("Другое место")
    try await admin.type("77")
    #expect(admin.caption.hasPrefix("Места «77» нет."))
    try await admin.type("a-4")
    #expect(office.office.booking(annas)?.seat == Seat.ID("A-4"))
    #expect(office.office.notices.values.map(\.content) == [.bookedByAdmin(annas), .bookedByAdmin(annas)])
  }

  @Test("a seat that is held for somebody is shown as held, and is not to be had")
  func held() async throws {
    let office = try TestOffice(
      bookings: [TestOffice.booking(6, of: 1, nil)], offers: [TestOffice.offer(to: 6)])
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 1")
    #expect(admin.screen.text.hasPrefix("(ср 25 ноября | 1 бронь | free 1,2,A-4; held 3)"))
    for label in ["без места · Смирнова Анна", "Другое место"] { try await admin.tap(label) }
    #expect(admin.screen.text.hasPrefix("(ср 25 ноября | Свободно 3 из 4 | free 1,2,A-4; held 3)"))
    #expect(admin.screen.buttons.prefix(3).map(\.label) == ["1", "2", "A-4"])
  }

  @Test("a move that gives the seat to the queue is confirmed first")
  func movingConfirmed() async throws {
    let waiting = Booking(
      id: Booking.ID(rawValue: 50), day: tomorrow, owner: Employee.ID(rawValue: 2), seat: nil,
      createdAt: .distantPast)
    let office = try TestOffice(bookings: [TestOffice.bookings[0], waiting])
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 2", "2 · Смирнова Анна", "Другое место", "3")
    #expect(admin.caption.contains("Место 2 уйдёт очереди. Пересадить на место 3?"))
    #expect(office.storage.commits.isEmpty)
    try await admin.tap("Да, пересадить")
    #expect(office.office.booking(annas)?.seat == Seat.ID("3"))
    #expect(office.office.offers.map(\.booking) == [waiting.id])
  }

  @Test("a day is closed after a question that says how many people will be told, and opened by one tap")
  func closing() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 2", "Закрыть день")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Закрыть день?)
        Закрыть <b>ср 25 ноября</b>?
        Отменятся 2 брони, о них узнают 2 человека.
        Причину можно написать: её увидят владельцы броней.
        [!Да, закрыть] [‹ Назад]
        ⌨ управление «»
        """)
    let yes = try admin.screen.button("Да, закрыть")
    try await admin.tap(yes)
    #expect(admin.toast == "ср 25 ноября закрыт, отменено: 2 брони.")
    #expect(office.office.isClosed(tomorrow))
    #expect(office.office.notices.count == 2)

    let second = AdminChat(office, firstRequest: 5_000)
    try await second.tap(yes)
    #expect(second.toast == "Уже обработано: ср 25 ноября закрыт.")
    try await second.tap("Открыть день")
    #expect(second.toast == "ср 25 ноября открыт.")
    #expect(!office.office.isClosed(tomorrow))
  }

  @Test(
    "a day is closed with a reason, which owners and the journal are told, and which counts for that closing alone"
  )
  func closingWithReason() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 2", "Закрыть день")
    try await admin.type("Ремонт\n<пола>")
    #expect(admin.caption.hasSuffix("Причина: Ремонт &lt;пола&gt;"))
    let yes = try admin.screen.button("Да, закрыть")
    try await admin.tap(yes)
    #expect(admin.toast == "ср 25 ноября закрыт, отменено: 2 брони.")
    let reasons = office.office.notices.values.map { notice -> Reason? in
      if case .dayClosed(_, _, let reason) = notice.content { reason } else { nil }
    }
    #expect(reasons == ["Ремонт <пола>", "Ремонт <пола>"])
    let scene = office.steps.scene(for: office.asking(TestOffice.admin).viewer)
    let sentences = office.journal.map { JournalSentence($0, in: scene).text }
    #expect(sentences.last == "День закрыт: ср 25 ноября, причина: Ремонт <пола>")
    try await admin.tap("Открыть день")
    try await admin.tap(yes)
    #expect(admin.toast == "Причина забылась. Напишите её ещё раз или обойдитесь без неё.")
    #expect(!office.office.isClosed(tomorrow))
  }

  @Test("days that are over are found by «‹ Раньше» or a typed date, as far as bookings are kept")
  func pastDays() async throws {
    let bookings = [
      TestOffice.booking(1, anna: true, "2", on: TestOffice.today + -1),
      TestOffice.booking(2, of: 2, "1", guest: "Пётр", on: TestOffice.today + -20),
      TestOffice.booking(3, of: 2, "3", on: TestOffice.today + -20),
    ]
    let admin = try AdminChat(TestOffice(bookings: bookings))
    try await admin.go("Управление", "Брони", "‹ Раньше")
    #expect(admin.caption.contains("Брони хранятся с ср 4 ноября."))
    #expect(admin.screen.buttons.map(\.label).prefix(14).last == "пн 23 · 1")
    #expect(!admin.screen.buttons.map(\.label).contains("Позже ›"))
    try await admin.tap("‹ Раньше")
    #expect(
      admin.screen.buttons.map(\.label) == [
        "ср 4 · 2", "чт 5 · 0", "пт 6 · 0", "сб 7 · 0", "вс 8 · 0", "пн 9 · 0", "Позже ›", "‹ Назад", "Меню",
      ])
    try await admin.tap("ср 4 · 2")
    try expect(
      admin.screen,
      shows: """
        (ср 4 ноября | 2 брони | free 2,A-4; taken 1,3)
        <b>Брони: ср 4 ноября</b>
        2 брони.
        [1 · Орлов Борис, гость: Пётр]
        [3 · Орлов Борис]
        [‹ Назад] [Меню]
        """)
    try await admin.go("Управление", "Брони")
    try await admin.type("23 ноября")
    #expect(admin.caption.hasPrefix("<b>Брони: пн 23 ноября</b>\n1 бронь."))
    try await admin.go("Управление", "Брони")
    try await admin.type("никогда")
    #expect(admin.caption.hasPrefix("Не понял день «никогда»."))
  }

  @Test("«Кто сейчас в офисе» lists everybody who is expected, guests with their hosts, and as a document")
  func expected() async throws {
    let bookings = [
      TestOffice.booking(1, anna: true, "2", on: TestOffice.today),
      TestOffice.booking(2, of: 2, "1", guest: "=Пётр", on: TestOffice.today),
      TestOffice.booking(3, of: 3, nil, on: TestOffice.today),
    ]
    let admin = try AdminChat(TestOffice(bookings: bookings))
    try await admin.go("Управление", "Брони", "Кто сейчас в офисе")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Кто сейчас в офисе)
        <b>Сегодня, вт 24 ноября, ожидаются 3 человека</b>
        2 — Смирнова Анна
        <b>Без места</b>
        Ёлкин Пётр, 1-й в очереди
        <b>Гости</b>
        1 — =Пётр, принимает Орлов Борис
        [Скачать]
        [‹ Назад] [Меню]
        """)
    try await admin.tap("Скачать")
    let document = try #require(admin.document)
    #expect(document.name == "expected-2026-11-24.csv")
    #expect(
      String(decoding: document.bytes.dropFirst(3), as: UTF8.self) == """
        Место;Зона;Кто;Принимает\r
        2;Окно;Смирнова Анна;\r
        без места;;Ёлкин Пётр;\r
        1;Окно;'=Пётр;Орлов Борис\r

        """)
    let empty = try AdminChat(TestOffice())
    try await empty.go("Управление", "Брони", "Кто сейчас в офисе")
    #expect(empty.screen.buttons.map(\.label) == ["‹ Назад", "Меню"])
  }

  @Test("an admin books for whom they find, with Telegram or without, on a day or from the employee's card")
  func bookingForOthers() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Брони", "ср 25 · 2", "Забронировать за сотрудника")
    try await admin.type("елкин")
    try await admin.tap("Ёлкин Пётр")
    try await admin.tap("3")
    #expect(admin.toast == "Забронировано: Ёлкин Пётр — ср 25 ноября, место 3 (Окно).")
    try await admin.go("Управление", "Сотрудники", "● Смирнова Анна", "Забронировать", "чт 26 · 3", "1")
    #expect(admin.toast == "Забронировано: Смирнова Анна — чт 26 ноября, место 1 (Окно).")
    #expect(
      office.office.bookings(on: tomorrow + 1).booking(of: Seat.ID("1"))?.owner == Employee.ID(rawValue: 1))
    // Only who is linked can be told.
    #expect(office.office.notices.values.map(\.recipient) == [.employee(Employee.ID(rawValue: 1))])
  }

  @Test("where no seat is free an admin puts somebody into the queue")
  func withoutSeat() async throws {
    let office = try TestOffice(seats: [TestOffice.seats[1]], bookings: [TestOffice.bookings[0]])
    let admin = AdminChat(office)
    try await admin.go(
      "Управление", "Брони", "ср 25 · 1", "Забронировать за сотрудника", "Орлов Борис", "Без места, в очередь"
    )
    #expect(office.office.bookings(on: tomorrow).queue.map(\.owner) == [Employee.ID(rawValue: 2)])
  }

  @Test("of two admins the second sees what the first did")
  func two() async throws {
    let office = try TestOffice()
    let (first, second) = (AdminChat(office), AdminChat(office, firstRequest: 5_000))
    for admin in [first, second] {
      try await admin.go("Управление", "Брони", "ср 25 · 2", "2 · Смирнова Анна", "Удалить бронь")
    }
    try await first.tap("Да, удалить")
    try await second.tap("Да, удалить")
    #expect(second.toast == "Уже обработано: этой брони больше нет.")
    #expect(second.caption.contains("1 бронь."))
  }
}
