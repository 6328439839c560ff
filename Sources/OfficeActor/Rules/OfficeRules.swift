public import Foundation

/// What the configuration says about the office.
public struct OfficeRules: Sendable, Hashable {
  /// Time zone of the office, which decides what «today» is.
  public var timeZone: TimeZone
  /// How many calendar days may be booked, today being the first.
  public var bookingWindowDays: Int
  /// Guests one host may have on one day.
  public var guestsPerDay: Int
  /// Days that configuration closes one by one.
  public var closedDays: Set<Day>
  /// Weekdays that configuration closes.
  public var closedWeekdays: Set<Weekday>
  /// Seats that are gone for good though bookings may name them.
  public var removedSeats: Set<Seat.ID>
  /// Telegram accounts of those who may administer.
  public var admins: Set<AccountID>
  /// How strangers become employees.
  public var registration: RegistrationMode
  /// Requests that one account makes in 24 hours at the most, changes of mind included.
  public var requestsPerDay: Int
  /// What people read whose Telegram app speaks no language of the bot's.
  public var language: Language
  /// How freed seats are offered.
  public var offers: OfferRules
  /// How people are asked whether they come.
  public var attendance: AttendanceRules

  /// Rules as configured.
  public init(
    timeZone: TimeZone,
    bookingWindowDays: Int = 14,
    guestsPerDay: Int = 5,
    closedDays: Set<Day> = [],
    closedWeekdays: Set<Weekday> = [],
    removedSeats: Set<Seat.ID> = [],
    admins: Set<AccountID> = [],
    registration: RegistrationMode = .approval,
    requestsPerDay: Int = 3,
    language: Language = .russian,
    offers: OfferRules = OfferRules(),
    attendance: AttendanceRules = AttendanceRules()
  ) {
    precondition(bookingWindowDays >= 1, "a booking window has today at least")
    precondition(requestsPerDay >= 1, "somebody who may not ask at all cannot be let in")
    self.timeZone = timeZone
    self.bookingWindowDays = bookingWindowDays
    self.guestsPerDay = guestsPerDay
    self.closedDays = closedDays
    self.closedWeekdays = closedWeekdays
    self.removedSeats = removedSeats
    self.admins = admins
    self.registration = registration
    self.requestsPerDay = requestsPerDay
    self.language = language
    self.offers = offers
    self.attendance = attendance
  }

  /// The calendar day in the office at a moment.
  public func today(at now: Date) -> Day {
    Day(containing: now, in: timeZone)
  }

  /// The days that may be booked at a moment, today being the first; closed days are among them.
  public func bookingWindow(at now: Date) -> ClosedRange<Day> {
    let today = today(at: now)
    return today...(today + (bookingWindowDays - 1))
  }

  /// Whether configuration closes a day.
  public func closes(_ day: Day) -> Bool {
    closedDays.contains(day) || closedWeekdays.contains(day.weekday)
  }
}

extension ClosedRange<Day> {
  /// The days of the range, in order.
  public var days: [Day] {
    (lowerBound.number...upperBound.number).map(Day.init(number:))
  }

  /// The day itself if it is in the range, else the end that is nearer.
  public func nearest(to day: Day) -> Day { Swift.min(Swift.max(day, lowerBound), upperBound) }
}
