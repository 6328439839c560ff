public import Foundation

/// One presence on one day: an owner, perhaps a seat.
public struct Booking: Sendable, Hashable, Identifiable {
  /// Given once, never used again, so that an old button cannot hit a new booking.
  public struct ID: Sendable, Hashable, RawRepresentable, Comparable {
    public let rawValue: Int64
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// Older bookings come first.
    public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  public let id: ID
  public let day: Day
  public let owner: Employee.ID
  public var seat: Seat.ID
  /// When the presence was first booked; a move keeps it.
  public let createdAt: Date

  /// A booking as stored.
  public init(id: ID, day: Day, owner: Employee.ID, seat: Seat.ID, createdAt: Date) {
    self.id = id
    self.day = day
    self.owner = owner
    self.seat = seat
    self.createdAt = createdAt
  }
}
