/// One change to the office's records. Storage keeps each record as a row.
public enum RecordChange: Sendable, Hashable {
  case putEmployee(Employee)
  case removeEmployee(Employee.ID)
  case putBooking(Booking)
  case removeBooking(Booking.ID)
  case putOffer(Offer)
  case removeOffer(Offer.ID)
  case putReleased(ReleasedBooking)
  case removeReleased(Booking.ID)
  case putCancelled(CancelledBooking)
  case removeCancelled(Booking.ID)
  case putPlan(Plan)
  case removePlan(Employee.ID)
  case putAbsence(Absence)
  case removeAbsence(Absence.ID)
  case putAssignedSeat(AssignedSeat)
  case removeAssignedSeat(Seat.ID)
  case putPreferences(Preferences)
  case removePreferences(Employee.ID)
  case putGrantedWish(GrantedWish)
  case removeGrantedWish(GrantedWish)
  /// The last day that has opened.
  case openedThrough(Day)
  case putNotice(Notice)
  case removeNotice(Notice.ID)
  case putRequest(RegistrationRequest)
  case removeRequest(RegistrationRequest.ID)
  case putSettledRequest(SettledRequest)
  case removeSettledRequest(RegistrationRequest.ID)
  case putRequestMessage(RequestMessage)
  case removeRequestMessage(RequestMessage.ID)
  case putProfile(AccountProfile)
  case removeProfile(AccountID)
  case closeDay(Day)
  case openDay(Day)
  case closeSeat(SeatClosure)
  case openSeat(Seat.ID)
  /// Admins are told of the bookings of a day that configuration closes.
  case noteTelling(of: Day)
  /// The day is past.
  case forgetTelling(of: Day)
  /// A seat that the configuration has.
  case putSeat(Seat.ID)
  /// A seat that it no longer has.
  case removeSeat(Seat.ID)
}

/// The ids that will be given next. They only grow.
public struct Counters: Sendable, Hashable {
  /// For the next employee.
  public var nextEmployee: Int64
  /// For the next booking.
  public var nextBooking: Int64
  /// For the next offer.
  public var nextOffer: Int64
  /// For the next notice.
  public var nextNotice: Int64
  /// For the next request to be registered.
  public var nextRequest: Int64
  /// For the next absence.
  public var nextAbsence: Int64

  /// Counters as stored; a new office begins at 1.
  public init(
    nextEmployee: Int64 = 1, nextBooking: Int64 = 1, nextOffer: Int64 = 1, nextNotice: Int64 = 1,
    nextRequest: Int64 = 1, nextAbsence: Int64 = 1
  ) {
    self.nextEmployee = nextEmployee
    self.nextBooking = nextBooking
    self.nextOffer = nextOffer
    self.nextNotice = nextNotice
    self.nextRequest = nextRequest
    self.nextAbsence = nextAbsence
  }
}
