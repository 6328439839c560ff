import FloorPlan
import Foundation
import OfficeActor

/// Who one is, the nearest booking, and the ways on.
struct MenuScreen {
  let officeName: String
  let name: String
  let nearest: BookingLine?
  /// «Как обычно»: what one tap books.
  let usual: (day: Day, seat: Seat.ID)?
  let today: Day

  init(_ office: Office, officeName: String, employee: Employee, at now: Date) {
    self.officeName = officeName
    name = employee.name.text
    today = office.rules.today(at: now)
    nearest = office.bookings(of: employee.id, from: today).first.map { BookingLine($0, in: office) }
    usual = office.usualBooking(for: employee.id, at: now)
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
        usual.map {
          [ScreenButton(label($0.day, $0.seat), .book($0.seat, on: $0.day, from: trail), .success)]
        }
          ?? [],
        [ScreenButton("Забронировать", .open(trail.to(.calendar)), .primary)],
        [
          ScreenButton("Мои брони", .open(trail.to(.bookings()))),
          ScreenButton("Кто в офисе", .open(trail.to(.people(today)))),
        ],
        [ScreenButton("Пригласить гостя", .open(trail.to(.guest)))],
      ])
  }

  private func label(_ day: Day, _ seat: Seat.ID) -> String {
    "Как обычно: \(day.onButton(today: today)), место \(seat.rawValue)"
  }
}
