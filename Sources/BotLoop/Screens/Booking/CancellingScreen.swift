import FloorPlan
import OfficeActor

/// «Отменить бронь?»
struct CancellingScreen {
  let booking: Booking
  let line: BookingLine
  let floor: DayScreen
  let trail: Trail

  init(_ office: Office, booking: Booking, employee: Employee, trail: Trail) {
    self.booking = booking
    line = BookingLine(booking, in: office)
    floor = DayScreen(office, day: booking.day, part: nil, employee: employee, trail: trail)
    self.trail = trail
  }

  func render() -> Screen {
    Screen(
      picture: floor.render().picture,
      caption: "Отменить бронь: <b>\(line.text)</b>?",
      rows: [[ScreenButton("Да, отменить", .cancel(booking.id, from: trail.back), .danger), .back(trail)]])
  }
}
