import OfficeActor

/// A day's bookings: by seat, then those without one.
struct AdminDayScreen: AdminView {
  let scene: AdminScene
  let day: Day
  let page: Int
  private let bookings: [Booking]

  static let pageSize = 10

  init(scene: AdminScene, day: Day, page: Int) {
    self.scene = scene
    self.day = day
    self.page = page
    let all = scene.office.bookings(on: day)
    let seated = scene.office.seats.compactMap { all.booking(of: $0.id) }
    let shown = Set(seated.map(\.id))
    let homeless = all.all.filter { $0.seat != nil && !shown.contains($0.id) }.sorted { $0.id < $1.id }
    bookings = seated + homeless + Array(all.queue)
  }

  func render() -> Screen {
    let page = Page(page, of: bookings, size: Self.pageSize)
    var rows = page.items.map { booking in
      [scene.button(AdminBookingLine(booking, in: scene).onButton, .booking(booking.id))]
    }
    rows.append(scene.pages(page.index, of: page.count) { .day(day, page: $0) })
    if isBookable { rows.append([scene.button(words.bookForEmployee, .bookingFor(day), .primary)]) }
    if day >= scene.today {
      if office.closedDays.contains(day) {
        rows.append([scene.button(words.openDay, .openDay(day), .success)])
      } else if !office.rules.closes(day) || !bookings.isEmpty {
        rows.append([scene.button(words.closeDay, .closing(day), .danger)])
      }
    }
    rows.append(scene.wayBack)
    return Screen(
      picture: floor.picture(subtitle: subtitle),
      caption: [words.bookings(on: day), state].lines(), rows: rows)
  }

  private var isBookable: Bool { scene.window.contains(day) && !scene.office.isClosed(day) }

  private var subtitle: String { words.bookings(bookings.count) }

  private var state: Markup {
    let closed: Markup =
      scene.office.closedDays.contains(day)
      ? words.closedByAdmin
      : scene.office.rules.closes(day) ? words.closedByConfiguration : ""
    return [
      closed, words.bookingsThere(bookings.count, withoutSeat: bookings.count { $0.seat == nil }),
    ].lines()
  }

  private var floor: DayFloor {
    DayFloor(scene.scene, day: day, employee: nil) { scene.office.employees[$0.owner]?.name.short }
  }
}
