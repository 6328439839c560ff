import OfficeActor

/// A day's bookings: by seat, then those without one.
struct AdminDayScreen {
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
    let office = scene.office
    let page = Page(page, of: bookings, size: Self.pageSize)
    var rows = page.items.map { booking in
      [scene.button(AdminBookingLine(booking, in: office).onButton, .booking(booking.id))]
    }
    rows.append(scene.pages(page.index, of: page.count) { .day(day, page: $0) })
    if isBookable { rows.append([scene.button("Забронировать за сотрудника", .bookingFor(day), .primary)]) }
    if day >= scene.today {
      if office.closedDays.contains(day) {
        rows.append([scene.button("Открыть день", .openDay(day), .success)])
      } else if !office.rules.closes(day) || !bookings.isEmpty {
        rows.append([scene.button("Закрыть день", .closing(day), .danger)])
      }
    }
    rows.append([.back(scene.trail), .menu])
    return Screen(
      picture: floor.picture(subtitle: subtitle),
      caption: ["<b>Брони: \(day.inText)</b>", state].lines(), rows: rows)
  }

  private var isBookable: Bool { scene.window.contains(day) && !scene.office.isClosed(day) }

  private var subtitle: String { bookings.count.counting("бронь", "брони", "броней") }

  private var state: Markup {
    let closed: Markup =
      scene.office.closedDays.contains(day)
      ? "День закрыт администратором."
      : scene.office.rules.closes(day) ? "День закрыт в конфигурации." : ""
    let waiting = bookings.count { $0.seat == nil }
    return [
      closed,
      bookings.isEmpty ? "Броней нет." : "\(subtitle)\(waiting > 0 ? ", без места: \(waiting)" : "").",
    ].lines()
  }

  private var floor: DayFloor {
    DayFloor(scene.office, day: day, employee: nil) { scene.office.employees[$0.owner]?.name.short }
  }
}
