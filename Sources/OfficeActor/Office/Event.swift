/// Something that happened in the office, as the journal tells it.
///
/// Employees are told by value: the journal keeps their names whatever becomes of the list.
public enum Event: Sendable, Hashable {
  case employeeAdded(Employee)
  case registered(Employee)
  case booked(Booking, owner: Employee)
  case moved(Booking, from: Seat.ID, owner: Employee)
  case cancelled(Booking, owner: Employee)
}
