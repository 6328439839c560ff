import OfficeActor

/// A seat for somebody on a day: a button for every free one; a number can be typed as well.
struct SeatChoiceScreen: AdminView {
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
    let floor = DayFloor(scene.scene, day: day, employee: nil)
    let seats = SeatButtons(floor, part: part)
    var rows = seats.rows(
      showing: { .open(scene.trail.to(.admin(place($0)))) }, taking: { button(action($0)) })
    if floor.free.isEmpty, let seatless {
      rows.append([ScreenButton(words.queueWithoutSeat, button(seatless), .primary)])
    }
    return Screen(
      picture: floor.picture(part: seats.part),
      caption: [
        "<b>\(words.day(day))</b>", who,
        floor.free.isEmpty ? words.nothingFree : seats.areOfParts ? words.choosePart : words.tapSeat,
      ].lines(), rows: rows + [scene.wayBack], awaits: scene.entry)
  }

  /// Leads back to where one chose to book: the action itself says for what this screen was.
  private func button(_ action: AdminAction) -> Button { .admin(action, from: scene.trail.back) }
}

/// «Место 12 уйдёт очереди»: the move is confirmed first.
struct AdminMovingScreen: AdminView {
  let scene: AdminScene
  let booking: Booking
  let left: Seat.ID
  let seat: Seat.ID

  func render() -> Screen {
    scene.question(
      words.moveHeading,
      caption: [
        "<b>\(AdminBookingLine(booking, in: scene).text)</b>", words.moveQuestion(left, to: seat),
      ].lines(),
      yes: scene.button(words.yesMoveThem, .move(booking.id, to: seat, isConfirmed: true), .danger))
  }
}
