import FloorPlan
import OfficeActor

/// «Места».
struct AdminSeatsScreen {
  let scene: AdminScene
  let page: Int

  static let pageSize = 40

  func render() -> Screen {
    let office = scene.office
    let page = Page(page, of: office.seats, size: Self.pageSize)
    let rows = page.items.map { seat in
      scene.button((isClosed(seat) ? "✕ " : "") + seat.id.rawValue, .seat(seat.id))
    }.rows(of: min(5, SeatButtons.inRow(page.items.map(\.id))))
    let seats = office.seats.map {
      PictureSeat(id: $0.id.rawValue, zone: $0.zone, state: isClosed($0) ? .closed : .free)
    }
    let closed = office.seats.count(where: isClosed)
    let subtitle = "Мест: \(seats.count), закрыто: \(closed)"
    return Screen(
      picture: .floor(FloorPicture(title: "Места", subtitle: subtitle, seats: seats)),
      caption: "<b>Места</b>\n\(subtitle). Нажмите номер или напишите его.",
      rows: rows + [
        scene.pages(page.index, of: page.count) { .seats(page: $0) }, [.back(scene.trail), .menu],
      ], awaits: scene.entry)
  }

  /// Closed today or later.
  private func isClosed(_ seat: Seat) -> Bool {
    scene.office.closures[seat.id].map { $0.through.map { $0 >= scene.today } ?? true } ?? false
  }
}

/// One seat: close it, open it.
struct AdminSeatScreen {
  let scene: AdminScene
  let seat: Seat

  private static let bookingsShownMax = 5

  func render() -> Screen {
    let office = scene.office
    let closure = office.closures[seat.id].flatMap { closure in
      closure.through.map { $0 >= scene.today } ?? true ? closure : nil
    }
    let bookings = office.bookings(of: seat.id, from: scene.today)
    let lines = bookings.prefix(Self.bookingsShownMax).map { booking -> Markup in
      "\(booking.day.inText) — \(AdminBookingLine(booking, in: office).who.shortened(to: 80))"
    }
    return scene.screen(
      "Место \(seat.id.rawValue)",
      caption: ([
        "<b>Место \(seat.id.rawValue)</b>\(seat.zone.isEmpty ? "" : " (\(seat.zone))")",
        closure.map(\.inText) ?? "Место открыто.",
        bookings.isEmpty ? "Броней нет." : "Брони:",
      ] + lines + (bookings.count > lines.count ? ["и ещё \(bookings.count - lines.count)"] : [])).lines(),
      rows: [
        closure == nil
          ? [scene.button("Закрыть место", .closingSeat(seat.id), .danger)]
          : [
            scene.button("Открыть место", .openSeat(seat.id), .success),
            scene.button("Закрыть иначе", .closingSeat(seat.id)),
          ]
      ])
  }
}

extension SeatClosure {
  /// «Закрыто с ср 25 ноября, пока не откроют. Причина: ремонт.»
  var inText: Markup {
    let until: Markup = through.map { "по \($0.inText)" } ?? "пока не откроют"
    return "Закрыто с \(from.inText) \(until)." + (reason.isEmpty ? "" : " Причина: \(reason.text).")
  }
}
