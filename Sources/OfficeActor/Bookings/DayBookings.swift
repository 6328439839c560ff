/// The bookings of one day, found by id, by seat and by owner.
///
/// Both conflicts of a day are decided here: a seat has one booking, a person has one.
public struct DayBookings: Sendable, Equatable {
  private var byID: [Booking.ID: Booking] = [:]
  private var bySeat: [Seat.ID: Booking.ID] = [:]
  private var byOwner: [Employee.ID: Booking.ID] = [:]

  /// The day's bookings, in no particular order.
  public var all: some Collection<Booking> { byID.values }

  /// The booking with an id, if it is of this day.
  public subscript(id: Booking.ID) -> Booking? { byID[id] }

  /// The booking that holds a seat.
  public func booking(of seat: Seat.ID) -> Booking? { bySeat[seat].flatMap { byID[$0] } }

  /// The booking of one's own presence.
  public func booking(ownedBy employee: Employee.ID) -> Booking? { byOwner[employee].flatMap { byID[$0] } }

  var isEmpty: Bool { byID.isEmpty }

  /// Adds a booking or replaces the one with its id.
  ///
  /// - Precondition: nobody else has the seat, and the owner has no other booking.
  mutating func put(_ booking: Booking) {
    remove(booking.id)
    precondition(bySeat[booking.seat] == nil, "a seat has one booking a day")
    precondition(byOwner[booking.owner] == nil, "a person has one booking a day")
    byID[booking.id] = booking
    bySeat[booking.seat] = booking.id
    byOwner[booking.owner] = booking.id
  }

  mutating func remove(_ id: Booking.ID) {
    guard let old = byID.removeValue(forKey: id) else { return }
    bySeat[old.seat] = nil
    byOwner[old.owner] = nil
  }
}
