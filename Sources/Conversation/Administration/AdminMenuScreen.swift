import FloorPlan
import OfficeActor

/// «Управление».
struct AdminMenuScreen {
  let scene: AdminScene

  func render() -> Screen {
    let office = scene.office
    let linked = office.employees.all.count { $0.account != nil }
    let today = office.bookings(on: scene.today).all
    return scene.screen(
      "Управление",
      caption: [
        "<b>Управление</b>",
        office.employees.count == 0
          ? "В списке пока никого: добавьте имена в «Сотрудники»."
          : "Сотрудников: \(office.employees.count), из них в Telegram: \(linked).",
        "Сегодня в офисе: \(today.count.counting("человек", "человека", "человек")), мест: \(office.seats.count).",
      ].lines(),
      rows: [
        [scene.button("Брони", .days), scene.button("Сотрудники", .employees())],
        [
          scene.button(office.requests.isEmpty ? "Заявки" : "Заявки · \(office.requests.count)", .requests()),
          scene.button("Места", .seats()),
        ],
        [scene.button("Журнал", .journal(JournalPage())), scene.button("Ошибки", .errors())],
        [scene.button("Статистика", .statistics(Month(of: scene.today)))],
      ])
  }
}

extension Screen {
  /// The same with the way to «Управление», for those who may.
  func offeringAdministration(to account: AccountID, of office: Office) -> Screen {
    guard office.rules.admins.contains(account) else { return self }
    var screen = self
    screen.rows.append([ScreenButton("Управление", .open(Trail(.menu).to(.admin(.menu))))])
    return screen
  }
}
