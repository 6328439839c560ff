import FloorPlan
import OfficeActor

/// «Отменить бронь?»
struct CancellingScreen: SceneView {
  let scene: Scene
  let booking: Booking
  let employee: Employee
  let trail: Trail

  init(_ scene: Scene, booking: Booking, employee: Employee, trail: Trail) {
    self.scene = scene
    self.booking = booking
    self.employee = employee
    self.trail = trail
  }

  func render() -> Screen {
    Screen(
      picture: DayFloor(scene, day: booking.day, employee: employee).picture,
      caption: words.cancelQuestion(BookingLine(booking, in: scene).text),
      rows: [
        [ScreenButton(words.yesCancel, .cancel(booking.id, from: trail.back), .danger), back(trail)]
      ])
  }
}
