import FloorPlan
import OfficeActor

/// A day's question whether somebody comes; when it is answered, what they have for that day.
struct AttendanceScreen: SceneView {
  let scene: Scene
  let day: Day
  let question: AttendanceQuestion?
  let bookings: [BookingLine]
  let trail: Trail

  init(_ scene: Scene, employee: Employee, day: Day, trail: Trail) {
    self.scene = scene
    self.day = day
    self.trail = trail
    question = AttendanceQuestion(scene, of: employee.id, on: day)
    bookings = scene.office.bookings(of: employee.id, on: day).map { BookingLine($0, in: scene) }
  }

  func render() -> Screen {
    let floor = ScreenButton(words.floor(on: words.dayOnButton(day)), .open(trail.to(.day(day))))
    return Screen(
      picture: standing(.question, words.day(day)),
      caption: question?.text ?? answered,
      rows: (question?.rows ?? [[floor]]) + [[menu]])
  }

  private var answered: Markup {
    bookings.isEmpty
      ? words.noBookings(on: day)
      : [words.yourBookings, bookings.map { "• \($0.text)" }.fitting(more).lines()].lines()
  }
}
