public import Foundation

/// One presence on one day: an owner, perhaps a seat.
public struct Booking: Sendable, Hashable, Identifiable {
  /// Given once, never used again, so that an old button cannot hit a new booking.
  public struct ID: Sendable, Hashable, RawRepresentable, Comparable {
    /// As stored.
    public let rawValue: Int64
    /// Wraps the stored form.
    public init(rawValue: Int64) { self.rawValue = rawValue }
    /// Older bookings come first.
    public static func < (left: ID, right: ID) -> Bool { left.rawValue < right.rawValue }
  }

  /// Which.
  public let id: ID
  /// For which day.
  public let day: Day
  /// Whose presence it is.
  public let owner: Employee.ID
  /// Where.
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
