import FloorPlan
import OfficeActor

/// «Мои брони».
struct BookingsScreen {
  let officeName: String
  let bookings: [(id: Booking.ID, line: BookingLine)]
  let trail: Trail

  /// Bookings on one screen; a booking window holds fewer of one's own.
  static let buttonsMax = 60

  init(_ office: Office, officeName: String, employee: Employee, today: Day, trail: Trail) {
    self.officeName = officeName
    self.trail = trail
    bookings = office.bookings(of: employee.id, from: today).prefix(Self.buttonsMax)
      .map { ($0.id, BookingLine($0, in: office)) }
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.bookings, office: officeName, heading: "Мои брони")),
      caption: bookings.isEmpty
        ? "<b>Мои брони</b>\nБроней пока нет."
        : "<b>Мои брони</b>\n\(bookings.count.counting("бронь", "брони", "броней")). Нажмите, чтобы посмотреть или отменить.",
      rows: bookings.map { [ScreenButton($0.line.onButton, .open(trail.to(.booking($0.id))))] }
        + [
          bookings.isEmpty ? [ScreenButton("Забронировать", .open(trail.to(.calendar)), .primary)] : [],
          [.back(trail)],
        ])
  }
}
