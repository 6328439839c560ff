import FloorPlan
import Foundation
import OfficeActor

/// A day's question whether somebody comes; when it is answered, what they have for that day.
struct AttendanceScreen {
  let officeName: String
  let day: Day
  let question: AttendanceQuestion?
  let bookings: [BookingLine]
  let trail: Trail

  init(
    _ office: Office, officeName: String, employee: Employee, day: Day, at now: Date, trail: Trail
  ) {
    self.officeName = officeName
    self.day = day
    self.trail = trail
    question = AttendanceQuestion(office, of: employee.id, on: day, at: now)
    bookings = office.bookings(of: employee.id, on: day).map { BookingLine($0, in: office) }
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.question, office: officeName, heading: day.inText)),
      caption: question?.text ?? answered,
      rows: (question?.rows ?? [[ScreenButton("План на \(day.onButton)", .open(trail.to(.day(day))))]])
        + [[.menu]])
  }

  private var answered: Markup {
    bookings.isEmpty
      ? "На \(day.inText) у вас броней нет."
      : ["Ваши брони:", bookings.map { "• \($0.text)" }.fitting { "… и ещё \($0)" }.lines()].lines()
  }
}
