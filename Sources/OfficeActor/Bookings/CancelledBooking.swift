public import Foundation

/// A booking that its owner gave up, kept as long as its day is not over: it can be given back.
///
/// What was booked anew since is not among them. An own one without an absence is a day that the person refused:
/// neither «Как обычно» nor a plan proposes it again.
public struct CancelledBooking: Sendable, Hashable, Identifiable {
  /// The booking it was.
  public let id: Booking.ID
  /// For which day.
  public let day: Day
  /// Whose presence it was, or whose guest's.
  public let owner: Employee.ID
  /// The guest who would have come; nil for the owner's own presence.
  public let guest: GuestName?
  /// The seat that it had; nil if it was seatless.
  public let seat: Seat.ID?
  /// When the presence was first booked: it goes on from there.
  public let createdAt: Date
  /// Whether it stood before all others in the queue.
  public let hasLostSeat: Bool
  /// Whether it had said no to an offer.
  public let hasDeclined: Bool
  /// The absence that cancelled it, perhaps ended by now; nil if its owner did.
  public var absence: Absence.ID?

  /// A cancelled booking as stored.
  public init(
    id: Booking.ID, day: Day, owner: Employee.ID, guest: GuestName?, seat: Seat.ID?, createdAt: Date,
    hasLostSeat: Bool = false, hasDeclined: Bool = false, absence: Absence.ID? = nil
  ) {
    self.id = id
    self.day = day
    self.owner = owner
    self.guest = guest
    self.seat = seat
    self.createdAt = createdAt
    self.hasLostSeat = hasLostSeat
    self.hasDeclined = hasDeclined
    self.absence = absence
  }

  init(_ booking: Booking, absence: Absence.ID?) {
    self.init(
      id: booking.id, day: booking.day, owner: booking.owner, guest: booking.guest, seat: booking.seat,
      createdAt: booking.createdAt, hasLostSeat: booking.hasLostSeat, hasDeclined: booking.hasDeclined,
      absence: absence)
  }

  /// Whether it says that its owner does not want to come on the day.
  public var isRefusal: Bool { guest == nil && absence == nil }
}
