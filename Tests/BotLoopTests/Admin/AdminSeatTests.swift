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
        [‹ Назад] [Меню]
        """)
    try await admin.tap("Закрыть место")
    try await admin.type("Сломан <стол>")
    #expect(admin.caption.contains("<b>Закрыть место 2</b>: Сломан &lt;стол&gt;"))
    #expect(admin.screen.buttons.map(\.label).prefix(3) == ["Сегодня", "Пока не открою", "ср 25"])
    let through = try admin.screen.button("чт 26")
    try await admin.tap(through)
    #expect(admin.toast == "Место 2 закрыто. Встали в очередь: 1 бронь.")
    #expect(
      admin.caption.contains(
        "Закрыто с вт 24 ноября по чт 26 ноября. Причина: Сломан &lt;стол&gt;."))
    #expect(office.office.booking(Booking.ID(rawValue: 1))?.seat == nil)
    try await admin.tap("Открыть место")
    #expect(admin.toast == "Место 2 открыто.")
    #expect(office.office.closures.isEmpty)
    // The reason is for that closing only.
    try await admin.tap(through)
    #expect(admin.toast == "Причина забылась. Напишите её ещё раз или обойдитесь без неё.")
    #expect(office.office.closures.isEmpty)
  }

  @Test("without a reason, until today or until it is opened", arguments: ["Сегодня", "Пока не открою"])
  func withoutReason(label: String) async throws {
    let office = try TestOffice()
    let admin = AdminChat(office)
    try await admin.go("Управление", "Места", "3", "Закрыть место", "Без причины", label)
    let through = label == "Сегодня" ? TestOffice.today : nil
    #expect(
      Array(office.office.closures.values) == [
        SeatClosure(seat: Seat.ID("3"), from: TestOffice.today, through: through)
      ])
    #expect(admin.screen.buttons.map(\.label).contains("Открыть место"))
  }

  @Test("a seat's number may be typed")
  func typed() async throws {
    let admin = try AdminChat(TestOffice())
    try await admin.go("Управление", "Места")
    try await admin.type("a-4")
    #expect(admin.caption.hasPrefix("<b>Место A-4</b>"))
  }
}
