import FloorPlan
import OfficeActor

/// «Закрыть день?», with what it costs.
struct ClosingDayScreen {
  let scene: AdminScene
  let day: Day
  /// Who presses the button; nobody tells them.
  let admin: AccountID

  func render() -> Screen {
    let office = scene.office
    let bookings = office.bookings(on: day).all
    let owners = Set(bookings.map(\.owner)).compactMap { office.employees[$0] }
    let told = owners.count { $0.account != nil && $0.account != admin }
    return scene.question(
      "Закрыть день?",
      caption: [
        "Закрыть <b>\(day.inText)</b>?",
        bookings.isEmpty
          ? "Броней на этот день нет."
          : "Будет отменено: \(bookings.count.counting("бронь", "брони", "броней")).",
        bookings.isEmpty ? "" : "Узнают об этом: \(told.counting("человек", "человека", "человек")).",
      ].lines(),
      yes: scene.button("Да, закрыть", .decide(.closeDay(day)), .danger))
  }
}
