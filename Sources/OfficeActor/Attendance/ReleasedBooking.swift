/// A booking that silence has cost its owner, kept as long as its day can be booked: «Приду» takes it again.
///
/// What somebody cancelled is not among them, nor what they have booked anew since.
public struct ReleasedBooking: Sendable, Hashable, Identifiable {
  /// The booking it was.
  public let id: Booking.ID
  /// For which day.
  public let day: Day
  /// The employee whose presence it was, or the host of the guest.
  public let owner: Employee.ID
  /// The guest who would have come; nil for the owner's own presence.
  public let guest: GuestName?
  /// The seat that it had.
  public let seat: Seat.ID

  /// A released booking as stored.
  public init(id: Booking.ID, day: Day, owner: Employee.ID, guest: GuestName?, seat: Seat.ID) {
    self.id = id
    self.day = day
    self.owner = owner
    self.guest = guest
    self.seat = seat
  }
}
