import FloorPlan
import OfficeActor

/// A seat for somebody on a day: a button for every free one; a number can be typed as well.
struct SeatChoiceScreen {
  let scene: AdminScene
  let day: Day
  /// For whom, in words.
  let who: Markup
  let part: Int?
  /// The same screen at a part of a large office.
  let place: (Int) -> AdminPlace
  /// What taking a seat does; nil is presence without one, offered when none is free.
  let action: (Seat.ID?) -> AdminAction?

  func render() -> Screen {
    let office = scene.office
    let free = office.isClosed(day) ? [] : office.freeSeats(on: day)
    let buttonsMax = DayScreen.seatButtonsMax(in: office)
    let parts = free.count > buttonsMax ? SeatPart.parts(of: office.seats, size: buttonsMax) : []
    let chosen = part.flatMap { parts.indices.contains($0) ? parts[$0] : nil }
    var rows: [[ScreenButton]]
    if let chosen {
      rows = seatRows(free.filter(chosen.contains))
    } else if !parts.isEmpty {
      rows = parts.enumerated().map { scene.button($1.label(free: free), place($0)) }.rows(of: 2)
    } else {
      rows = seatRows(free)
    }
    if free.isEmpty, let seatless = action(nil) {
      rows.append([button("Без места, в очередь", seatless, .primary)])
    }
    rows.append([.back(scene.trail), .menu])
    let bookings = office.bookings(on: day)
    let seats = office.seats.map { seat in
      let state: SeatState =
        bookings.booking(of: seat.id) != nil
        ? .taken : free.contains { $0.id == seat.id } ? .free : .closed
      return PictureSeat(id: seat.id.rawValue, zone: seat.zone, state: state)
    }
    return Screen(
      picture: .floor(
        FloorPicture(title: day.inText, subtitle: "Свободно \(free.count) из \(seats.count)", seats: seats)),
      caption: [
        "<b>\(day.inText)</b>", who,
        free.isEmpty ? "Свободных мест нет." : "Нажмите номер места или напишите его.",
      ].lines(), rows: rows, awaits: scene.entry)
  }

  private func seatRows(_ seats: [Seat]) -> [[ScreenButton]] {
    seats.compactMap { seat in
      action(seat.id).map { button(seat.id.rawValue, $0, .success) }
    }.rows(of: DayScreen.seatButtonsInRow(seats))
  }

  /// Leads back to where one chose to book: the action itself says for what this screen was.
  private func button(_ label: String, _ action: AdminAction, _ style: ScreenButton.Style) -> ScreenButton {
    ScreenButton(label, .admin(action, from: scene.trail.back), style)
  }
}

/// «Место 12 уйдёт очереди»: the move is confirmed first.
struct AdminMovingScreen {
  let scene: AdminScene
  let booking: Booking
  let left: Seat.ID
  let seat: Seat.ID

  func render() -> Screen {
    scene.question(
      "Пересадить?",
      caption: """
        <b>\(AdminBookingLine(booking, in: scene.office).text)</b>
        Место \(left.rawValue) уйдёт очереди. Пересадить на место \(seat.rawValue)?
        """,
      yes: scene.button("Да, пересадить", .move(booking.id, to: seat, isConfirmed: true), .danger))
  }
}
