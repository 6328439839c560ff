import OfficeActor

extension English: PeopleWords {
  func whoIsIn(on day: Day) -> Markup { "<b>Who's in: \(self.day(day))</b>" }
  func peopleThere(_ count: Int) -> String { count == 0 ? "Nobody yet" : people(count) }
  var withoutSeatHeading: Markup { "<b>Without a seat</b>" }
  var guestsHeading: Markup { "<b>Guests</b>" }
  func guest(_ name: GuestName, at place: String, hostedBy host: String) -> Markup {
    "\(place) — \(name.inText), host: \(host)"
  }
  var findColleague: String { "Find a colleague" }
  var whomToFind: Markup { "Whom do you look for? Type part of the name." }
  func nobodyFound(_ typed: String) -> Markup {
    "“\(typed)”: no such name on the list. Try another spelling."
  }
  func found(_ count: Int, _ typed: String, shown: Int) -> Markup {
    let found: Markup = "\(people(count)) found for “\(typed)”"
    return count > shown ? found + ", the first \(shown) are shown. Type more letters." : found + "."
  }
  var nameIsGone: Markup { "This name is no longer on the list." }
}

extension English: AttendanceWords {
  func willYouCome(on day: Day, isTomorrow: Bool) -> Markup {
    isTomorrow
      ? "Are you coming tomorrow, <b>\(self.day(day))</b>?" : "Are you coming on <b>\(self.day(day))</b>?"
  }
  func willGuestsCome(on day: Day, isTomorrow: Bool) -> Markup {
    isTomorrow
      ? "Are your guests coming tomorrow, <b>\(self.day(day))</b>?"
      : "Are your guests coming on <b>\(self.day(day))</b>?"
  }
  func answer(by time: String?, seats: Int) -> Markup {
    let lost: Markup = seats == 1 ? "the seat goes to somebody else" : "the seats go to others"
    return time.map { "Please answer by \($0), or \(lost)." } ?? "Please answer soon, or \(lost)."
  }
  var reminder: Markup { "A reminder: you have not answered yet." }
  var attendanceConfirmed: Markup { "Your attendance is confirmed." }
  var coming: String { "I'm coming" }
  var notComing: String { "Not coming" }
  func cancel(_ guest: GuestName) -> String { "Cancel: \(guest.text)" }
  func floor(on day: String) -> String { "Floor on \(day)" }
  func noBookings(on day: Day) -> Markup { "You have no bookings on \(self.day(day))." }
  var yourBookings: Markup { "Your bookings:" }
  func thanks(_ seat: Seat.ID?, on day: Day) -> Markup {
    seat.map { "Thank you! Seat \($0.rawValue) on \(self.day(day)) is yours." }
      ?? "Thank you! The seats on \(self.day(day)) are yours."
  }
  func yoursAgain(_ line: Markup) -> Markup { "Yours again: \(line)." }
  func notTakenAgain(_ seat: Seat.ID, on day: Day) -> Markup {
    "Seat \(seat.rawValue) on \(self.day(day)) could not be taken again."
  }
  func noBookingOfYours(on day: Day) -> Markup {
    "Already done: you have no booking of your own on \(self.day(day))."
  }
}
