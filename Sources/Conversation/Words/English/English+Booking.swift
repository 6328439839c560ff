import OfficeActor

extension English: BookingWords {
  // MARK: The calendar

  var chooseDay: String { "Pick a day" }
  var whichDay: Markup { "<b>Which day?</b>" }
  func calendarHint(hasOwn: Bool) -> Markup {
    "The number after the dot is how many seats are free\(hasOwn ? "; ✓ marks days that you have booked" : "")."
  }
  var closed: String { "closed" }

  func whichDay(forSeat seat: Seat.ID) -> Markup {
    "<b>Seat \(seat.rawValue): which day?</b>\nThese are the days on which it is free."
  }
  func neverFree(_ seat: Seat.ID) -> Markup {
    "Seat \(seat.rawValue) is taken on all days that are open now. Choose another."
  }

  // MARK: A day's floor

  var officeIsClosed: String { "Office closed" }
  func free(_ free: Int, of all: Int) -> String { "\(free) of \(all) free" }
  var officeIsClosedThatDay: Markup { "The office is closed that day." }
  func nothingFree(inQueue count: Int) -> Markup {
    count == 0
      ? "All seats are taken and nobody is in the queue. Be the first: I offer you what becomes free."
      : "All seats are taken, \(people(count)) in the queue. Join it: I offer you what becomes free."
  }
  func offered(_ seat: Seat.ID) -> Markup { "Seat <b>\(seat.rawValue)</b> is offered to you." }
  func offeredOnButton(_ seat: Seat.ID) -> String { "seat \(seat.rawValue) offered" }
  func yourSeat(_ seat: Seat.ID) -> Markup { "Your seat: <b>\(seat.rawValue)</b>." }
  func presentSeat(_ seat: Seat.ID) -> Markup { "Seat <b>\(seat.rawValue)</b> for now." }
  func withoutSeatYet(isOwn: Bool, inQueue: String) -> Markup {
    isOwn ? "You have no seat yet: \(inQueue)." : "No seat yet: \(inQueue)."
  }
  var tapSeat: Markup { "Tap the number of a seat, or type it." }
  var tapOtherSeat: Markup { "Tap another number to move." }
  var choosePart: Markup { "Pick a part of the office, or type the number of a seat." }
  func myBooking(_ seat: Seat.ID?) -> String { "My booking: \(seat.map(self.seat) ?? withoutSeat)" }
  var comeWithoutSeat: String { "Come without a seat" }
  var guestWithoutSeat: String { "Guest without a seat" }

  // MARK: A booking

  func booked(_ presence: Markup) -> Markup { "✅ Booked: <b>\(presence)</b>" }
  func queued(_ day: Day, place: Int?, guest: GuestName?) -> Markup {
    switch (place, guest) {
    case (let place?, nil):
      "You are \(inQueue(place)) for <b>\(self.day(day))</b>. You can come without a seat, too."
    case (let place?, _?):
      "Your guest is \(inQueue(place)) for <b>\(self.day(day))</b> and can come without a seat, too."
    case (nil, _): "<b>\(self.day(day))</b>, without a seat."
    }
  }
  func yourBooking(_ presence: Markup) -> Markup { "Your booking: <b>\(presence)</b>" }
  func guestBooking(_ presence: Markup) -> Markup { "Your guest's booking: <b>\(presence)</b>" }
  func guestLine(_ name: GuestName) -> Markup { "Guest: <b>\(name.inText)</b>" }
  var nothingMoreOffered: Markup {
    "I will not offer you another seat for this day; you can take a free one yourself."
  }
  var willBeOffered: Markup { "When a seat becomes free, I offer it in the order of the queue." }
  func askedBefore(askAt: TimeOfDay, answerBy: TimeOfDay) -> Markup {
    """
    At \(askAt.description) the day before I ask whether you are coming. Without an answer by \
    \(answerBy.description) the seat is released.
    """
  }
  var cancel: String { "Cancel" }
  var cancelBooking: String { "Cancel booking" }
  var chooseSeat: String { "Choose a seat" }
  var otherSeat: String { "Another seat" }
  func bookingsHint(_ count: Int) -> Markup { "\(bookings(count)). Tap one to see or cancel it." }
  var bookingIsGone: Markup { "This booking no longer exists." }

  // MARK: Booking and moving

  func booked(_ seat: Seat.ID, on day: Day, for guest: GuestName?) -> Markup {
    guest.map { "Seat \(seat.rawValue) on \(self.day(day)) is your guest's: \($0.inText)." }
      ?? "Seat \(seat.rawValue) on \(self.day(day)) is yours."
  }
  func moved(from left: Seat.ID, to seat: Seat.ID, on day: Day) -> Markup {
    "\(self.day(day)): seat \(seat.rawValue) instead of \(left.rawValue)."
  }
  func goesToQueue(_ left: Seat.ID, movingTo seat: Seat.ID, on day: Day) -> Markup {
    "<b>Seat \(left.rawValue) will go to the queue.</b> Move to seat \(seat.rawValue) on \(self.day(day))?"
  }
  var yesMove: String { "Yes, move" }

  // MARK: Cancelling

  func cancelQuestion(_ line: Markup) -> Markup { "Cancel the booking: <b>\(line)</b>?" }
  var yesCancel: String { "Yes, cancel" }
  func cancelled(_ line: Markup) -> Markup { "Cancelled: \(line)." }
  func bookingStands(on day: Day) -> Markup { "Already done: the booking for \(self.day(day)) stands." }
  var yourGuests: String { "Your guests" }
  func guestsLeft(on day: Day) -> Markup { "<b>Your guests still come on \(self.day(day)):</b>" }
  var cancelGuestsToo: String { "Cancel the guests, too" }
  func guestsCancelled(_ count: Int, on day: Day) -> Markup {
    "Cancelled: \(count.counting("guest", "guests")) on \(self.day(day))."
  }
  func noGuests(on day: Day) -> Markup { "Already done: you have no guests on \(self.day(day))." }

  // MARK: Offers

  func takeSeat(_ seat: Seat.ID) -> String { "Take seat \(seat.rawValue)" }
  var noThanks: String { "No, thanks" }
  func offerDeclined(_ seat: Seat.ID, on day: Day) -> Markup {
    "All right. I will not offer you anything else for \(self.day(day)); you can take a free seat yourself."
  }
  func offerNotHeld(_ seat: Seat.ID, on day: Day) -> Markup {
    "Already done: I do not hold seat \(seat.rawValue) on \(self.day(day)) for you."
  }
  func seatIsYours(_ seat: Seat.ID) -> Markup {
    "Seat \(seat.rawValue) is already yours; cancel the booking if you do not need it."
  }
  func offerPreview(_ seat: Seat.ID, on day: Day, until: String) -> Markup {
    """
    <b>\(self.day(day)): seat \(seat.rawValue) is free.</b> I hold it for you until \(until). If you decline, I offer \
    nothing else for that day.
    """
  }
}
