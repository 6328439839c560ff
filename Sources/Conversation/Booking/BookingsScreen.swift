import FloorPlan
import OfficeActor

/// «Мои брони»: one's own and guests', soonest first.
struct BookingsScreen {
  let officeName: String
  let bookings: [BookingLine]
  let today: Day
  let page: Int
  let trail: Trail

  /// Bookings on one page.
  static let pageSize = 8

  init(_ office: Office, officeName: String, employee: Employee, today: Day, page: Int, trail: Trail) {
    self.officeName = officeName
    self.today = today
    self.page = page
    self.trail = trail
    bookings = office.bookings(of: employee.id, from: today).map { BookingLine($0, in: office) }
  }

  func render() -> Screen {
    let page = Page(page, of: bookings, size: Self.pageSize)
    return Screen(
      picture: .standing(StandingPicture(.bookings, office: officeName, heading: "Мои брони")),
      caption: bookings.isEmpty
        ? "<b>Мои брони</b>\nБроней пока нет."
        : "<b>Мои брони</b>\n\(bookings.count.counting("бронь", "брони", "броней")). Нажмите, чтобы посмотреть или отменить.",
      rows: page.items.flatMap(rows)
        + [
          .pages(current: page.index, of: page.count) { .open(trail.to(.bookings(page: $0))) },
          bookings.isEmpty ? [ScreenButton("Забронировать", .open(trail.to(.calendar)), .primary)] : [],
          [.back(trail)],
        ])
  }

  private func rows(_ line: BookingLine) -> [[ScreenButton]] {
    [
      [ScreenButton(line.onButton(today: today), .open(trail.to(.booking(line.state.booking.id))))],
      line.state.offer.map { .answers(to: $0, from: trail) } ?? [],
    ]
  }
}
