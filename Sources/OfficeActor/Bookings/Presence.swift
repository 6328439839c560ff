/// Whose presence is booked.
public enum Presence: Sendable, Hashable {
  /// The asking person's own.
  case oneself
  /// A guest's of the asking person.
  case guest(GuestName)
  /// Somebody else's, by an admin.
  case employee(Employee.ID)
}
