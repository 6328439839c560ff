/// The bookings and offers of one day, found by id, by seat and by owner.
///
/// Both conflicts of a day are decided here: a seat has one booking or offer, a person has one booking of
/// their own.
public struct DayBookings: Sendable, Equatable {
  private var byID: [Booking.ID: Booking] = [:]
  private var bySeat: [Seat.ID: Booking.ID] = [:]
  private var byOwner: [Employee.ID: Booking.ID] = [:]
  private var guestsByHost: [Employee.ID: Set<Booking.ID>] = [:]
  private var waiting: [Booking.ID] = []
  private var offersBySeat: [Seat.ID: Offer] = [:]
  private var offersByBooking: [Booking.ID: Seat.ID] = [:]
  private var idsInQuestion: Set<Booking.ID> = []

  /// The day's bookings, in no particular order.
  public var all: some Collection<Booking> { byID.values }

  /// The day's offers, in no particular order.
  public var offers: some Collection<Offer> { offersBySeat.values }

  /// The booking with an id, if it is of this day.
  public subscript(id: Booking.ID) -> Booking? { byID[id] }

  /// The booking that has a seat.
  public func booking(of seat: Seat.ID) -> Booking? { bySeat[seat].flatMap { byID[$0] } }

  /// The booking of one's own presence.
  public func booking(ownedBy employee: Employee.ID) -> Booking? { byOwner[employee].flatMap { byID[$0] } }

  /// The bookings of somebody's guests, oldest first.
  public func guests(of host: Employee.ID) -> [Booking] {
    (guestsByHost[host] ?? []).sorted().compactMap { byID[$0] }
  }

  /// Whether somebody has a booking of their own or of a guest.
  func hasBookings(of employee: Employee.ID) -> Bool {
    byOwner[employee] != nil || guestsByHost[employee] != nil
  }

  /// The offer that holds a seat.
  public func offer(of seat: Seat.ID) -> Offer? { offersBySeat[seat] }

  /// The offer made to a booking.
  public func offer(to booking: Booking.ID) -> Offer? {
    offersByBooking[booking].flatMap { offersBySeat[$0] }
  }

  /// The seatless bookings in the order in which they are asked: those that lost their seat before all
  /// others, then by creation.
  public var queue: some Collection<Booking> { waiting.lazy.compactMap { byID[$0] } }

  /// The place of a seatless booking in the queue, beginning at 1; nil if it has a seat or is of another day.
  func placeInQueue(of id: Booking.ID) -> Int? {
    guard let booking = byID[id], booking.seat == nil else { return nil }
    return place(of: booking) + 1
  }

  /// Bookings whose owners were asked whether they come and have not answered, in no particular order. Indexed,
  /// because the deadlines read them after every change of the office.
  var inQuestion: some Collection<Booking> { idsInQuestion.lazy.compactMap { byID[$0] } }

  /// Whether nobody has a seat, and it is held for nobody.
  public func isFree(_ seat: Seat.ID) -> Bool { bySeat[seat] == nil && offersBySeat[seat] == nil }

  var isEmpty: Bool { byID.isEmpty && offersBySeat.isEmpty }

  /// Adds a booking or replaces the one with its id.
  ///
  /// - Precondition: nobody else has the seat, and the owner has no other booking of their own.
  mutating func put(_ booking: Booking) {
    remove(booking.id)
    byID[booking.id] = booking
    if booking.seat != nil, booking.attendance.isInQuestion { idsInQuestion.insert(booking.id) }
    if let seat = booking.seat {
      precondition(bySeat[seat] == nil, "a seat has one booking a day")
      bySeat[seat] = booking.id
    } else {
      waiting.insert(booking.id, at: place(of: booking))
    }
    if booking.guest == nil {
      precondition(byOwner[booking.owner] == nil, "a person has one booking of their own a day")
      byOwner[booking.owner] = booking.id
    } else {
      guestsByHost[booking.owner, default: []].insert(booking.id)
    }
  }

  /// Adds a booking as it was stored, unless somebody else has the seat or the owner has another booking.
  ///
  /// - Returns: whether it was added.
  mutating func load(_ booking: Booking) -> Bool {
    guard booking.seat.flatMap({ bySeat[$0] }) == nil, booking.guest != nil || byOwner[booking.owner] == nil
    else { return false }
    put(booking)
    return true
  }

  mutating func remove(_ id: Booking.ID) {
    guard let old = byID[id] else { return }
    if let seat = old.seat { bySeat[seat] = nil } else { waiting.remove(at: place(of: old)) }
    if old.guest == nil {
      byOwner[old.owner] = nil
    } else {
      guestsByHost[old.owner]?.remove(id)
      // A day that had guests and one that never had any are the same.
      if guestsByHost[old.owner]?.isEmpty == true { guestsByHost[old.owner] = nil }
    }
    idsInQuestion.remove(id)
    byID[id] = nil
  }

  /// Adds an offer or replaces the one with its id.
  ///
  /// - Precondition: no other offer holds the seat, and the booking has no other.
  mutating func put(_ offer: Offer) {
    precondition(offersBySeat[offer.seat].map { $0.id == offer.id } ?? true, "a seat is offered once")
    precondition(
      offersByBooking[offer.booking].map { $0 == offer.seat } ?? true, "a booking has one offer at a time")
    offersBySeat[offer.seat] = offer
    offersByBooking[offer.booking] = offer.seat
  }

  mutating func remove(_ offer: Offer) {
    offersBySeat[offer.seat] = nil
    offersByBooking[offer.booking] = nil
  }

  /// Position in the queue at which a seatless booking stands, or would stand.
  private func place(of booking: Booking) -> Int {
    var range = 0..<waiting.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if let other = byID[waiting[middle]], Self.isBefore(other, booking) {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }

  private static func isBefore(_ left: Booking, _ right: Booking) -> Bool {
    left.hasLostSeat != right.hasLostSeat
      ? left.hasLostSeat : (left.createdAt, left.id) < (right.createdAt, right.id)
  }
}
