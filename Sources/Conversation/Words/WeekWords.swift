import OfficeActor

/// «Моя неделя»: several days, the plan, absences, assigned seats, preferences.
protocol WeekWords {
  var myWeek: String { get }
  var severalDays: String { get }
  var myDays: String { get }
  var away: String { get }
  func usualWeek(_ weekdays: [Weekday], _ seat: Seat.ID?) -> String
  var weekHint: Markup { get }

  // Several days.
  func ticked(_ label: String, _ isTicked: Bool) -> String
  var wholeWeek: String { get }
  func wantedSeat(_ seat: Seat.ID?) -> String
  var onlyThisSeat: String { get }
  var withoutSeatIfFull: String { get }
  func bookDays(_ count: Int) -> String
  var severalDaysHint: Markup { get }
  var chooseDays: Markup { get }
  func moreDays(withSeat seat: Seat.ID) -> String
  func daysWithSeat(_ seat: Seat.ID) -> Markup
  var wantedSeatHeading: String { get }
  var whichSeat: Markup { get }
  func usualSeat(_ seat: Seat.ID) -> String
  var anySeat: String { get }
  func daysBooked(_ count: Int) -> Markup
  func answer(_ answer: DayAnswer.Answer, on day: Day, no: Markup) -> Markup
  func movesNeedConfirming(_ lines: Markup, to seat: Seat.ID) -> Markup

  // The plan.
  var planHint: Markup { get }
  func planLast(_ outcome: PlanOutcome, why: Markup) -> Markup
  func planRest(_ rest: Plan.Rest) -> Markup
  func planDay(_ weekday: Weekday, _ seat: Seat.ID?) -> String
  func planDayHeading(_ weekday: Weekday) -> Markup
  var removeDay: String { get }
  var forAllMyDays: String { get }
  var pause: String { get }
  var resume: String { get }
  var bookOpenDays: String { get }
  var planSaved: Markup { get }
  var planPaused: Markup { get }
  var planResumed: Markup { get }
  var planEmpty: Markup { get }

  // Being away.
  var awayFrom: Markup { get }
  func awayThrough(from day: Day) -> Markup
  func awayQuestion(_ from: Day, _ through: Day) -> Markup
  func awayCosts(_ bookings: Markup) -> Markup
  func awayGuests(_ count: Int) -> Markup
  var yesAway: String { get }
  var yesAwayAndGuests: String { get }
  func awaySet(_ from: Day, _ through: Day, cancelled: Int) -> Markup
  func awayNow(_ from: Day, _ through: Day) -> Markup
  func endAbsence(_ from: Day, _ through: Day) -> String
  var giveBack: String { get }
  func absenceEnded(given: Int, lost: Markup) -> Markup
  func notUnderstoodSpan(_ typed: String) -> Markup
  func notInOffice(through day: Day) -> String

  // Undo.
  func restore(_ seat: Seat.ID?) -> String
  func restored(_ line: Markup) -> Markup

  // Refusals.
  func absent(_ name: String?, through day: Day) -> Markup
  func absenceTooLong(last: Day) -> Markup
  func tooManyAbsences(_ max: Int) -> Markup
  var absenceIsGone: Markup { get }
  var nothingChosen: Markup { get }
  var noPlan: Markup { get }
  func noSeatFree(on day: Day) -> Markup
  func alreadyBooked(_ line: Markup?) -> Markup
  var nothingToRestore: Markup { get }
  func seatAssigned(_ seat: Seat.ID, to owner: String) -> Markup
  func hasAssignedSeat(_ owner: String, _ seat: Seat.ID) -> Markup

  // Notices.
  var bookedForYou: Markup { get }
  func adminSetAbsence(_ from: Day, _ through: Day) -> Markup
  var cancelledFor: Markup { get }
  func adminEndedAbsence(_ from: Day, _ through: Day) -> Markup
  func seatIsAssigned(_ seat: Markup) -> Markup
  func seatIsUnassigned(_ seat: Markup) -> Markup
  func planned(_ day: Day, _ seat: Markup, wanted: Seat.ID?, why: Markup) -> Markup
  func why(_ reason: PlanOutcome.Reason, _ name: (Employee.ID) -> String) -> Markup
  var planRests: Markup { get }

  // Assigned seats.
  var assign: String { get }
  var unassign: String { get }
  func assignedTo(_ owner: String, _ weekdays: [Weekday]) -> Markup
  func assignTo(_ seat: Seat.ID) -> Markup
  func assignDays(_ seat: Seat.ID, _ name: String) -> Markup
  var everyDay: String { get }
  var yesAssign: String { get }
  func assigned(_ seat: Seat.ID, _ name: String, lent: [Day]) -> Markup
  func unassigned(_ seat: Seat.ID) -> Markup
}
