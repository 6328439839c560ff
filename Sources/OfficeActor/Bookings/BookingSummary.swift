/// What is left to tell of a booking when it is gone.
public struct BookingSummary: Sendable, Hashable, Codable {
  /// For which day it was.
  public let day: Day
  /// The seat it had; nil if it was seatless.
  public let seat: Seat.ID?
  /// The guest who would have come; nil for the owner's own presence.
  public let guest: GuestName?

  /// A booking without what only the office needs.
  public init(_ booking: Booking) {
    day = booking.day
    seat = booking.seat
    guest = booking.guest
  }
}
