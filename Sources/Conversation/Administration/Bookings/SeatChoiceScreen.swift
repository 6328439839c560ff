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
  /// What taking a seat does.
  let action: (Seat.ID) -> AdminAction
  /// Presence without a seat, if that can be had when none is free.
  var seatless: AdminAction?

  func render() -> Screen {
    let floor = DayFloor(scene.office, day: day, employee: nil)
    let seats = SeatButtons(floor, part: part)
    var rows = seats.rows(
      showing: { .open(scene.trail.to(.admin(place($0)))) }, taking: { button(action($0)) })
    if floor.free.isEmpty, let seatless {
      rows.append([ScreenButton("Без места, в очередь", button(seatless), .primary)])
    }
    return Screen(
      picture: floor.picture(part: seats.part),
      caption: [
        "<b>\(day.inText)</b>", who,
        floor.free.isEmpty
          ? "Свободных мест нет."
          : seats.areOfParts
            ? "Выберите часть офиса или напишите номер места." : "Нажмите номер места или напишите его.",
      ].lines(), rows: rows + [[.back(scene.trail), .menu]], awaits: scene.entry)
  }

  /// Leads back to where one chose to book: the action itself says for what this screen was.
  private func button(_ action: AdminAction) -> Button { .admin(action, from: scene.trail.back) }
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
