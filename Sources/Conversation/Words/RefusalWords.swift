import OfficeActor

/// Why something is not done, and what can be done now.
protocol RefusalWords {
  var notSaved: Markup { get }
  var overloaded: Markup { get }
  var chooseNameFirst: Markup { get }
  var notYourBooking: Markup { get }
  var adminsOnly: Markup { get }
  func alreadyRegistered(_ name: String) -> Markup
  func registrationNotOpen(_ mode: RegistrationMode) -> Markup
  var nameIsNoMore: Markup { get }
  var nameIsTaken: Markup { get }
  var nameNotFound: Markup { get }
  func linkedToAnother(_ name: String) -> Markup
  func nameExists(_ name: String) -> Markup
  func listIsFull(room: Int, namesMax: Int) -> Markup
  var requestIsGone: Markup { get }
  func requestRefused(until: String) -> Markup
  func requestsUsedUp(_ max: Int, until: String) -> Markup
  var tooManyRequests: Markup { get }
  func dayIsPast(_ day: Day) -> Markup
  func dayNotYetOpen(_ day: Day, last: Day) -> Markup
  func dayIsClosed(_ day: Day) -> Markup
  func seatIsNoMore(_ seat: Seat.ID) -> Markup
  func seatTaken(_ seat: Seat.ID, on day: Day, by holder: String) -> Markup
  func seatIsClosed(_ seat: Seat.ID, on day: Day) -> Markup
  func seatHeld(_ seat: Seat.ID, on day: Day) -> Markup
  func seatsAreFree(on day: Day) -> Markup
  func guestBooked(_ line: Markup?) -> Markup
  func tooManyGuests(_ max: Int, on day: Day) -> Markup
  func moveNeedsConfirming(_ left: Seat.ID, to seat: Seat.ID) -> Markup
  var offerIsGone: Markup { get }
  var seatsVanished: Markup { get }
  var bookingIsGoneAlready: Markup { get }
  func noSuchSeat(_ typed: String) -> Markup
  func offerRanOut(_ seat: Seat.ID, on day: Day) -> Markup
  func freeSeats(_ named: String, more: Int) -> Markup
  var noFreeSeats: Markup { get }
}
