/// One change to the office's records. Each record is a row for whoever stores them.
public enum RecordChange: Sendable, Hashable {
  case putEmployee(Employee)
  case putBooking(Booking)
  case removeBooking(Booking.ID)
}

/// The ids that will be given next. They only grow.
public struct Counters: Sendable, Hashable {
  /// For the next employee.
  public var nextEmployee: Int64
  /// For the next booking.
  public var nextBooking: Int64

  /// Counters as stored; a new office begins at 1.
  public init(nextEmployee: Int64 = 1, nextBooking: Int64 = 1) {
    self.nextEmployee = nextEmployee
    self.nextBooking = nextBooking
  }
}
