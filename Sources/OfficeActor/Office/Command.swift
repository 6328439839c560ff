/// Everything that can be asked of the office.
///
/// Asking for what is already so is not an error: it yields no events.
public enum Command: Sendable, Hashable {
  /// Links the asking account to a name of the list.
  case register(as: Employee.ID)
  /// Books a seat for oneself. Whoever has a seat that day already moves, in one step.
  case book(Seat.ID, on: Day)
  /// Removes a booking of one's own; an admin may remove anybody's.
  case cancel(Booking.ID)
  /// Puts names on the list; those already there are left as they are.
  case addEmployees([EmployeeName])
  /// Forgets bookings of days before a given one that is past, some of them at a time. The journal keeps what
  /// happened.
  case forgetBookings(before: Day)
}
