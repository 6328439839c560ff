import OfficeActor

extension English: RefusalWords {
  var notSaved: Markup { "It could not be saved, so nothing has changed. Please try again a little later." }
  var overloaded: Markup {
    "There are too many requests right now, so nothing has changed. Please try again."
  }
  var chooseNameFirst: Markup { "Choose your name first." }
  var notYourBooking: Markup {
    "This is somebody else's booking: only its owner or an administrator can cancel it. Yours are under “My bookings”."
  }
  var adminsOnly: Markup { "Only an administrator can do this." }
  func alreadyRegistered(_ name: String) -> Markup {
    "You are registered already: \(name). If this is not you, tell an administrator."
  }
  func registrationNotOpen(_ mode: RegistrationMode) -> Markup {
    switch mode {
    case .approval: "An administrator has to approve your request first."
    case .group: "Only members of the company's group can register."
    case .open, .invite: "Registering takes an invitation link: ask an administrator for it."
    }
  }
  var nameIsNoMore: Markup { "This name is no longer on the list. Choose another." }
  var nameIsTaken: Markup { "This name is taken. If it is yours, tell an administrator." }
  var nameNotFound: Markup { "There is no such name among those found. Type part of your name." }
  func linkedToAnother(_ name: String) -> Markup {
    "Out of date: another account is linked to the name “\(name)”. It can be unlinked under “Employees”."
  }
  func nameExists(_ name: String) -> Markup { "This name is on the list already: \(name)." }
  func listIsFull(room: Int, namesMax: Int) -> Markup {
    room == 0
      ? "The list is full: it holds \(names(namesMax)). Nobody was added."
      : "That is too many: the list has room for \(names(room)) more. Nobody was added."
  }
  var requestIsGone: Markup { "Already done: this request no longer exists." }
  func requestRefused(until: String) -> Markup {
    "The request for this name was refused. You can send it again \(until). If this is a mistake, tell an administrator."
  }
  func requestsUsedUp(_ max: Int, until: String) -> Markup {
    "You can send at most \(max.counting("request", "requests")) in 24 hours. The next one \(until)."
  }
  var tooManyRequests: Markup {
    "There are too many requests right now. Please try later, or tell an administrator."
  }
  func dayIsPast(_ day: Day) -> Markup { "This day is over: \(self.day(day)). Choose another." }
  func dayNotYetOpen(_ day: Day, last: Day) -> Markup {
    "\(self.day(day)) is not open yet: you can book days up to \(self.day(last))."
  }
  func dayIsClosed(_ day: Day) -> Markup { "The office is closed on \(self.day(day)). Choose another day." }
  func seatIsNoMore(_ seat: Seat.ID) -> Markup {
    "Seat \(seat.rawValue) is no longer in the office. Choose another on the plan."
  }
  func seatTaken(_ seat: Seat.ID, on day: Day, by holder: String) -> Markup {
    "Seat \(seat.rawValue) on \(self.day(day)) is taken: \(holder)."
  }
  func seatIsClosed(_ seat: Seat.ID, on day: Day) -> Markup {
    "Seat \(seat.rawValue) is closed on \(self.day(day))."
  }
  func seatHeld(_ seat: Seat.ID, on day: Day) -> Markup {
    "Seat \(seat.rawValue) on \(self.day(day)) is offered to somebody in the queue."
  }
  func seatsAreFree(on day: Day) -> Markup { "There are free seats on \(self.day(day))." }
  func guestBooked(_ line: Markup?) -> Markup {
    line.map { "This guest has a booking already: \($0). Give a second guest another name." }
      ?? "This guest has a booking already."
  }
  func tooManyGuests(_ max: Int, on day: Day) -> Markup {
    "You have \(max.counting("guest", "guests")) on \(self.day(day)) already, and that is the limit."
  }
  func moveNeedsConfirming(_ left: Seat.ID, to seat: Seat.ID) -> Markup {
    "Seat \(left.rawValue) will go to the queue. Move to seat \(seat.rawValue)?"
  }
  var offerIsGone: Markup { "This offer is no longer valid." }
  var seatsVanished: Markup { "The seats of these bookings are no longer in the configuration." }
  var bookingIsGoneAlready: Markup { "Already done: this booking no longer exists." }
  func noSuchSeat(_ typed: String) -> Markup { "There is no seat “\(typed)”." }
  func offerRanOut(_ seat: Seat.ID, on day: Day) -> Markup {
    "Time is up: I no longer hold seat \(seat.rawValue) on \(self.day(day)) for you."
  }
  func freeSeats(_ named: String, more: Int) -> Markup {
    more > 0 ? "Free: \(named) and \(more) more." : "Free: \(named)."
  }
  var noFreeSeats: Markup { "No seats are free that day." }
}
