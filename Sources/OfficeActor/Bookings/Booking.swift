public import Foundation

/// One presence on one day: an owner, perhaps a guest's name, perhaps a seat.
public struct Booking: Sendable, Hashable, Identifiable {
  /// Identifier of a booking.
  public typealias ID = RecordID<Booking>

  /// Identifier of the booking.
  public let id: ID
  /// For which day.
  public let day: Day
  /// The employee whose presence it is, or the host of the guest.
  public let owner: Employee.ID
  /// The guest who comes; nil for the owner's own presence.
  public let guest: GuestName?
  /// The booked seat; nil while none is free for it.
  public var seat: Seat.ID?
  /// When the presence was first booked; neither a move nor an offer changes it.
  public let createdAt: Date
  /// When it got the seat it has; for a seatless booking, when it was made or lost its seat.
  public var seatedAt: Date
  /// Whether it lost its seat through no fault of its own: it then stands before all others in the queue.
  public var hasLostSeat: Bool
  /// Whether it said no to an offer: it is not asked again.
  public var hasDeclined: Bool
  /// What became of the question whether its owner comes.
  public var attendance: Attendance

  /// A booking as stored; `seatedAt` is `createdAt` unless it is said.
  public init(
    id: ID, day: Day, owner: Employee.ID, guest: GuestName? = nil, seat: Seat.ID?, createdAt: Date,
    seatedAt: Date? = nil, hasLostSeat: Bool = false, hasDeclined: Bool = false,
    attendance: Attendance = Attendance()
  ) {
    self.id = id
    self.day = day
    self.owner = owner
    self.guest = guest
    self.seat = seat
    self.createdAt = createdAt
    self.seatedAt = seatedAt ?? createdAt
    self.hasLostSeat = hasLostSeat
    self.hasDeclined = hasDeclined
    self.attendance = attendance
  }
}
