import FloorPlan
import OfficeActor

/// «Отменить бронь?»
struct CancellingScreen {
  let booking: Booking
  let line: BookingLine
  let floor: DayFloor
  let trail: Trail

  init(_ office: Office, booking: Booking, employee: Employee, trail: Trail) {
    self.booking = booking
    line = BookingLine(booking, in: office)
    floor = DayFloor(office, day: booking.day, employee: employee)
    self.trail = trail
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture,
      caption: "Отменить бронь: <b>\(line.text)</b>?",
      rows: [[ScreenButton("Да, отменить", .cancel(booking.id, from: trail.back), .danger), .back(trail)]])
  }
}
