import NameLists
import OfficeActor

/// «Управление».
protocol AdminWords:
  AdminBookingWords, EmployeeWords, SeatWords, JournalWords, StatisticsWords, TroubleWords
{
  func employeesKnown(_ count: Int, linked: Int) -> Markup
  func todayInOffice(people: Int, taken: Int, seats: Int) -> Markup
  var bookings: String { get }
  var employees: String { get }
  var seats: String { get }
  var journal: String { get }
  var errors: String { get }
  var statisticsHeading: String { get }
  var download: String { get }
  var sendingFile: Markup { get }
  var reasonForgotten: Markup { get }

  // Requests.
  var nobodyWaits: Markup { get }
  func rivals(_ count: Int) -> Markup
  func nameLinked(to account: Markup) -> Markup
  func approvedRequest(_ name: String) -> Markup
  func refusedRequest(_ name: String) -> Markup
}

/// People's bookings in an admin's hands.
protocol AdminBookingWords {
  var bookingHeading: String { get }
  func bookingsOnDays() -> Markup
  func whichDay(for name: String) -> Markup
  func closedWithBookings(_ count: Int) -> String
  var earlier: String { get }
  var later: String { get }
  func pastDays(since first: Day) -> Markup
  var whoIsExpected: String { get }
  func expected(_ count: Int, on day: Day) -> Markup
  var expectedColumns: [String] { get }
  func bookings(on day: Day) -> Markup
  func bookingsThere(_ count: Int, withoutSeat: Int) -> Markup
  var closedByAdmin: Markup { get }
  var closedByConfiguration: Markup { get }
  var bookForEmployee: String { get }
  var closeDay: String { get }
  var openDay: String { get }
  func whoFor(on day: Day) -> Markup
  func bookFor(_ name: String) -> Markup
  func moving(_ line: Markup) -> Markup
  var queueWithoutSeat: String { get }
  var nothingFree: Markup { get }
  var notInTelegram: Markup { get }
  var deleteBooking: String { get }
  func deleteQuestion(_ line: Markup) -> Markup
  func ownerIsTold(isTold: Bool, reason: String) -> Markup
  var giveReason: String { get }
  var yesDelete: String { get }
  var reasonHeading: String { get }
  func typeReason(for line: Markup) -> Markup
  func deleted(_ line: Markup?) -> Markup
  func bookedFor(_ line: Markup, isDone: Bool) -> Markup
  func seatGiven(_ seat: Seat.ID, isDone: Bool) -> Markup
  var moveHeading: String { get }
  func moveQuestion(_ left: Seat.ID, to seat: Seat.ID) -> Markup
  var yesMoveThem: String { get }
  var closeDayHeading: String { get }
  func closeDayQuestion(_ day: Day) -> Markup
  func closingDayCosts(bookings: Int, told: Int) -> Markup
  var typeDayReason: Markup { get }
  var yesClose: String { get }
  func dayClosed(_ day: Day, cancelled: Int, isDone: Bool) -> Markup
  func dayOpened(_ day: Day, isDone: Bool) -> Markup
}

/// The list of employees.
protocol EmployeeWords {
  var employeesHint: Markup { get }
  func links(_ links: AdminPlace.Links) -> String
  var add: String { get }
  func nameCount(_ count: Int, typed: String, shown: Int?) -> Markup
  var employeeHeading: String { get }
  func telegram(_ account: Markup?) -> Markup
  func futureBookings(_ count: Int, nearest: Markup?) -> Markup
  func bookingsButton(_ count: Int) -> String
  func absenceFrom(_ name: String) -> Markup
  func absenceThrough(_ name: String, from day: Day) -> Markup
  func absenceNow(_ from: Day, _ through: Day) -> Markup
  func absenceQuestion(_ name: String, _ from: Day, _ through: Day, cancelled: Int) -> Markup
  var yesAbsent: String { get }
  func absenceSet(_ name: String, _ from: Day, _ through: Day, cancelled: Int) -> Markup
  func absenceEndedForOwner(given: Int) -> Markup
  var rename: String { get }
  var unlinkTelegram: String { get }
  var removeEmployee: String { get }
  var bookingsFromToday: Markup { get }
  var typeNewName: Markup { get }
  func nameLength(_ lengths: ClosedRange<Int>) -> Markup
  func renamed(_ name: String, before: String, isDone: Bool) -> Markup
  var unlinkHeading: String { get }
  func unlinkQuestion(_ name: String) -> Markup
  var yesUnlink: String { get }
  func unlinked(_ name: String, isDone: Bool) -> Markup
  var removeHeading: String { get }
  func removeQuestion(_ name: String) -> Markup
  func bookingsLost(_ count: Int, guests: Int) -> Markup
  var personIsTold: Markup { get }
  func removed(fromList name: String) -> Markup

  // Adding names.
  func whomToAdd(namesMax: Int) -> Markup
  func added(_ count: Int) -> Markup
  func alreadyListed(_ count: Int, _ names: Markup) -> Markup
  func names(_ shown: String, more: Int) -> Markup
  func refusedLines(_ count: Int) -> Markup
  func refusedLine(_ number: Int, _ reason: NameList.Reason) -> Markup
  func noText(_ defect: NoText) -> Markup
  func documentFailed(_ failure: DocumentFailure, bytesMax: Int) -> Markup
  func addQuestion(_ count: Int) -> Markup
  func guess(_ guess: NameList.Guess, unusual: Markup) -> Markup
  func known(_ count: Int) -> Markup
  func yesAdd(_ count: Int) -> String
  var listForgotten: Markup { get }
  var listNotKept: Markup { get }
}

/// Seats and their closing.
protocol SeatWords {
  func seatsSummary(_ count: Int, closed: Int) -> String
  func seatHeading(_ seat: Seat.ID) -> String
  var seatIsOpen: Markup { get }
  func seatClosed(_ closure: SeatClosure) -> Markup
  var closeSeat: String { get }
  var openSeat: String { get }
  var closeOtherwise: String { get }
  func closing(_ seats: String, more: Int, count: Int, reason: String) -> Markup
  var typeClosingReason: Markup { get }
  var withoutReason: String { get }
  func bookingsHit(_ days: [Day], moreDays: Int, count: Int, seats: Int) -> Markup
  var untilWhen: Markup { get }
  var today: String { get }
  var untilOpened: String { get }
  func closingQuestion(_ seats: String, more: Int, count: Int, from: Day, through: Day?) -> Markup
  func closingSeatsCost(bookings: Int, people: Int) -> Markup
  func seatClosed(_ seat: Seat.ID, queued: Int, isDone: Bool) -> Markup
  func seatsClosed(_ count: Int, queued: Int, isDone: Bool) -> Markup
  func seatOpened(_ seat: Seat.ID, isDone: Bool) -> Markup

  // Several at once.
  var closeSeveral: String { get }
  var tickSeats: Markup { get }
  func tickedSummary(_ count: Int) -> String
  func wholeZone(_ zone: String) -> String
  func closeTicked(_ count: Int) -> String
  var ticksForgotten: Markup { get }

  var history: String { get }
  var nobodySatHere: Markup { get }
}

/// The journal of business events.
protocol JournalWords {
  /// What a day of a plan is changed to, unless it is a seat.
  var plannedAnySeat: String { get }
  var plannedNoLonger: String { get }
  var noEntries: Markup { get }
  var byEmployee: String { get }
  var byDay: String { get }
  var byKind: String { get }
  var bySeat: String { get }
  var resetFilters: String { get }
  var newer: String { get }
  var older: String { get }
  func only(_ filters: String) -> Markup
  var whichEntries: Markup { get }
  var whoseEntries: Markup { get }
  var entriesOfDay: Markup { get }
  var entriesOfSeat: Markup { get }
  var all: String { get }
  var allDays: String { get }
  var allSeats: String { get }
  func noDay(_ typed: String) -> Markup
  func topic(_ topic: JournalTopic) -> String
  func kind(_ kind: JournalRecord.Kind) -> String
  var bot: String { get }
  func admin(_ account: AccountID) -> String
  func sentence(_ record: JournalRecord) -> String
  func detail(_ record: JournalRecord) -> String
  var journalColumns: [String] { get }
  func onlyLatest(_ count: Int) -> String
  func journalCaption(_ count: Int, isCut: Bool) -> Markup
  var journalUnreadable: Markup { get }
}

/// How a month was.
protocol StatisticsWords {
  func statistics(of month: Month) -> Markup
  func visits(_ count: Int) -> Markup
  var comingTwoWeeks: String { get }
  func coming(_ days: [(day: Day, people: Int)]) -> Markup
  func given(released: Int, declined: Int) -> Markup
  var statisticsColumns: [String] { get }
  var yes: String { get }
  func usedOn(_ weekday: Weekday) -> String
  func used(_ seat: Seat.ID) -> String
  var releasedRow: String { get }
  var declinedRow: String { get }
}

/// What went wrong.
protocol TroubleWords {
  var noErrors: Markup { get }
  func times(_ count: Int) -> String
  func text(of trouble: Trouble) -> String
  var errorColumns: [String] { get }
  func undelivered(_ reason: DeliveryFailure) -> String
}

extension Words {
  /// «пн: место 12», of a plan's change as the journal has it: «mon 12».
  func planned(_ detail: String) -> String {
    let parts = detail.split(separator: " ", maxSplits: 1).map(String.init)
    guard parts.count == 2 else { return detail }
    let what =
      switch parts[1] {
      case JournalRecord.anySeat: plannedAnySeat
      case JournalRecord.notComing: plannedNoLonger
      default: seat(Seat.ID(parts[1]))
      }
    return "\(weekdays(in: parts[0])): \(what)"
  }
}
