import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("«Управление»: «Места»")
struct AdminSeatTests {
  @Test("a seat is closed with a reason until a day; its bookings wait, and it is opened by one tap")
  func closing() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Места")
    #expect(admin.screen.buttons.map(\.label).prefix(4) == ["1", "2", "3", "A-4"])
    try await admin.tap("2")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Место 2)
        <b>Место 2</b> (Окно)
        Место открыто.
        Брони:
        ср 25 ноября — Смирнова Анна
        [!Закрыть место]
        [Закрепить]
        [История] [Журнал]
        [‹ Назад] [Меню]
        """)
    try await admin.tap("Закрыть место")
    try await admin.type("Сломан <стол>")
    #expect(admin.caption.contains("<b>Закрыть место 2</b>: Сломан &lt;стол&gt;"))
    #expect(admin.screen.buttons.map(\.label).prefix(3) == ["Сегодня", "Пока не открою", "ср 25"])
    try await admin.tap("чт 26")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Закрыть место)
        <b>Закрыть место 2 с вт 24 по чт 26 ноября?</b>
        Причина: Сломан &lt;стол&gt;
        Без места останется 1 бронь, об этом узнает 1 человек. В очереди эта бронь встанет первой.
        [!Да, закрыть] [‹ Назад]
        ⌨ управление «Сломан <стол>»
        """)
    let yes = try admin.screen.button("Да, закрыть")
    try await admin.tap(yes)
    #expect(admin.toast == "Место 2 закрыто. Встали в очередь: 1 бронь.")
    #expect(
      admin.caption.contains(
        "Закрыто с вт 24 ноября по чт 26 ноября. Причина: Сломан &lt;стол&gt;."))
    #expect(office.office.booking(Booking.ID(rawValue: 1))?.seat == nil)
    try await admin.tap("Открыть место")
    #expect(admin.toast == "Место 2 открыто.")
    #expect(office.office.closures.isEmpty)
    // The reason is for that closing only.
    try await admin.tap(yes)
    #expect(admin.toast == "Причина забылась. Напишите её ещё раз или обойдитесь без неё.")
    #expect(office.office.closures.isEmpty)
  }

  @Test("without a reason, until today or until it is opened", arguments: ["Сегодня", "Пока не открою"])
  func withoutReason(label: String) async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Места", "3", "Закрыть место", "Без причины", label, "Да, закрыть")
    let through = label == "Сегодня" ? TestOffice.today : nil
    #expect(
      Array(office.office.closures.values) == [
        SeatClosure(seat: Seat.ID("3"), from: TestOffice.today, through: through)
      ])
    #expect(admin.screen.buttons.map(\.label).contains("Открыть место"))
  }

  @Test("the last day may be typed, and the question counts the bookings until then")
  func typedDay() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Места", "3", "Закрыть место", "Без причины")
    for typed in ["никогда", "23 ноября"] {
      try await admin.type(typed)
      #expect(admin.screen.buttons.map(\.label).contains("Пока не открою"))
    }
    try await admin.type("завтра")
    #expect(admin.caption.contains("с вт 24 по ср 25 ноября?</b>\nБроней в эти дни нет."))
    try await admin.type("до 10 декабря")
    #expect(admin.caption.contains("с вт 24 ноября по чт 10 декабря?</b>\nБез места останется 1 бронь"))
    try await admin.tap("‹ Назад")
    #expect(admin.screen.buttons.map(\.label).contains("Пока не открою"))
    try await admin.type("10.12")
    try await admin.tap("Да, закрыть")
    #expect(office.office.closures[Seat.ID("3")]?.through == Day(iso: "2026-12-10"))
  }

  @Test("several seats are ticked one by one, typed, or a zone at once, and closed in one step")
  func several() async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Места", "Закрыть несколько")
    try expect(
      admin.screen,
      shows: """
        (Закрыть несколько | Отмечено: 0 мест | free 1,2,3,A-4)
        <b>Закрыть несколько</b>
        Отмечено: 0 мест. Отметьте места на кнопках или напишите номера: 12, 13.
        [☐ 1] [☐ 2] [☐ 3] [☐ A-4]
        [Вся зона Окно]
        [‹ Назад] [Меню]
        ⌨ места, которые закрыть
        """)
    try await admin.tap("☐ 2")
    try await admin.tap("Вся зона Окно")
    #expect(admin.screen.buttons.map(\.label).contains("☑ Вся зона Окно"))
    try await admin.tap("☑ 3")
    try await admin.type("a-4 99")
    #expect(admin.caption.hasPrefix("Места «99» нет."))
    try await admin.type("а-4")
    #expect(
      admin.screen.buttons.map(\.label).prefix(5) == ["☑ 1", "☑ 2", "☐ 3", "☑ A-4", "Вся зона Окно"])
    try await admin.tap("Закрыть 3 места")
    #expect(admin.caption.hasPrefix("<b>Закрыть места 1, 2, A-4</b>\nНа этих местах 2 брони (ср 25)."))
    try await admin.type("Покраска\nстен")
    try await admin.tap("Пока не открою")
    try expect(
      admin.screen,
      shows: """
        (СПБ: Закрыть место)
        <b>Закрыть места 1, 2, A-4 с вт 24 ноября, пока не откроете?</b>
        Причина: Покраска стен
        Без места останутся 2 брони, об этом узнают 2 человека. В очереди эти брони встанут первыми.
        [!Да, закрыть] [‹ Назад]
        ⌨ места, которые закрыть
        """)
    let yes = try admin.screen.button("Да, закрыть")
    try await admin.tap(yes)
    #expect(admin.toast == "Закрыто мест: 3. Встали в очередь: 2 брони.")
    #expect(Set(office.office.closures.keys.map(\.rawValue)) == ["1", "2", "A-4"])
    #expect(office.storage.commits.count == 1)
    #expect(office.office.bookings(on: TestOffice.tomorrow).offers.map(\.seat) == [Seat.ID("3")])
    // What is ticked is for that closing only.
    try await admin.tap("Закрыть несколько")
    try await admin.tap("☐ 3")
    try await admin.tap(yes)
    #expect(admin.toast == "С тех пор отмечено другое. Отметьте места ещё раз.")
    #expect(office.office.closures.count == 3)
  }

  @Test("«История» tells who sat at a seat, by day, the newest first, and pages end with the list")
  func history() async throws {
    let bookings = (0..<40).map { index in
      TestOffice.booking(
        Int64(index + 1), of: 2, "3", guest: index == 1 ? "Пётр" : nil, on: TestOffice.today + -index)
    }
    let admin = try AdminChat(
      TestOffice(bookings: bookings + [TestOffice.booking(90, anna: true, "3", on: TestOffice.tomorrow)]))
    try await admin.go("Управление", "Места", "3", "История")
    #expect(
      admin.caption.hasPrefix(
        "<b>История: место 3</b>\nвт 24 ноября — Орлов Борис\nпн 23 ноября — Орлов Борис, гость: Пётр\n"))
    #expect(admin.screen.rows[0].map(\.label) == ["1/2", "›"])
    try await admin.tap("›")
    #expect(admin.caption.hasSuffix("пт 16 октября — Орлов Борис"))
    #expect(admin.screen.rows[0].map(\.label) == ["‹", "2/2"])
    let empty = try AdminChat(TestOffice())
    try await empty.go("Управление", "Места", "1", "История")
    #expect(empty.caption.contains("Броней этого места за прошедшие дни нет."))
  }

  @Test("a seat's number may be typed")
  func typed() async throws {
    let admin = try AdminChat(TestOffice())
    try await admin.go("Управление", "Места")
    try await admin.type("a-4")
    #expect(admin.caption.hasPrefix("<b>Место A-4</b>"))
  }
}
