import Foundation
import GRDB
import OfficeActor

/// How records, journal entries and handled requests become rows, within one transaction.
struct OfficeRows {
  /// Ids reserved at once, so that few commits write counters. What is left of them at a stop is never given.
  static let reservedIDs = 1_000

  private let employee: RowStatement
  private let booking: RowStatement
  private let bookingRemoved: RowStatement
  private let entry: RowStatement
  private let request: RowStatement
  private let requestForgotten: RowStatement
  private let reservation: RowStatement
  private var times = Times()

  init(_ database: Database) throws {
    employee = try RowStatement(
      database,
      """
      INSERT INTO employee (id, name, account) VALUES (?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET name = excluded.name, account = excluded.account
      """)
    booking = try RowStatement(
      database,
      """
      INSERT INTO booking (id, day, seat, owner, created_at) VALUES (?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET seat = excluded.seat
      """)
    bookingRemoved = try RowStatement(database, "DELETE FROM booking WHERE id = ?")
    entry = try RowStatement(
      database,
      """
      INSERT INTO journal (at, actor, kind, employee, employee_name, booking, day, seat, seat_before)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    request = try RowStatement(database, "INSERT INTO handled_update (id, at) VALUES (?, ?)")
    // Looked for from the oldest on, which are those to be forgotten.
    requestForgotten = try RowStatement(
      database,
      """
      DELETE FROM handled_update
      WHERE rowid = (SELECT rowid FROM handled_update WHERE id = ? ORDER BY rowid LIMIT 1)
      """)
    reservation = try RowStatement(
      database, "UPDATE counter SET next = ?2 + \(Self.reservedIDs) WHERE name = ?1 AND next < ?2")
  }

  mutating func apply(_ change: RecordChange) throws {
    switch change {
    case .putEmployee(let record):
      try employee.run {
        $0.add(record.id.rawValue)
        $0.add(record.name.text)
        $0.add(record.account?.rawValue)
      }
    case .putBooking(let record):
      let createdAt = times[record.createdAt]
      try booking.run {
        $0.add(record.id.rawValue)
        $0.add(record.day.iso)
        $0.add(record.seat.rawValue)
        $0.add(record.owner.rawValue)
        $0.add(createdAt)
      }
    case .removeBooking(let id):
      try bookingRemoved.run { $0.add(id.rawValue) }
    }
  }

  mutating func append(_ written: JournalEntry) throws {
    let actor: Int64? = if case .person(let account) = written.principal { account.rawValue } else { nil }
    let row = JournalRow(written.event)
    let at = times[written.at]
    try entry.run {
      $0.add(at)
      $0.add(actor)
      $0.add(row.kind)
      $0.add(row.employee.id.rawValue)
      $0.add(row.employee.name.text)
      $0.add(row.booking?.id.rawValue)
      $0.add(row.booking?.day.iso)
      $0.add(row.booking?.seat.rawValue)
      $0.add(row.seatBefore?.rawValue)
    }
  }

  mutating func remember(_ handled: HandledRequest) throws {
    let at = times[handled.at]
    try request.run {
      $0.add(handled.id.rawValue)
      $0.add(at)
    }
  }

  func forget(_ id: RequestID) throws {
    try requestForgotten.run { $0.add(id.rawValue) }
  }

  /// Sees to it that no id that was given is given again after a start.
  func reserve(_ counters: Counters) throws {
    for (name, next) in [("booking", counters.nextBooking), ("employee", counters.nextEmployee)] {
      try reservation.run {
        $0.add(name)
        $0.add(next)
      }
    }
  }

  /// Writes a moment once, however many rows of a transaction have it.
  private struct Times {
    private var last: (moment: Date, text: String)?

    subscript(_ moment: Date) -> String {
      mutating get {
        if let last, last.moment == moment { return last.text }
        let text = Timestamp.text(moment)
        last = (moment, text)
        return text
      }
    }
  }
}

/// The plain columns that an event has in the journal.
private struct JournalRow {
  var kind: String
  var employee: Employee
  var booking: Booking?
  var seatBefore: Seat.ID?

  init(_ event: Event) {
    switch event {
    case .employeeAdded(let employee):
      self.init(kind: "employee added", employee: employee)
    case .registered(let employee):
      self.init(kind: "registered", employee: employee)
    case .booked(let booking, let owner):
      self.init(kind: "booked", employee: owner, booking: booking)
    case .moved(let booking, let seat, let owner):
      self.init(kind: "moved", employee: owner, booking: booking, seatBefore: seat)
    case .cancelled(let booking, let owner):
      self.init(kind: "cancelled", employee: owner, booking: booking)
    }
  }

  private init(kind: String, employee: Employee, booking: Booking? = nil, seatBefore: Seat.ID? = nil) {
    self.kind = kind
    self.employee = employee
    self.booking = booking
    self.seatBefore = seatBefore
  }
}
