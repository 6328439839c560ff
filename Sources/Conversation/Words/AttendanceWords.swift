import OfficeActor

/// Whether people come.
protocol AttendanceWords {
  func willYouCome(on day: Day, isTomorrow: Bool) -> Markup
  func willGuestsCome(on day: Day, isTomorrow: Bool) -> Markup
  func answer(by time: String?, seats: Int) -> Markup
  var reminder: Markup { get }
  var attendanceConfirmed: Markup { get }
  var coming: String { get }
  var notComing: String { get }
  func cancel(_ guest: GuestName) -> String
  func floor(on day: String) -> String
  func noBookings(on day: Day) -> Markup
  var yourBookings: Markup { get }
  func thanks(_ seat: Seat.ID?, on day: Day) -> Markup
  func yoursAgain(_ line: Markup) -> Markup
  func notTakenAgain(_ seat: Seat.ID, on day: Day) -> Markup
  func noBookingOfYours(on day: Day) -> Markup
}
