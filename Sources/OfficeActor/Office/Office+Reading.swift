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

  /// The bookings that had a seat through a day, newest first.
  public func bookings(of seat: Seat.ID, through last: Day) -> [Booking] {
    days.keys.filter { $0 <= last }.sorted(by: >).compactMap { days[$0]?.booking(of: seat) }
  }

  /// The bookings that have a seat from a day on, soonest first.
  public func bookings(of seat: Seat.ID, from first: Day) -> [Booking] {
    days.keys.filter { $0 >= first }.sorted().compactMap { days[$0]?.booking(of: seat) }
  }

  /// Whether there are bookings of days before a given one.
  public func hasBookings(before day: Day) -> Bool { days.keys.contains { $0 < day } }

  /// Days that have bookings, in no particular order.
  public var bookedDays: some Collection<Day> { days.keys }

  /// All bookings, in no particular order.
  public var allBookings: [Booking] { days.values.flatMap(\.all) }
}
