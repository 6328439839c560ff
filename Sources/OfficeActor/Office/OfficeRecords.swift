/// Everything of an office that is stored, as it is stored.
public struct OfficeRecords: Sendable, Hashable {
  /// The list of names, and those who were removed from it and still have past bookings.
  public var employees: [Employee]
  /// All bookings.
  public var bookings: [Booking]
  /// All offers.
  public var offers: [Offer]
  /// What silence has cost people.
  public var released: [ReleasedBooking]
  /// What people gave up themselves of days that are not over.
  public var cancelled: [CancelledBooking]
  /// On which weekdays people come.
  public var plans: [Plan]
  /// When people do not come.
  public var absences: [Absence]
  /// Seats that admins gave to somebody.
  public var assignedSeats: [AssignedSeat]
  /// What people want of a seat.
  public var preferences: [Preferences]
  /// Who got the wanted seat lately.
  public var grantedWishes: Set<GrantedWish>
  /// The last day that has opened; nil before the office was first opened.
  public var openedThrough: Day?
  /// What is owed, and what was given up.
  public var notices: [Notice]
  /// Registrations that wait for an admin.
  public var requests: [RegistrationRequest]
  /// Requests that were decided or withdrawn lately.
  public var settledRequests: [SettledRequest]
  /// What stands in admins' chats about requests.
  public var requestMessages: [RequestMessage]
  /// How accounts that are linked or ask to be call themselves.
  public var profiles: [AccountProfile]
  /// Days that an admin has closed.
  public var closedDays: Set<Day>
  /// Seats that an admin has closed.
  public var closures: [SeatClosure]
  /// Days closed by configuration of whose bookings admins were told.
  public var toldClosedDays: Set<Day>
  /// The seats that the configuration had when the office was last opened.
  public var knownSeats: Set<Seat.ID>
  /// The ids to be given next.
  public var counters: Counters

  /// Records as stored; a new office has none.
  public init(
    employees: [Employee] = [], bookings: [Booking] = [], offers: [Offer] = [],
    released: [ReleasedBooking] = [], cancelled: [CancelledBooking] = [], plans: [Plan] = [],
    absences: [Absence] = [], assignedSeats: [AssignedSeat] = [], preferences: [Preferences] = [],
    grantedWishes: Set<GrantedWish> = [], openedThrough: Day? = nil, notices: [Notice] = [],
    requests: [RegistrationRequest] = [],
    settledRequests: [SettledRequest] = [], requestMessages: [RequestMessage] = [],
    profiles: [AccountProfile] = [], closedDays: Set<Day> = [], closures: [SeatClosure] = [],
    toldClosedDays: Set<Day> = [], knownSeats: Set<Seat.ID> = [], counters: Counters = Counters()
  ) {
    self.employees = employees
    self.bookings = bookings
    self.offers = offers
    self.released = released
    self.cancelled = cancelled
    self.plans = plans
    self.absences = absences
    self.assignedSeats = assignedSeats
    self.preferences = preferences
    self.grantedWishes = grantedWishes
    self.openedThrough = openedThrough
    self.notices = notices
    self.requests = requests
    self.settledRequests = settledRequests
    self.requestMessages = requestMessages
    self.profiles = profiles
    self.closedDays = closedDays
    self.closures = closures
    self.toldClosedDays = toldClosedDays
    self.knownSeats = knownSeats
    self.counters = counters
  }
}
