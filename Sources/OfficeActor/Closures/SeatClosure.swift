/// A seat that an admin has taken out of use for some days.
public struct SeatClosure: Sendable, Hashable {
  /// The closed seat.
  public let seat: Seat.ID
  /// The first closed day.
  public let from: Day
  /// The last closed day; nil until it is opened.
  public let through: Day?
  /// Why, in the admin's words; empty if not said.
  public let reason: Reason

  /// A closure as stored.
  public init(seat: Seat.ID, from: Day, through: Day?, reason: Reason = "") {
    self.seat = seat
    self.from = from
    self.through = through
    self.reason = reason
  }

  /// Whether the seat is closed on a day.
  public func contains(_ day: Day) -> Bool { day >= from && through.map { day <= $0 } ?? true }
}
