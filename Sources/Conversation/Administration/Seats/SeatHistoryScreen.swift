import FloorPlan
import OfficeActor

/// «История»: who sat at a seat, the newest day first, as far as bookings are kept.
struct SeatHistoryScreen: AdminView {
  let scene: AdminScene
  let seat: Seat
  let page: Int

  func render() -> Screen {
    var lines = LinePages()
    lines.append(
      office.bookings(of: seat.id, through: scene.today).lazy.map { booking in
        "\(words.day(booking.day)) — \(AdminBookingLine(booking, in: scene).who.plain.shortened(to: 80))"
      })
    let page = lines.page(page)
    return scene.screen(
      words.history,
      caption: (["<b>\(words.history): \(words.seat(seat.id))</b>"]
        + (page.items.first ?? [words.nobodySatHere]))
        .lines(),
      rows: [scene.pages(page.index, of: page.count) { .seatHistory(seat.id, page: $0) }])
  }
}
