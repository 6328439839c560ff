import OfficeActor

/// «Место 12 уйдёт очереди»: asked before somebody gives up a seat that others wait for.
struct MovingScreen {
  let booking: Booking
  let left: Seat.ID
  let seat: Seat.ID
  let floor: DayFloor
  let trail: Trail

  init(
    _ office: Office, booking: Booking, from left: Seat.ID, to seat: Seat.ID, employee: Employee, trail: Trail
  ) {
    self.booking = booking
    self.left = left
    self.seat = seat
    floor = DayFloor(office, day: booking.day, employee: employee)
    self.trail = trail
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture,
      caption: [
        booking.guest.map { "Гость: <b>\($0.inText)</b>" } ?? "",
        "<b>Место \(left.rawValue) уйдёт очереди.</b> Пересесть на место \(seat.rawValue) на \(booking.day.inText)?",
      ].lines(),
      rows: [
        [
          ScreenButton(
            "Да, пересесть", .move(booking.id, to: seat, isConfirmed: true, from: trail), .success),
          // The way back is the floor on which the seat was tapped.
          ScreenButton("‹ Назад", .open(trail)),
        ]
      ])
  }
}
