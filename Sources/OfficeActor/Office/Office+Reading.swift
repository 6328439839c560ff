public import Foundation

/// What can be asked of an office without changing it.
extension Office {
  /// The employee that an account is registered as.
  public func employee(linkedTo account: AccountID) -> Employee? {
    employees.linked(to: account)
  }

  /// The seat with an id, if the configuration has it.
  public func seat(_ id: Seat.ID) -> Seat? { seatsByID[id] }

  /// The seat that somebody means who types this; one that is written exactly so comes first.
  public func seat(typed: String) -> Seat? {
    let (exact, wanted) = (Seat.ID(typed), Seat.ID(typed).asTyped)
    return seat(exact) ?? seats.first { $0.id.asTyped == wanted }
  }

  /// A day's bookings and offers.
  public func bookings(on day: Day) -> DayBookings { days[day] ?? DayBookings() }

  /// The booking with an id, of whatever day.
  public func booking(_ id: Booking.ID) -> Booking? {
    // Some hundred days at the most, a hash look-up each: cheaper than an index copied with every commit.
    for day in days.values {
      if let booking = day[id] { return booking }
    }
    return nil
  }

  /// The offer with an id, if it still stands.
  public func offer(_ id: Offer.ID) -> Offer? {
    for day in days.values {
      if let offer = day.offers.first(where: { $0.id == id }) { return offer }
    }
    return nil
  }

  /// All offers that stand, in no particular order.
  public var offers: [Offer] { days.values.flatMap(\.offers) }

  /// Whether nobody can book a day, because configuration or an admin has closed it.
  public func isClosed(_ day: Day) -> Bool { rules.closes(day) || closedDays.contains(day) }

  /// Why a seat is out of use on a day, if it is.
  public func closure(of seat: Seat.ID, on day: Day) -> SeatClosure? {
    closures[seat].flatMap { $0.contains(day) ? $0 : nil }
  }

  /// Seats that can be booked on an open day, in the order of the configuration: nobody has them, they are
  /// held for nobody, and not closed.
  public func freeSeats(on day: Day) -> [Seat] {
    let bookings = bookings(on: day)
    return seats.filter { bookings.isFree($0.id) && closure(of: $0.id, on: day) == nil }
  }

  /// A person's own bookings and their guests' from a day on, soonest first, one's own before the guests'.
  public func bookings(of employee: Employee.ID, from first: Day) -> [Booking] {
    days.filter { $0.key >= first }.sorted { $0.key < $1.key }.flatMap { _, day in
      [day.booking(ownedBy: employee)].compactMap { $0 } + day.guests(of: employee)
    }
  }

  /// The place of a seatless booking in its day's queue, beginning at 1; nil if it has a seat.
  public func placeInQueue(of booking: Booking) -> Int? {
    days[booking.day]?.placeInQueue(of: booking.id)
  }

  /// The bookings that have a seat from a day on, soonest first.
  public func bookings(of seat: Seat.ID, from first: Day) -> [Booking] {
    days.keys.filter { $0 >= first }.sorted().compactMap { days[$0]?.booking(of: seat) }
  }

  /// What one tap books in the menu: the nearest open day without a booking of one's own, and the seat that is
  /// free then and that one took most often in the past eight weeks.
  public func usualBooking(for employee: Employee.ID, at now: Date) -> (day: Day, seat: Seat.ID)? {
    let window = rules.bookingWindow(at: now)
    let isWithoutBooking = { (day: Day) in
      !isClosed(day) && bookings(on: day).booking(ownedBy: employee) == nil
    }
    guard let day = window.days.first(where: isWithoutBooking) else { return nil }
    let free = Set(freeSeats(on: day).map(\.id))
    var taken: [Seat.ID: (count: Int, last: Day)] = [:]
    for past in days.keys where past < window.lowerBound && past >= window.lowerBound + -Self.usualDays {
      guard let seat = days[past]?.booking(ownedBy: employee)?.seat, free.contains(seat) else { continue }
      let before = taken[seat]
      taken[seat] = ((before?.count ?? 0) + 1, max(before?.last ?? past, past))
    }
    // Of seats taken as often, the one taken last: a day has one seat, so this decides.
    return taken.max { ($0.value.count, $0.value.last) < ($1.value.count, $1.value.last) }
      .map { (day, $0.key) }
  }

  private static let usualDays = 56

  /// Whether there are bookings of days before a given one.
  public func hasBookings(before day: Day) -> Bool { days.keys.contains { $0 < day } }

  /// Days that have bookings, in no particular order.
  public var bookedDays: some Collection<Day> { days.keys }

  /// All bookings, in no particular order.
  public var allBookings: [Booking] { days.values.flatMap(\.all) }
}
