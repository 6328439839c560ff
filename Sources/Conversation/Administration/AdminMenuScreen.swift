import FloorPlan
import OfficeActor

/// «Управление».
struct AdminMenuScreen: AdminView {
  let scene: AdminScene

  func render() -> Screen {
    let linked = office.employees.all.count { $0.account != nil }
    let today = office.bookings(on: scene.today).all
    let waiting = office.requests.count
    return scene.screen(
      words.manage,
      caption: [
        "<b>\(words.manage)</b>", words.employeesKnown(office.employees.count, linked: linked),
        words.todayInOffice(
          people: today.count, taken: today.count { $0.seat != nil }, seats: office.seats.count),
      ].lines(),
      rows: [
        [scene.button(words.bookings, .days), scene.button(words.employees, .employees())],
        [
          scene.button(waiting == 0 ? words.requests : "\(words.requests) · \(waiting)", .requests()),
          scene.button(words.seats, .seats()),
        ],
        [scene.button(words.journal, .journal(JournalPage())), scene.button(words.errors, .errors())],
        [scene.button(words.statisticsHeading, .statistics(Month(of: scene.today)))],
        scene.scene.employee == nil
          ? [ScreenButton(words.languageHeading, .open(scene.trail.to(.language)))] : [],
      ])
  }
}

extension Screen {
  /// The same with the way to «Управление», for those who may.
  func offeringAdministration(in scene: Scene) -> Screen {
    guard scene.isAdmin else { return self }
    var screen = self
    screen.rows.append([ScreenButton(scene.words.manage, .open(Trail(.menu).to(.admin(.menu))))])
    return screen
  }
}
