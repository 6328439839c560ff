import FloorPlan
import OfficeActor

/// One booking on its floor, with the way to cancel it.
struct BookingScreen {
  let booking: Booking
  let line: BookingLine
  let floor: DayScreen
  let trail: Trail
  /// Whether it was booked by the tap that leads here.
  let isNew: Bool

  init(_ office: Office, booking: Booking, employee: Employee, trail: Trail, isNew: Bool = false) {
    self.booking = booking
    line = BookingLine(booking, in: office)
    floor = DayScreen(office, day: booking.day, part: nil, employee: employee, trail: trail)
    self.trail = trail
    self.isNew = isNew
  }

  func render() -> Screen {
    Screen(
      picture: floor.render().picture,
      caption: isNew ? "✅ Забронировано: <b>\(line.text)</b>" : "Ваша бронь: <b>\(line.text)</b>",
      rows: [
        [
          ScreenButton(
            isNew ? "Отменить" : "Отменить бронь", .open(trail.to(.cancelling(booking.id))), .danger),
          ScreenButton("Другое место", .open(trail.to(.day(booking.day)))),
        ],
        [.back(trail), .menu],
      ])
  }
}
