/// Why the office said no, most decisive first.
public enum Rejection: Error, Sendable, Hashable {
  /// The account is not linked to any name.
  case notRegistered
  /// What was asked for is not this person's to do.
  case notAllowed
  /// The account is linked to another name already.
  case alreadyRegistered(as: Employee.ID)
  /// The name is not on the list (any more).
  case employeeUnknown(Employee.ID)
  /// Somebody else is linked to the name.
  case nameTaken(Employee.ID)
  case dayIsPast(Day)
  /// The day is later than the last one that may be booked.
  case dayNotYetOpen(Day, last: Day)
  case dayIsClosed(Day)
  case seatUnknown(Seat.ID)
  case seatTaken(Seat.ID, on: Day, by: Employee.ID)
  /// There is no such booking: cancelled before, or of a day that is over.
  case bookingGone(Booking.ID)
}
