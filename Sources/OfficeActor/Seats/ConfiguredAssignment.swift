/// A seat that the configuration of a new office assigns to somebody.
public struct ConfiguredAssignment: Sendable, Hashable {
  /// Which seat.
  public let seat: Seat.ID
  /// To whom.
  public let name: EmployeeName
  /// On which weekdays.
  public let weekdays: Set<Weekday>

  /// As configured; for all days unless it is said.
  public init(seat: Seat.ID, name: EmployeeName, weekdays: Set<Weekday> = Set(Weekday.allCases)) {
    self.seat = seat
    self.name = name
    self.weekdays = weekdays
  }
}
