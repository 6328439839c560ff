import OfficeActor

/// «Место 12 уйдёт очереди»: asked before somebody gives up a seat that others wait for.
struct MovingScreen: SceneView {
  let scene: Scene
  let booking: Booking
  let left: Seat.ID
  let seat: Seat.ID
  let employee: Employee
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: DayFloor(scene, day: booking.day, employee: employee).picture,
      caption: [
        booking.guest.map(words.guestLine) ?? "", words.goesToQueue(left, movingTo: seat, on: booking.day),
      ].lines(),
      rows: [
        [
          ScreenButton(
            words.yesMove, .move(booking.id, to: seat, isConfirmed: true, from: trail), .success),
          // The way back is the floor on which the seat was tapped.
          ScreenButton(words.back, .open(trail)),
        ]
      ])
  }
}
