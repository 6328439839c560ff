public import Foundation

/// One office: its seats, its people, its bookings and its rules, as a value.
///
/// Everything that happens goes through ``perform(_:by:at:)``. There is no input or output in here,
/// no clock and no chance: the same commands make the same office.
public struct Office: Sendable, Equatable {
  /// What configuration says.
  public internal(set) var rules: OfficeRules
  /// All seats, in the order of the configuration.
  public let seats: [Seat]
  /// The list of names.
  public internal(set) var employees = Employees()
  /// What is owed to people, and what was given up, by id.
  public internal(set) var notices: [Notice.ID: Notice] = [:]
  /// Registrations that wait for an admin, by id.
  public internal(set) var requests: [RegistrationRequest.ID: RegistrationRequest] = [:]
  /// What silence has cost people on days that are not over, by whose booking it was.
  var released: [Employee.ID: [ReleasedBooking]] = [:]
  /// What people gave up themselves of days that are not over, by whose booking it was.
  var cancelled: [Employee.ID: [CancelledBooking]] = [:]
  /// On which weekdays people come, by whose plan it is.
  public internal(set) var plans: [Employee.ID: Plan] = [:]
  /// When people do not come, soonest first.
  var absences: [Employee.ID: [Absence]] = [:]
  /// Seats that admins gave to somebody, by seat.
  public internal(set) var assignedSeats: [Seat.ID: AssignedSeat] = [:]
  /// What people want of a seat.
  var preferences: [Employee.ID: Preferences] = [:]
  /// Days on which plans got the wanted seat lately.
  var grantedWishes: [Employee.ID: Set<Day>] = [:]
  /// The last day that has opened; nil before the office was first opened.
  public internal(set) var openedThrough: Day?
  /// Requests that were decided or withdrawn lately, by id.
  public internal(set) var settledRequests: [RegistrationRequest.ID: SettledRequest] = [:]
  /// What stands in admins' chats about requests.
  public internal(set) var requestMessages: [RequestMessage.ID: RequestMessage] = [:]
  /// How accounts that are linked, or ask to be, call themselves; unknown until they write or tap.
  public internal(set) var profiles: [AccountID: AccountProfile] = [:]
  /// Days that an admin has closed.
  public internal(set) var closedDays: Set<Day> = []
  /// Seats that an admin has closed; also after their last closed day.
  public internal(set) var closures: [Seat.ID: SeatClosure] = [:]
  /// Days closed by configuration of whose bookings admins were told.
  public internal(set) var toldClosedDays: Set<Day> = []

  let seatsByID: [Seat.ID: Seat]
  var days: [Day: DayBookings] = [:]
  /// The seats that the configuration had when the office was last opened.
  var knownSeats: Set<Seat.ID>
  /// The ids to be given next.
  public internal(set) var counters: Counters
  /// Record changes since they were last taken, in the order they were made.
  var changes: [RecordChange] = []

  /// An office with the records it had when it was stored.
  ///
  /// - Throws: ``OfficeLoadingError`` if the records contradict each other or the seats.
  public init(
    rules: OfficeRules, seats: [Seat], records: OfficeRecords = OfficeRecords()
  ) throws(OfficeLoadingError) {
    self.rules = rules
    self.seats = seats
    counters = records.counters
    closedDays = records.closedDays
    toldClosedDays = records.toldClosedDays
    knownSeats = records.knownSeats
    seatsByID = Dictionary(seats.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    precondition(seatsByID.count == seats.count, "configuration names each seat once")
    for employee in records.employees { try load(employee) }
    var bookings: Set<Booking.ID> = []
    for booking in records.bookings {
      guard bookings.insert(booking.id).inserted else { throw .contradictingBooking(booking) }
      try load(booking)
    }
    for offer in records.offers { try load(offer) }
    for booking in records.released.sorted(by: { $0.id < $1.id }) {
      guard employees[booking.owner] != nil, booking.id.rawValue < counters.nextBooking else {
        throw .contradictingRelease(booking)
      }
      released[booking.owner, default: []].append(booking)
    }
    try loadWeek(records)
    for request in records.requests {
      guard employees[request.employee] != nil, request.id.rawValue < counters.nextRequest,
        requests.updateValue(request, forKey: request.id) == nil
      else { throw .contradictingRequest(request) }
    }
    for request in records.settledRequests {
      guard requests[request.id] == nil, request.id.rawValue < counters.nextRequest,
        settledRequests.updateValue(request, forKey: request.id) == nil
      else { throw .contradictingSettledRequest(request) }
    }
    for message in records.requestMessages { requestMessages[message.id] = message }
    for profile in records.profiles { profiles[profile.id] = profile }
    for notice in records.notices {
      guard notice.id.rawValue < counters.nextNotice, notices.updateValue(notice, forKey: notice.id) == nil
      else { throw .contradictingNotice(notice) }
    }
    for closure in records.closures { closures[closure.seat] = closure }
  }

  /// Carries out one command, or refuses it and stays as it was.
  ///
  /// - Parameters:
  ///   - principal: who asks; rights are decided by this alone.
  ///   - now: the moment, which also decides what day it is in the office.
  /// - Returns: what happened; empty when everything was already so.
  /// - Throws: why not. The office is then unchanged.
  public mutating func perform(
    _ command: Command, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    switch command {
    case .book(let seat, let day, let presence, let isConfirmed):
      try book(seat, on: day, for: presence, isConfirmed: isConfirmed, by: principal, at: now)
    case .move(let booking, let seat, let isConfirmed):
      try move(booking, to: seat, isConfirmed: isConfirmed, by: principal, at: now)
    case .cancel(let booking, let reason): try cancel(booking, reason: reason, by: principal, at: now)
    case .cancelGuests(let day): try cancelGuests(on: day, by: principal, at: now)
    case .restore(let booking): try restore(booking, by: principal, at: now)

    case .bookDays(let wanted): try book(wanted, by: principal, at: now)
    case .planDay(let weekday, let change): try plan(weekday, change, by: principal, at: now)
    case .planEveryDay(let seat): try planEveryDay(seat, by: principal, at: now)
    case .bookPlannedDays: try bookPlannedDays(by: principal, at: now)
    case .pausePlan: try pausePlan(by: principal)
    case .resumePlan: try resumePlan(by: principal)
    case .openNextDay: try openNextDay(by: principal, at: now)
    case .beAbsent(let days, let employee, let withGuests):
      try beAbsent(days, of: employee, withGuests: withGuests, by: principal, at: now)
    case .endAbsence(let absence, let day): try endAbsence(absence, from: day, by: principal, at: now)
    case .prefer(let features, let zone): try prefer(features, zone, by: principal)
    case .assignSeat(let seat, let employee, let weekdays):
      try assign(seat, to: employee, on: weekdays, by: principal, at: now)
    case .unassignSeat(let seat): try unassign(seat, by: principal, at: now)
    case .adoptAssignments(let assignments): try adopt(assignments, by: principal, at: now)

    case .acceptOffer(let offer): try accept(offer, by: principal, at: now)
    case .declineOffer(let offer): try decline(offer, by: principal, at: now)
    case .runOutOffers(let moment): try runOutOffers(dueBy: moment, by: principal, at: now)

    case .confirmAttendance(let day): try confirmAttendance(on: day, by: principal, at: now)
    case .askAttendance(let day): try askAttendance(on: day, by: principal, at: now)
    case .remindAttendance(let day): try remindAttendance(on: day, by: principal, at: now)
    case .releaseUnconfirmed(let moment):
      try releaseUnconfirmed(dueBy: moment, by: principal, at: now)
    case .resumeDeadlines: try resumeDeadlines(by: principal, at: now)

    case .register(let employee, let proof, let profile):
      try register(as: employee, proof: proof, profile: profile, by: principal, at: now)
    case .requestRegistration(let employee, let typed, let profile):
      try requestRegistration(as: employee, typing: typed, profile: profile, by: principal, at: now)
    case .approveRegistration(let request, let isOnNotice):
      try approve(request, onNotice: isOnNotice, by: principal, at: now)
    case .refuseRegistration(let request, let isOnNotice):
      try refuse(request, onNotice: isOnNotice, by: principal, at: now)
    case .noteProfile(let profile): try noteProfile(profile, by: principal)
    case .chooseLanguage(let language): try chooseLanguage(language, by: principal)
    case .unlink(let employee, let account): try unlink(employee, from: account, by: principal, at: now)

    case .addEmployees(let names): try addEmployees(names, by: principal)
    case .rename(let employee, let name): try rename(employee, to: name, by: principal, at: now)
    case .removeEmployee(let employee): try removeEmployee(employee, by: principal, at: now)

    case .closeDay(let day, let reason): try close(day, reason: reason, by: principal, at: now)
    case .openDay(let day): try open(day, by: principal, at: now)
    case .closeSeats(let closures): try close(closures, by: principal, at: now)
    case .openSeat(let seat): try open(seat, by: principal, at: now)
    case .adoptSeats: try adoptSeats(by: principal, at: now)
    case .tellOfClosedDays: try tellOfClosedDays(by: principal, at: now)

    case .noteRefusedAdministration: try refusedAdministration(by: principal)
    case .settle(let notice, let outcome): try settle(notice, outcome, by: principal, at: now)
    case .tellAdmins(let content): try tellAdmins(content, by: principal, at: now)
    case .forgetBookings(let day): try forgetBookings(before: day, by: principal, at: now)
    case .forgetReleased(let day): try forgetReleased(before: day, by: principal, at: now)
    case .forgetPlanning(let day): try forgetPlanning(before: day, by: principal, at: now)
    case .forgetNotices(let moment): try forgetNotices(before: moment, by: principal)
    case .forgetRequests(let moment): try forgetRequests(settledBefore: moment, by: principal)
    }
  }

  /// Takes other rules from now on, such as another list of admins.
  mutating func adopt(_ rules: OfficeRules) { self.rules = rules }

  // MARK: Loading

  private mutating func load(_ employee: Employee) throws(OfficeLoadingError) {
    guard employees[employee.id] == nil, employee.id.rawValue < counters.nextEmployee,
      employee.isRemoved
        || employees.named(employee.name) == nil
          && employee.account.flatMap({ employees.linked(to: $0) }) == nil
    else { throw .contradictingEmployee(employee) }
    employees.put(employee)
  }

  private mutating func load(_ booking: Booking) throws(OfficeLoadingError) {
    guard employees[booking.owner] != nil, booking.id.rawValue < counters.nextBooking,
      days[booking.day, default: DayBookings()].load(booking)
    else { throw .contradictingBooking(booking) }
  }

  private mutating func load(_ offer: Offer) throws(OfficeLoadingError) {
    guard let day = days[offer.day], day.isFree(offer.seat), let booking = day[offer.booking],
      booking.seat == nil, day.offer(to: booking.id) == nil, offer.id.rawValue < counters.nextOffer
    else { throw .contradictingOffer(offer) }
    days[offer.day]?.put(offer)
  }
}

/// Stored records that cannot be an office.
public enum OfficeLoadingError: Error, Sendable, Hashable {
  /// A name, account or id that stands twice, or an id from beyond the counter.
  case contradictingEmployee(Employee)
  /// A seat or a person booked twice on a day, an owner who is not there, or an id from beyond the counter.
  case contradictingBooking(Booking)
  /// A seat that is not free, a booking that is not there or waits for nothing, or an id from beyond the counter.
  case contradictingOffer(Offer)
  /// An owner who is not there, or an id from beyond the counter.
  case contradictingRelease(ReleasedBooking)
  /// An owner who is not there, or an id from beyond the counter.
  case contradictingCancellation(CancelledBooking)
  /// Of somebody who is not on the list, or without days.
  case contradictingPlan(Plan)
  /// Of somebody who is not on the list, one that ends before it begins or overlaps another, or an id that stands
  /// twice or is from beyond the counter.
  case contradictingAbsence(Absence)
  /// To somebody who is not on the list, or without weekdays.
  case contradictingAssignedSeat(AssignedSeat)
  /// Of somebody who is not on the list.
  case contradictingPreferences(Preferences)
  /// Of somebody who is not on the list.
  case contradictingGrantedWish(GrantedWish)
  /// An id that stands twice or is from beyond the counter.
  case contradictingNotice(Notice)
  /// A name that is not there, or an id that stands twice or is from beyond the counter.
  case contradictingRequest(RegistrationRequest)
  /// An id that stands twice, also among those that wait, or is from beyond the counter.
  case contradictingSettledRequest(SettledRequest)
}
