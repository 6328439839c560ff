import FloorPlan
import OfficeActor

/// Who one is, the nearest booking, and the ways on.
struct MenuScreen {
  let officeName: String
  let name: String
  let nearest: BookingLine?
  let today: Day

  init(_ office: Office, officeName: String, employee: Employee, today: Day) {
    self.officeName = officeName
    name = employee.name.text
    self.today = today
    nearest = office.bookings(of: employee.id, from: today).first.map { BookingLine($0, in: office) }
  }

  func render() -> Screen {
    let trail = Trail(.menu)
    return Screen(
      picture: .standing(StandingPicture(.menu, office: officeName, heading: "Меню")),
      caption: [
        "<b>\(name)</b>",
        nearest.map { "Ближайшая бронь: \($0.text)" } ?? "Броней пока нет.",
      ].lines(),
      rows: [
        [ScreenButton("Забронировать", .open(trail.to(.calendar)), .primary)],
        [
          ScreenButton("Мои брони", .open(trail.to(.bookings))),
          ScreenButton("Кто в офисе", .open(trail.to(.people(today)))),
        ],
      ])
  }
}
