import FloorPlan
import OfficeActor

/// «Места».
struct AdminSeatsScreen: AdminView {
  let scene: AdminScene
  let page: Int

  static let pageSize = 40

  func render() -> Screen {
    let page = Page(page, of: office.seats, size: Self.pageSize)
    let rows = page.items.map { seat in
      scene.button((isClosed(seat) ? "✕ " : "") + seat.id.rawValue, .seat(seat.id))
    }.rows(of: min(5, SeatButtons.inRow(page.items.map(\.id))))
    let seats = office.seats.map {
      PictureSeat(id: $0.id.rawValue, zone: $0.zone, state: isClosed($0) ? .closed : .free)
    }
    let closed = office.seats.count(where: isClosed)
    let subtitle = words.seatsSummary(seats.count, closed: closed)
    return Screen(
      picture: .floor(
        FloorPicture(title: words.seats, subtitle: subtitle, seats: seats, legend: words.legend)),
      caption: "<b>\(words.seats)</b>\n\(subtitle). \(words.tapSeat)",
      rows: rows + [
        scene.pages(page.index, of: page.count) { .seats(page: $0) },
        [scene.button(words.closeSeveral, .tickingSeats())], scene.wayBack,
      ], awaits: scene.entry)
  }

  /// Closed today or later.
  private func isClosed(_ seat: Seat) -> Bool {
    scene.office.closures[seat.id].map { $0.through.map { $0 >= scene.today } ?? true } ?? false
  }
}

/// One seat: close it, open it, look who sat there.
struct AdminSeatScreen: AdminView {
  let scene: AdminScene
  let seat: Seat

  private static let bookingsShownMax = 5

  func render() -> Screen {
    let closure = office.closures[seat.id].flatMap { closure in
      closure.through.map { $0 >= scene.today } ?? true ? closure : nil
    }
    let assigned = office.assignedSeats[seat.id]
    let owner: Markup =
      assigned.map {
        words.assignedTo(scene.name($0.employee), $0.weekdays.inOrder)
      } ?? ""
    let bookings = office.bookings(of: seat.id, from: scene.today)
    let lines = bookings.prefix(Self.bookingsShownMax).map { booking -> Markup in
      "\(words.day(booking.day)) — \(AdminBookingLine(booking, in: scene).who.plain.shortened(to: 80))"
    }
    return scene.screen(
      words.seatHeading(seat.id),
      caption: ([
        "<b>\(words.seatHeading(seat.id))</b>\(seat.zone.isEmpty ? "" : " (\(seat.zone))")",
        closure.map(words.seatClosed) ?? words.seatIsOpen,
        owner,
        bookings.isEmpty ? words.bookingsThere(0, withoutSeat: 0) : "\(words.bookings):",
      ] + lines + (bookings.count > lines.count ? [words.andMore(bookings.count - lines.count)] : []))
      .lines(),
      rows: [
        closure == nil
          ? [scene.button(words.closeSeat, .closingSeat(seat.id), .danger)]
          : [
            scene.button(words.openSeat, .openSeat(seat.id), .success),
            scene.button(words.closeOtherwise, .closingSeat(seat.id)),
          ],
        [
          assigned == nil
            ? scene.button(words.assign, .assigning(seat.id))
            : scene.button(words.unassign, .unassignSeat(seat.id), .danger)
        ],
        [
          scene.button(words.history, .seatHistory(seat.id)),
          scene.button(words.journal, .journal(JournalPage(filter: JournalFilter(seat: seat.id)))),
        ],
      ])
  }
}
