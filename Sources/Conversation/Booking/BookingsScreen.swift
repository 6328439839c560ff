import FloorPlan
import OfficeActor

/// «Мои брони»: one's own and guests', soonest first.
struct BookingsScreen: SceneView {
  let scene: Scene
  let employee: Employee
  let bookings: [BookingLine]
  let page: Int
  let trail: Trail

  /// Bookings on one page.
  static let pageSize = 8

  init(_ scene: Scene, employee: Employee, page: Int, trail: Trail) {
    self.scene = scene
    self.employee = employee
    self.page = page
    self.trail = trail
    bookings = scene.office.bookings(of: employee.id, from: scene.today).map { BookingLine($0, in: scene) }
  }

  func render() -> Screen {
    let page = Page(page, of: bookings, size: Self.pageSize)
    return Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.myBookings),
      caption: [
        "<b>\(words.myBookings)</b>",
        bookings.isEmpty ? words.noBookings : words.bookingsHint(bookings.count),
      ].lines(),
      rows: page.items.flatMap(rows)
        + [
          .pages(current: page.index, of: page.count) { .open(trail.to(.bookings(page: $0))) },
          bookings.isEmpty ? [ScreenButton(words.book, .open(trail.to(.calendar)), .primary)] : [],
          [back(trail)],
        ])
  }

  private func rows(_ line: BookingLine) -> [[ScreenButton]] {
    [
      [ScreenButton(line.onButton, .open(trail.to(.booking(line.state.booking.id))))],
      line.state.offer.map { .answers(to: $0, from: trail, words) } ?? [],
    ]
  }
}
