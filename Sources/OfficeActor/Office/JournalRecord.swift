/// An event in the plain words and columns of the journal.
public struct JournalRecord: Sendable, Hashable {
  /// What happened.
  public var kind: Kind
  /// To whom, if to one person.
  public var employee: Employee.ID?
  /// That person's name at the time.
  public var employeeName: String?
  /// With which booking.
  public var booking: Booking.ID?
  /// For which day.
  public var day: Day?
  /// The seat; for a move, the new one.
  public var seat: Seat.ID?
  /// For a move, the seat left behind.
  public var seatBefore: Seat.ID?
  /// The guest's name, for a guest's booking.
  public var guest: String?
  /// Further information: the name before, a reason, a last day.
  public var detail: String?

  /// What happened, as stored.
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case booked, moved, cancelled, released
    case restored
    case lostSeat = "lost seat"
    case offered
    case offerAccepted = "offer accepted"
    case offerDeclined = "offer declined"
    case offerRanOut = "offer ran out"
    case offerPassedOn = "offer passed on"
    case attendanceAsked = "attendance asked"
    case attendanceReminded = "attendance reminded"
    case attendanceConfirmed = "attendance confirmed"
    case planChanged = "plan changed"
    case planPaused = "plan paused"
    case planResumed = "plan resumed"
    case absent
    case absenceEnded = "absence ended"
    case preferencesChanged = "preferences changed"
    case seatAssigned = "seat assigned"
    case seatUnassigned = "seat unassigned"
    case registered
    case registrationRequested = "registration requested"
    case registrationRefused = "registration refused"
    case unlinked
    case employeeAdded = "employee added"
    case renamed
    case employeeRemoved = "employee removed"
    case dayClosed = "day closed"
    case dayOpened = "day opened"
    case seatClosed = "seat closed"
    case seatOpened = "seat opened"
    case seatAdded = "seat added"
    case seatRemoved = "seat removed"
    case administrationRefused = "administration refused"
    case noticeUndeliverable = "notice undeliverable"
  }

  /// The detail of a booking that its owner cancelled while asked about it: «Не приду».
  public static let inQuestion = "in question"

  /// The detail of a booking that was cancelled because its owner is absent.
  public static let absence = "absence"
  /// The detail of a booking that the bot made by its owner's plan.
  public static let plan = "plan"
  /// The detail of a booking that the bot made because the seat is its owner's.
  public static let assigned = "assigned"
  /// The detail of a plan that was changed: one comes on the weekday, and any seat will do.
  public static let anySeat = "any"
  /// The detail of a plan that was changed: one no longer comes on the weekday.
  public static let notComing = "removed"

  /// Whether the detail is what somebody typed, a reason: it is for people, and in no log.
  public var isDetailTyped: Bool {
    switch kind {
    case .seatClosed, .dayClosed: true
    case .cancelled: detail != Self.inQuestion && detail != Self.absence
    default: false
    }
  }

  /// A record with the columns that its kind has.
  public init(
    _ kind: Kind, employee: Employee.ID? = nil, employeeName: String? = nil, booking: Booking.ID? = nil,
    day: Day? = nil, seat: Seat.ID? = nil, seatBefore: Seat.ID? = nil, guest: String? = nil,
    detail: String? = nil
  ) {
    self.kind = kind
    self.employee = employee
    self.employeeName = employeeName
    self.booking = booking
    self.day = day
    self.seat = seat
    self.seatBefore = seatBefore
    self.guest = guest
    self.detail = detail
  }

  /// How the journal tells an event.
  public init(_ event: Event) {
    switch event {
    case .booked(let booking, let owner): self.init(.booked, owner, booking)
    case .moved(let booking, let seat, let owner): self.init(.moved, owner, booking, seatBefore: seat)
    case .cancelled(let booking, let owner, let reason):
      self.init(
        .cancelled, owner, booking,
        detail: reason?.text ?? (booking.attendance.isInQuestion ? Self.inQuestion : nil))
    case .bookedOnOpening(let booking, let owner, let opening):
      self.init(.booked, owner, booking, detail: opening == .assigned ? Self.assigned : Self.plan)
    case .cancelledForAbsence(let booking, let owner):
      self.init(.cancelled, owner, booking, detail: Self.absence)
    case .restored(let booking, let owner): self.init(.restored, owner, booking)
    case .released(let booking, let owner): self.init(.released, owner, booking)
    case .lostSeat(let booking, let seat, let owner): self.init(.lostSeat, owner, booking, seatBefore: seat)

    case .offered(let offer, let booking, let owner): self.init(.offered, owner, booking, seat: offer.seat)
    case .offerAccepted(let booking, let owner): self.init(.offerAccepted, owner, booking)
    case .offerDeclined(let offer, let booking, let owner):
      self.init(.offerDeclined, owner, booking, seat: offer.seat)
    case .offerRanOut(let offer, let booking, let owner):
      self.init(.offerRanOut, owner, booking, seat: offer.seat)
    case .offerPassedOn(let offer, let booking, let owner):
      self.init(.offerPassedOn, owner, booking, seat: offer.seat)

    case .attendanceAsked(let owner, let day): self.init(.attendanceAsked, owner, day: day)
    case .attendanceReminded(let owner, let day): self.init(.attendanceReminded, owner, day: day)
    case .attendanceConfirmed(let owner, let day): self.init(.attendanceConfirmed, owner, day: day)

    case .planChanged(let employee, let weekday, let change):
      self.init(.planChanged, employee, seat: change.seat, detail: "\(weekday.rawValue) \(change.inJournal)")
    case .planPaused(let employee, let rest): self.init(.planPaused, employee, detail: rest.rawValue)
    case .planResumed(let employee): self.init(.planResumed, employee)
    case .absent(let absence, let employee):
      self.init(.absent, employee, day: absence.from, detail: absence.through.iso)
    case .absenceEnded(let absence, let day, let employee):
      self.init(.absenceEnded, employee, day: day, detail: absence.through.iso)
    case .preferencesChanged(let preferences, let employee):
      self.init(
        .preferencesChanged, employee,
        detail: (preferences.features.sorted() + [preferences.zone].compactMap(\.self))
          .joined(separator: ", "))
    case .seatAssigned(let assigned, let employee):
      self.init(.seatAssigned, employee, seat: assigned.seat, detail: assigned.weekdays.inJournal)
    case .seatUnassigned(let assigned, let employee):
      self.init(.seatUnassigned, employee, seat: assigned.seat, detail: assigned.weekdays.inJournal)

    case .registered(let employee): self.init(.registered, employee)
    case .registrationRequested(let request, let employee):
      self.init(.registrationRequested, employee, detail: "\(request.account.rawValue)")
    case .registrationRefused(let request, let employee):
      self.init(.registrationRefused, employee, detail: "\(request.account.rawValue)")
    case .unlinked(let employee, let account): self.init(.unlinked, employee, detail: "\(account.rawValue)")

    case .employeeAdded(let employee): self.init(.employeeAdded, employee)
    case .renamed(let employee, let before): self.init(.renamed, employee, detail: before.text)
    case .employeeRemoved(let employee): self.init(.employeeRemoved, employee)

    case .dayClosed(let day, let reason):
      self.init(.dayClosed, day: day, detail: reason.isEmpty ? nil : reason.text)
    case .dayOpened(let day): self.init(.dayOpened, day: day)
    case .seatClosed(let closure):
      self.init(
        .seatClosed, day: closure.from, seat: closure.seat, detail: ClosureDetail(closure).text)
    case .seatOpened(let seat): self.init(.seatOpened, seat: seat)
    case .seatAdded(let seat): self.init(.seatAdded, seat: seat)
    case .seatRemoved(let seat): self.init(.seatRemoved, seat: seat)

    case .administrationRefused(let employee):
      self.init(.administrationRefused, employee: employee?.id, employeeName: employee?.name.text)
    case .noticeUndeliverable(let notice, let employee):
      self.init(
        .noticeUndeliverable, employee: employee?.id, employeeName: employee?.name.text,
        detail: notice.failure?.reason.code)
    }
  }

  private init(
    _ kind: Kind, _ employee: Employee, _ booking: Booking? = nil, day: Day? = nil, seat: Seat.ID? = nil,
    seatBefore: Seat.ID? = nil, detail: String? = nil
  ) {
    self.init(
      kind, employee: employee.id, employeeName: employee.name.text, booking: booking?.id,
      day: booking?.day ?? day, seat: seat ?? booking?.seat, seatBefore: seatBefore,
      guest: booking?.guest?.text, detail: detail)
  }
}

extension PlanChange {
  /// The seat that is wanted, if one is.
  var seat: Seat.ID? { if case .seat(let seat) = self { seat } else { nil } }

  fileprivate var inJournal: String {
    switch self {
    case .any: JournalRecord.anySeat
    case .seat(let seat): seat.rawValue
    case .remove: JournalRecord.notComing
    }
  }
}

extension Set<Weekday> {
  /// «mon,tue», Monday first: as the journal and the tables have them.
  package var inJournal: String {
    inOrder.map(\.rawValue).joined(separator: ",")
  }
}
