public import Foundation

/// One office: its seats, its people, its bookings and its rules, as a value.
///
/// Everything that happens goes through ``perform(_:by:at:)``. There is no input or output in here,
/// no clock and no chance: the same commands make the same office.
public struct Office: Sendable, Equatable {
  /// What configuration says.
  public let rules: OfficeRules
  /// All seats, in the order of the configuration.
  public let seats: [Seat]
  /// The list of names.
  public internal(set) var employees = Employees()

  let seatsByID: [Seat.ID: Seat]
  var days: [Day: DayBookings] = [:]
  /// The ids to be given next.
  public internal(set) var counters: Counters
  /// Record changes since they were last taken, in the order they were made.
  var changes: [RecordChange] = []

  /// An office with the records it had when it was stored.
  ///
  /// - Throws: ``OfficeLoadingError`` if the records contradict each other or the seats.
  public init(
    rules: OfficeRules,
    seats: [Seat],
    employees: [Employee] = [],
    bookings: [Booking] = [],
    counters: Counters = Counters()
  ) throws(OfficeLoadingError) {
    self.rules = rules
    self.seats = seats
    self.counters = counters
    seatsByID = Dictionary(seats.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    precondition(seatsByID.count == seats.count, "configuration names each seat once")
    for employee in employees {
      guard self.employees[employee.id] == nil, self.employees.named(employee.name) == nil,
        employee.account.flatMap({ self.employees.linked(to: $0) }) == nil,
        employee.id.rawValue < counters.nextEmployee
      else { throw .contradictingEmployee(employee) }
      self.employees.put(employee)
    }
    for booking in bookings {
      let day = days[booking.day] ?? DayBookings()
      guard self.employees[booking.owner] != nil, self.booking(booking.id) == nil,
        day.booking(of: booking.seat) == nil, day.booking(ownedBy: booking.owner) == nil,
        booking.id.rawValue < counters.nextBooking
      else { throw .contradictingBooking(booking) }
      days[booking.day, default: DayBookings()].put(booking)
    }
  }

  /// Carries out one command, or refuses it and stays as it was.
  ///
  /// - Parameters:
  ///   - principal: who asks; rights are decided by this alone.
  ///   - now: the moment, which also decides what day it is in the office.
  /// - Returns: what happened; empty when everything was already so.
  /// - Throws: why not. The office is then unchanged.
  public mutating func perform(
    _ command: Command, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    switch command {
    case .register(let employee): try register(as: employee, by: principal)
    case .book(let seat, let day): try book(seat, on: day, by: principal, at: now)
    case .cancel(let booking): try cancel(booking, by: principal, at: now)
    case .addEmployees(let names): try addEmployees(names, by: principal)
    case .forgetBookings(let day): try forgetBookings(before: day, by: principal, at: now)
    }
  }

  /// Hands over the record changes made since the last time.
  mutating func takeChanges() -> [RecordChange] {
    defer { changes = [] }
    return changes
  }

  // MARK: The one place where records change

  mutating func put(_ employee: Employee) {
    employees.put(employee)
    changes.append(.putEmployee(employee))
  }

  mutating func put(_ booking: Booking) {
    days[booking.day, default: DayBookings()].put(booking)
    changes.append(.putBooking(booking))
  }

  mutating func remove(_ booking: Booking) {
    days[booking.day]?.remove(booking.id)
    if days[booking.day]?.isEmpty == true { days[booking.day] = nil }
    changes.append(.removeBooking(booking.id))
  }
}

/// Stored records that cannot be an office.
public enum OfficeLoadingError: Error, Sendable, Hashable {
  /// A name, account or id that stands twice, or an id from beyond the counter.
  case contradictingEmployee(Employee)
  /// A seat or a person booked twice on a day, an owner who is not there, or an id from beyond the counter.
  case contradictingBooking(Booking)
}
