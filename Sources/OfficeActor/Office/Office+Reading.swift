/// What can be asked of an office without changing it.
extension Office {
  /// The employee that an account is registered as.
  public func employee(linkedTo account: AccountID) -> Employee? {
    employees.linked(to: account)
  }

  /// The seat with an id, if the configuration has it.
  public func seat(_ id: Seat.ID) -> Seat? { seatsByID[id] }

  /// A day's bookings.
  public func bookings(on day: Day) -> DayBookings { days[day] ?? DayBookings() }

  /// The booking with an id, of whatever day.
  public func booking(_ id: Booking.ID) -> Booking? {
    // Some hundred days at the most, a hash look-up each: cheaper than an index copied with every commit.
    for day in days.values {
      if let booking = day[id] { return booking }
    }
    return nil
  }

  /// Seats nobody has on a day, in the order of the configuration.
  public func freeSeats(on day: Day) -> [Seat] {
    let bookings = bookings(on: day)
    return seats.filter { bookings.booking(of: $0.id) == nil }
  }

  /// A person's own bookings from a day on, soonest first.
  public func bookings(of employee: Employee.ID, from first: Day) -> [Booking] {
    days.filter { $0.key >= first }
      .compactMap { $0.value.booking(ownedBy: employee) }
      .sorted { $0.day < $1.day }
  }

  /// Whether there are bookings of days before a given one.
  public func hasBookings(before day: Day) -> Bool { days.keys.contains { $0 < day } }

  /// All bookings, in no particular order.
  public var allBookings: [Booking] { days.values.flatMap(\.all) }
}
