import FloorPlan
import OfficeActor

/// Who one is, the nearest booking, and the ways on.
struct MenuScreen: SceneView {
  let scene: Scene
  let employee: Employee

  func render() -> Screen {
    let nearest = office.bookings(of: employee.id, from: scene.today).first
    let trail = Trail(.menu)
    return Screen(
      picture: standing(.menu, words.menu),
      caption: [
        "<b>\(employee.name.text)</b>",
        nearest.map { words.nearestBooking(BookingLine($0, in: scene).text) } ?? words.noBookings,
      ].lines(),
      rows: [
        usual(trail),
        [ScreenButton(words.book, .open(trail.to(.calendar)), .primary)],
        [
          ScreenButton(words.myBookings, .open(trail.to(.bookings()))),
          ScreenButton(words.whoIsIn, .open(trail.to(.people(scene.today)))),
        ],
        [
          ScreenButton(words.inviteGuest, .open(trail.to(.guest))),
          ScreenButton(words.settings, .open(trail.to(.settings))),
        ],
      ])
  }

  /// «Как обычно»: what one tap books.
  private func usual(_ trail: Trail) -> [ScreenButton] {
    guard let (day, seat) = office.usualBooking(for: employee.id, at: scene.now) else { return [] }
    let label = words.usual(words.dayOnButton(day, today: scene.today), seat)
    return [ScreenButton(label, .book(seat, on: day, from: trail), .success)]
  }
}
