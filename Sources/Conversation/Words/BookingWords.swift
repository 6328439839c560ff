import OfficeActor

/// Days, seats, bookings, offers.
protocol BookingWords {
  // The calendar.
  var chooseDay: String { get }
  var whichDay: Markup { get }
  func calendarHint(hasOwn: Bool) -> Markup
  var closed: String { get }

  func whichDay(forSeat seat: Seat.ID) -> Markup
  func neverFree(_ seat: Seat.ID) -> Markup

  // A day's floor.
  var officeIsClosed: String { get }
  func free(_ free: Int, of all: Int) -> String
  var officeIsClosedThatDay: Markup { get }
  func nothingFree(inQueue: Int) -> Markup
  func offered(_ seat: Seat.ID) -> Markup
  func offeredOnButton(_ seat: Seat.ID) -> String
  func yourSeat(_ seat: Seat.ID) -> Markup
  func presentSeat(_ seat: Seat.ID) -> Markup
  func withoutSeatYet(isOwn: Bool, inQueue: String) -> Markup
  var tapSeat: Markup { get }
  var tapOtherSeat: Markup { get }
  var choosePart: Markup { get }
  func myBooking(_ seat: Seat.ID?) -> String
  var comeWithoutSeat: String { get }
  var guestWithoutSeat: String { get }

  // A booking.
  func booked(_ presence: Markup) -> Markup
  func queued(_ day: Day, place: Int?, guest: GuestName?) -> Markup
  func yourBooking(_ presence: Markup) -> Markup
  func guestBooking(_ presence: Markup) -> Markup
  func guestLine(_ name: GuestName) -> Markup
  var nothingMoreOffered: Markup { get }
  var willBeOffered: Markup { get }
  func askedBefore(askAt: TimeOfDay, answerBy: TimeOfDay) -> Markup
  var cancel: String { get }
  var cancelBooking: String { get }
  var chooseSeat: String { get }
  var otherSeat: String { get }
  func bookingsHint(_ count: Int) -> Markup
  var bookingIsGone: Markup { get }

  // Booking and moving.
  func booked(_ seat: Seat.ID, on day: Day, for guest: GuestName?) -> Markup
  func moved(from left: Seat.ID, to seat: Seat.ID, on day: Day) -> Markup
  func goesToQueue(_ left: Seat.ID, movingTo seat: Seat.ID, on day: Day) -> Markup
  var yesMove: String { get }

  // Cancelling.
  func cancelQuestion(_ line: Markup) -> Markup
  var yesCancel: String { get }
  func cancelled(_ line: Markup) -> Markup
  func bookingStands(on day: Day) -> Markup
  var yourGuests: String { get }
  func guestsLeft(on day: Day) -> Markup
  var cancelGuestsToo: String { get }
  func guestsCancelled(_ count: Int, on day: Day) -> Markup
  func noGuests(on day: Day) -> Markup

  // Offers.
  func takeSeat(_ seat: Seat.ID) -> String
  var noThanks: String { get }
  func offerDeclined(_ seat: Seat.ID, on day: Day) -> Markup
  func offerNotHeld(_ seat: Seat.ID, on day: Day) -> Markup
  func seatIsYours(_ seat: Seat.ID) -> Markup
  func offerPreview(_ seat: Seat.ID, on day: Day, until: String) -> Markup
}
