import OfficeActor

extension English: AdminWords {
  func employeesKnown(_ count: Int, linked: Int) -> Markup {
    count == 0
      ? "The list is empty: add names under “Employees”."
      : "Employees: \(count), \(linked) of them in Telegram."
  }
  func todayInOffice(people: Int, taken: Int, seats: Int) -> Markup {
    "In the office today: \(self.people(people)), \(taken) of \(seats.counting("seat", "seats")) taken."
  }
  var bookings: String { "Bookings" }
  var employees: String { "Employees" }
  var seats: String { "Seats" }
  var journal: String { "Journal" }
  var errors: String { "Errors" }
  var statisticsHeading: String { "Statistics" }
  var download: String { "Download" }
  var sendingFile: Markup { "Sending the file." }
  var reasonForgotten: Markup { "I no longer know the reason. Type it again, or do without." }

  var nobodyWaits: Markup { "Nobody is waiting." }
  func rivals(_ count: Int) -> Markup { "Other requests for this name: \(count)" }
  func nameLinked(to account: Markup) -> Markup { "The name is linked already: \(account)" }
  func approvedRequest(_ name: String) -> Markup { "Approved: \(name)." }
  func refusedRequest(_ name: String) -> Markup { "Refused: \(name)." }
}

extension English: AdminBookingWords {
  var bookingHeading: String { "Booking" }
  func bookingsOnDays() -> Markup {
    """
    <b>Bookings</b>
    The number after the dot is how many bookings a day has. Type any day: 24 November or 24.11.
    """
  }
  func whichDay(for name: String) -> Markup { "Which day to book?\n<b>\(name)</b>" }
  func closedWithBookings(_ count: Int) -> String { count > 0 ? "closed, \(count)" : "closed" }
  var earlier: String { "‹ Earlier" }
  var later: String { "Later ›" }
  func pastDays(since first: Day) -> Markup {
    "<b>Past days</b>\nBookings are kept since \(day(first)). Type another day: 24 November or 24.11."
  }
  var whoIsExpected: String { "Who's in the office now" }
  func expected(_ count: Int, on day: Day) -> Markup {
    count == 0
      ? "<b>\(self.day(day))</b>: nobody is expected today."
      : "<b>\(self.day(day))</b>: \(people(count)) expected in the office today."
  }
  var expectedColumns: [String] { ["Seat", "Zone", "Who", "Host"] }
  func bookings(on day: Day) -> Markup { "<b>Bookings: \(self.day(day))</b>" }
  func bookingsThere(_ count: Int, withoutSeat: Int) -> Markup {
    count == 0
      ? "No bookings." : "\(bookings(count))\(withoutSeat > 0 ? ", without a seat: \(withoutSeat)" : "")."
  }
  var closedByAdmin: Markup { "An administrator has closed this day." }
  var closedByConfiguration: Markup { "The configuration closes this day." }
  var bookForEmployee: String { "Book for an employee" }
  var closeDay: String { "Close the day" }
  var openDay: String { "Open the day" }
  func whoFor(on day: Day) -> Markup { "<b>Book \(self.day(day)) for whom?</b>" }
  func bookFor(_ name: String) -> Markup { "For: <b>\(name)</b>" }
  func moving(_ line: Markup) -> Markup { "Move: <b>\(line)</b>" }
  var queueWithoutSeat: String { "Without a seat, into the queue" }
  var nothingFree: Markup { "No seats are free." }
  var notInTelegram: Markup { "Not linked to Telegram: will not hear of changes." }
  var deleteBooking: String { "Delete booking" }
  func deleteQuestion(_ line: Markup) -> Markup { "Delete the booking: <b>\(line)</b>?" }
  func ownerIsTold(isTold: Bool, reason: String) -> Markup {
    guard isTold else { return "The owner is not in Telegram and will not hear of it." }
    return reason.isEmpty
      ? "The owner will be told." : "The owner will be told, and the reason: “\(reason)”."
  }
  var giveReason: String { "Give a reason" }
  var yesDelete: String { "Yes, delete" }
  var reasonHeading: String { "Reason" }
  func typeReason(for line: Markup) -> Markup {
    "Type the reason; the owner of the booking will read it:\n<b>\(line)</b>"
  }
  func deleted(_ line: Markup?) -> Markup { "Deleted: \(line ?? "the booking")." }
  func bookedFor(_ line: Markup, isDone: Bool) -> Markup {
    isDone ? "Booked: \(line)." : "Already done: \(line)."
  }
  func seatGiven(_ seat: Seat.ID, isDone: Bool) -> Markup {
    isDone ? "Seat \(seat.rawValue): done." : "Already done: seat \(seat.rawValue)."
  }
  var moveHeading: String { "Move?" }
  func moveQuestion(_ left: Seat.ID, to seat: Seat.ID) -> Markup {
    "Seat \(left.rawValue) will go to the queue. Move to seat \(seat.rawValue)?"
  }
  var yesMoveThem: String { "Yes, move" }
  var closeDayHeading: String { "Close the day?" }
  func closeDayQuestion(_ day: Day) -> Markup { "Close <b>\(self.day(day))</b>?" }
  func closingDayCosts(bookings: Int, told: Int) -> Markup {
    bookings == 0
      ? "There are no bookings that day."
      : "\(self.bookings(bookings)) will be cancelled; \(people(told)) will be told."
  }
  var typeDayReason: Markup { "You can type a reason; those who have booked will read it." }
  var yesClose: String { "Yes, close" }
  func dayClosed(_ day: Day, cancelled: Int, isDone: Bool) -> Markup {
    guard isDone else { return "Already done: \(self.day(day)) is closed." }
    return cancelled == 0
      ? "\(self.day(day)) is closed." : "\(self.day(day)) is closed, cancelled: \(bookings(cancelled))."
  }
  func dayOpened(_ day: Day, isDone: Bool) -> Markup {
    isDone ? "\(self.day(day)) is open." : "Already done: \(self.day(day)) is open."
  }
}

extension English: SeatWords {
  func seatsSummary(_ count: Int, closed: Int) -> String { "Seats: \(count), closed: \(closed)" }
  func seatHeading(_ seat: Seat.ID) -> String { "Seat \(seat.rawValue)" }
  var seatIsOpen: Markup { "The seat is open." }
  func seatClosed(_ closure: SeatClosure) -> Markup {
    let until: Markup = closure.through.map { "through \(day($0))" } ?? "until it is opened"
    return "Closed from \(day(closure.from)) \(until)."
      + (closure.reason.isEmpty ? "" : " Reason: \(closure.reason.text).")
  }
  var closeSeat: String { "Close seat" }
  var openSeat: String { "Open seat" }
  var closeOtherwise: String { "Close differently" }
  func closing(_ seats: String, more: Int, count: Int, reason: String) -> Markup {
    let what: Markup =
      count == 1 ? "seat \(seats)" : more > 0 ? "seats \(seats) and \(more) more" : "seats \(seats)"
    return "<b>Close \(what)</b>\(reason.isEmpty ? "" : ": \(reason)")"
  }
  var typeClosingReason: Markup { "Type the reason: those whom it concerns will read it." }
  var withoutReason: String { "Without a reason" }
  func bookingsHit(_ days: [Day], moreDays: Int, count: Int, seats: Int) -> Markup {
    guard count > 0 else { return seats == 1 ? "It has no bookings." : "They have no bookings." }
    let named = days.map(dayOnButton).joined(separator: ", ")
    let more = moreDays > 0 ? " and \(moreDays.counting("more day", "more days"))" : ""
    return """
      \(seats == 1 ? "The seat has" : "These seats have") \(bookings(count)) (\(named)\(more)). Whom this concerns goes \
      first in the queue and is told.
      """
  }
  var untilWhen: Markup { "Through which day? You can type it, too: 10 December." }
  var today: String { "Today" }
  var untilOpened: String { "Until I open it" }
  func seatClosed(_ seat: Seat.ID, queued: Int, isDone: Bool) -> Markup {
    guard isDone else { return "Already done: seat \(seat.rawValue) is closed." }
    return queued == 0
      ? "Seat \(seat.rawValue) is closed."
      : "Seat \(seat.rawValue) is closed. Now in the queue: \(bookings(queued))."
  }
  func seatOpened(_ seat: Seat.ID, isDone: Bool) -> Markup {
    isDone ? "Seat \(seat.rawValue) is open." : "Already done: seat \(seat.rawValue) is open."
  }
  func closedSpan(from: Day, through: Day?) -> Markup {
    "\(span(from, through, untilOpened: "until you open it"))."
  }
  /// «on Sat 28 November», «from Sat 28 to Mon 30 November», «from Sat 28 November until you open it».
  func span(_ from: Day, _ through: Day?, untilOpened: String) -> String {
    guard let through else { return "from \(day(from)) \(untilOpened)" }
    if from == through { return "on \(day(from))" }
    let isOneMonth = (from.year, from.month) == (through.year, through.month)
    return "from \(isOneMonth ? dayOnButton(from) : day(from)) to \(day(through))"
  }
  func closingSeatsCost(bookings: Int, people: Int) -> Markup {
    guard bookings > 0 else { return "There are no bookings on these days." }
    return """
      This takes the seat from \(self.bookings(bookings)) and tells \(self.people(people)); they go first in the queue.
      """
  }
  func seatsClosed(_ count: Int, queued: Int, isDone: Bool) -> Markup {
    guard isDone else { return "Already done: the seats are closed." }
    return queued == 0
      ? "Closed: \(count.counting("seat", "seats"))."
      : "Closed: \(count.counting("seat", "seats")). Now in the queue: \(bookings(queued))."
  }

  var closeSeveral: String { "Close several" }
  var tickSeats: Markup { "Tick seats with the buttons, or type their numbers: 12, 13." }
  func tickedSummary(_ count: Int) -> String { "Ticked: \(count.counting("seat", "seats"))" }
  func wholeZone(_ zone: String) -> String { "Whole zone \(zone)" }
  func closeTicked(_ count: Int) -> String { "Close \(count.counting("seat", "seats"))" }
  var ticksForgotten: Markup { "Something else was ticked since then. Please tick the seats again." }

  var history: String { "History" }
  var nobodySatHere: Markup { "The seat has no bookings in the past days." }
}

extension English: StatisticsWords {
  func statistics(of month: Month) -> Markup { "<b>Statistics: \(self.month(month))</b>" }
  func visits(_ count: Int) -> Markup { "Visits since the month began: \(count)." }
  var comingTwoWeeks: String { "Coming days" }
  func coming(_ days: [(day: Day, people: Int)]) -> Markup {
    "\(comingTwoWeeks), people: \(days.map { "\(dayOnButton($0.day)) — \($0.people)" }.joined(separator: ", "))."
  }
  func given(released: Int, declined: Int) -> Markup {
    "Released without an answer: \(released), declined with “Not coming”: \(declined)."
  }
  var statisticsColumns: [String] { ["Day", "Weekday", "People", "Seats taken", "Seats", "Closed"] }
  var yes: String { "yes" }
  func usedOn(_ weekday: Weekday) -> String { "Seats taken, \(self.weekday(weekday)), %" }
  func used(_ seat: Seat.ID) -> String { "Days taken, seat \(seat.rawValue)" }
  var releasedRow: String { "Released without an answer" }
  var declinedRow: String { "Declined with “Not coming”" }
}

extension English: TroubleWords {
  var noErrors: Markup { "No errors." }
  func times(_ count: Int) -> String { count.counting("time", "times") }
  var errorColumns: [String] {
    ["What happened", "Text of the error log", "Where", "How often", "First", "Last", "Example"]
  }
  func text(of trouble: Trouble) -> String {
    switch trouble {
    case .telegram: "Telegram did not answer, or not as it should"
    case .refusedByTelegram: "Telegram did not accept a message"
    case .pictures: "A picture could not be shown"
    case .endedProcess: "The same thing stopped me twice; I passed it over"
    case .jobs: "Scheduled work failed; I try again"
    case .disk: "The disk refused writes"
    case .memory: "Auxiliary records were not kept; bookings are safe"
    case .journal: "The journal could not be read"
    case .documents: "A file that was sent could not be fetched"
    case .clock: "The server's clock was wrong"
    case .group: "The company's group could not be checked"
    case .registration: "An invitation link has to be opened again"
    case .configuration: "The new configuration could not be read; the old one holds"
    case .restored: "The office was restored from a snapshot"
    case .stopping: "Something failed while I was stopping"
    case .other: "An internal error"
    }
  }
  func undelivered(_ reason: DeliveryFailure) -> String {
    switch reason {
    case .notLinked: "no account is linked"
    case .tooLate: "not delivered in time"
    case .blocked: "the bot is blocked"
    case .deactivated: "the account is deleted"
    case .neverStarted: "the person has not opened the bot"
    case .chatNotFound: "the chat was not found"
    case .botNotInChat: "I may not write to this chat"
    case .refused: "Telegram did not accept the message"
    case .endedProcess: "this message stopped me twice"
    case .other(let text): text
    }
  }
}
