import OfficeActor

extension English: WeekWords {
  var myWeek: String { "My week" }
  var severalDays: String { "Several days" }
  var myDays: String { "My days" }
  var away: String { "I'm away" }
  func usualWeek(_ weekdays: [Weekday], _ seat: Seat.ID?) -> String {
    let days = weekdays.map(weekday).joined(separator: ", ")
    return seat.map { "As usual: \(days) · \(self.seat($0))" } ?? "As usual: \(days)"
  }
  var weekHint: Markup { "<b>My week</b>\nThe picture shows your seats, the queue and how many are free." }

  // MARK: Several days

  func ticked(_ label: String, _ isTicked: Bool) -> String { (isTicked ? "☑ " : "☐ ") + label }
  var wholeWeek: String { "The whole week" }
  func wantedSeat(_ seat: Seat.ID?) -> String { "Seat: \(seat?.rawValue ?? "any")" }
  var onlyThisSeat: String { "Only this seat" }
  var withoutSeatIfFull: String { "Without a seat if all are taken" }
  func bookDays(_ count: Int) -> String { "Book \(count.counting("day", "days"))" }
  var severalDaysHint: Markup { "Tick days; the number after the dot is how many seats are free." }
  var chooseDays: Markup { "<b>Which days?</b>" }
  func moreDays(withSeat seat: Seat.ID) -> String { "More days with seat \(seat.rawValue)" }
  func daysWithSeat(_ seat: Seat.ID) -> Markup { "Seat \(seat.rawValue) is free on these days." }
  var wantedSeatHeading: String { "Which seat" }
  var whichSeat: Markup { "<b>Which seat?</b>\nTap one, or type its number." }
  func usualSeat(_ seat: Seat.ID) -> String { "\(seat.rawValue), as usual" }
  var anySeat: String { "Any" }
  func daysBooked(_ count: Int) -> Markup {
    count == 0 ? "<b>Nothing was booked</b>" : "<b>Booked: \(count.counting("day", "days"))</b>"
  }
  func answer(_ answer: DayAnswer.Answer, on day: Day, no: Markup) -> Markup {
    let day = self.day(day)
    switch answer {
    case .seat(let seat): return "✅ \(day) — seat \(seat.rawValue)"
    case .nearest(let seat, _): return "✅ \(day) — seat \(seat.rawValue), the nearest that is free"
    case .queue: return "⏳ \(day) — in the queue"
    case .move(let left, let seat):
      return "✅ \(day) — seat \(seat.rawValue)\(left.map { " instead of \($0.rawValue)" } ?? "")"
    case .present(let booking):
      return "• \(day) — you have it: \(booking.seat.map(self.seat) ?? withoutSeat)"
    case .no: return "✕ \(no)"
    }
  }
  func movesNeedConfirming(_ lines: Markup, to seat: Seat.ID) -> Markup {
    "<b>The seats you have will go to the queue.</b> Move to seat \(seat.rawValue)?\n\(lines)"
  }

  // MARK: The plan

  var planHint: Markup {
    """
    <b>My days</b>
    Tick weekdays, and I book them myself as soon as the day opens. A day you cancelled I do not book again.
    """
  }
  func planLast(_ outcome: PlanOutcome, why: Markup) -> Markup {
    "Last time: \(day(outcome.day)) — \(outcome.seat.map(seat) ?? "in the queue")\(why)."
  }
  func planRest(_ rest: Plan.Rest) -> Markup {
    switch rest {
    case .paused: "Paused: I book nothing."
    case .silence: "You did not answer three attendance questions in a row, so I book nothing for now."
    }
  }
  func planDay(_ weekday: Weekday, _ seat: Seat.ID?) -> String {
    "\(self.weekday(weekday)) · \(seat?.rawValue ?? "any")"
  }
  func planDayHeading(_ weekday: Weekday) -> Markup {
    "<b>\(self.weekday(weekday)): which seat?</b>\nTap one, or type its number."
  }
  var removeDay: String { "Remove the day" }
  var forAllMyDays: String { "For all my days" }
  var pause: String { "Pause" }
  var resume: String { "Resume" }
  var bookOpenDays: String { "Book the days that are open, too" }
  var planSaved: Markup { "Noted. It holds from the next day that opens." }
  var planPaused: Markup { "Paused." }
  var planResumed: Markup { "I book your days again." }
  var planEmpty: Markup { "No day is ticked yet." }

  // MARK: Being away

  var awayFrom: Markup {
    """
    <b>From which day are you away?</b>
    Tap the day, or type all of it: “until 10 December”, “1–5.12”, “tomorrow”.
    """
  }
  func awayThrough(from day: Day) -> Markup { "<b>From \(self.day(day)), through which day?</b>" }
  func awayQuestion(_ from: Day, _ through: Day) -> Markup { "<b>Are you away \(span(from, through))?</b>" }
  func awayCosts(_ bookings: Markup) -> Markup {
    bookings.html.isEmpty
      ? "You have no bookings on these days." : "These bookings will be cancelled:\n\(bookings)"
  }
  func awayGuests(_ count: Int) -> Markup {
    "Your guests on these days: \(count). Their bookings stay unless you cancel them."
  }
  var yesAway: String { "Yes, I'm away" }
  var yesAwayAndGuests: String { "Yes, and cancel the guests" }
  func awaySet(_ from: Day, _ through: Day, cancelled: Int) -> Markup {
    "Noted: you are away \(span(from, through)).\(cancelled == 0 ? "" : " Cancelled: \(bookings(cancelled)).")"
  }
  func awayNow(_ from: Day, _ through: Day) -> Markup { "You are away \(span(from, through))" }
  func endAbsence(_ from: Day, _ through: Day) -> String {
    "End: \(dayOnButton(from)) – \(dayOnButton(through))"
  }
  var giveBack: String { "Undo" }
  func absenceEnded(given: Int, lost: Markup) -> Markup {
    let back: Markup = given == 0 ? "" : " Given back: \(bookings(given))."
    return "You are back." + back + (lost.html.isEmpty ? "" : "\nCould not be given back:\n\(lost)")
  }
  func notUnderstoodSpan(_ typed: String) -> Markup {
    "I do not understand “\(typed)”. Type, for example: until 10 December, 1–5.12 or tomorrow."
  }
  func notInOffice(through day: Day) -> String { "away until \(self.day(day))" }

  func span(_ from: Day, _ through: Day) -> String {
    from == through ? "on \(day(from))" : "from \(day(from)) through \(day(through))"
  }

  // MARK: Undo

  func restore(_ seat: Seat.ID?) -> String {
    seat.map { "Undo: seat \($0.rawValue)" } ?? "Undo: back to the queue"
  }
  func restored(_ line: Markup) -> Markup { "Yours again: \(line)." }

  // MARK: Refusals

  func absent(_ name: String?, through day: Day) -> Markup {
    name.map { "\($0) is away until \(self.day(day)). End the absence first." }
      ?? "You said that you are away until \(self.day(day)). End the absence first."
  }
  func absenceTooLong(last: Day) -> Markup { "The last day can be \(day(last)) at the latest, a year ahead." }
  func tooManyAbsences(_ max: Int) -> Markup { "There are \(max) absences already, and that is the limit." }
  var absenceIsGone: Markup { "Already done: this absence no longer exists." }
  var nothingChosen: Markup { "No day is chosen." }
  var noPlan: Markup { "“My days” are not chosen yet." }
  func noSeatFree(on day: Day) -> Markup { "No seat is free on \(self.day(day))." }
  func alreadyBooked(_ line: Markup?) -> Markup {
    line.map { "There is a booking already: \($0)." } ?? "There is a booking already."
  }
  var nothingToRestore: Markup { "Already done: this booking cannot be given back." }
  func seatAssigned(_ seat: Seat.ID, to owner: String) -> Markup {
    "Seat \(seat.rawValue) is assigned already: \(owner)."
  }
  func hasAssignedSeat(_ owner: String, _ seat: Seat.ID) -> Markup {
    "\(owner) has seat \(seat.rawValue) assigned on these weekdays already."
  }

  // MARK: Notices

  var bookedForYou: Markup { "An administrator has booked for you:" }
  func adminSetAbsence(_ from: Day, _ through: Day) -> Markup {
    "An administrator has noted that you are away \(span(from, through))."
  }
  var cancelledFor: Markup { "Cancelled bookings:" }
  func adminEndedAbsence(_ from: Day, _ through: Day) -> Markup {
    "An administrator has ended your absence \(span(from, through))."
  }
  func seatIsAssigned(_ seat: Markup) -> Markup { "Assigned to you: \(seat)." }
  func seatIsUnassigned(_ seat: Markup) -> Markup { "No longer assigned to you: \(seat)." }
  func planned(_ day: Day, _ seat: Markup, wanted: Seat.ID?, why: Markup) -> Markup {
    "\(self.day(day)): \(seat)\(wanted.map { " instead of seat \($0.rawValue)" } ?? "")\(why)"
  }
  func why(_ reason: PlanOutcome.Reason, _ name: (Employee.ID) -> String) -> Markup {
    switch reason {
    case .satThereMoreOften(let other): ": \(name(other)) sits there more often"
    case .wishedEarlier(let other): ": \(name(other)) has wanted it for longer"
    case .assigned(let other): ": it is assigned to \(name(other))"
    case .booked(let other): ": \(name(other)) has it"
    case .held: ": it is offered to the queue"
    case .closed: ": it is closed"
    case .gone: ": it no longer exists"
    }
  }
  var planRests: Markup {
    "You did not answer three attendance questions in a row, so “My days” book nothing for now."
  }

  // MARK: Assigned seats

  var assign: String { "Assign" }
  var unassign: String { "Unassign" }
  func assignedTo(_ owner: String, _ weekdays: [Weekday]) -> Markup {
    "Assigned to \(owner)\(weekdays.count == 7 ? "" : " (\(weekdays.map(weekday).joined(separator: ", ")))")"
  }
  func assignTo(_ seat: Seat.ID) -> Markup { "<b>Assign seat \(seat.rawValue) to whom?</b>" }
  func assignDays(_ seat: Seat.ID, _ name: String) -> Markup {
    "<b>Seat \(seat.rawValue): \(name)</b>\nOn which weekdays?"
  }
  var everyDay: String { "Every day" }
  var yesAssign: String { "Yes, assign" }
  func assigned(_ seat: Seat.ID, _ name: String, lent: [Day]) -> Markup {
    let stays: Markup =
      lent.isEmpty ? "" : " Taken by others already: \(lent.map(dayOnButton).joined(separator: ", "))."
    return "Seat \(seat.rawValue) is assigned to \(name).\(stays)"
  }
  func unassigned(_ seat: Seat.ID) -> Markup { "Seat \(seat.rawValue) is no longer assigned." }
}
