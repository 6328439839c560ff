public import Foundation

/// A seat that an admin gave to one employee, for all days or some weekdays (rule 19).
public struct AssignedSeat: Sendable, Hashable, Identifiable {
  /// Which seat.
  public let seat: Seat.ID
  /// Whose it is.
  public let employee: Employee.ID
  /// On which weekdays; never none.
  public let weekdays: Set<Weekday>
  /// Since when.
  public let assignedAt: Date

  /// An assignment as stored.
  public init(seat: Seat.ID, employee: Employee.ID, weekdays: Set<Weekday>, assignedAt: Date) {
    self.seat = seat
    self.employee = employee
    self.weekdays = weekdays
    self.assignedAt = assignedAt
  }

  /// A seat is one person's at most.
  public var id: Seat.ID { seat }

  /// Whether it is for all days.
  public var isForEveryDay: Bool { weekdays.count == Weekday.allCases.count }
}
