import Foundation
import GRDB
import OfficeActor

/// How records, journal entries and handled requests become rows.
extension Database {
  func apply(_ change: RecordChange) throws {
    switch change {
    case .putEmployee(let employee):
      try run(
        """
        INSERT INTO employee (id, name, account) VALUES (?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET name = excluded.name, account = excluded.account
        """, employee.id.rawValue, employee.name.text, employee.account?.rawValue)
    case .putBooking(let booking):
      try run(
        """
        INSERT INTO booking (id, day, seat, owner, created_at) VALUES (?, ?, ?, ?, ?)
        ON CONFLICT (id) DO UPDATE SET seat = excluded.seat
        """, booking.id.rawValue, booking.day.iso, booking.seat.rawValue, booking.owner.rawValue,
        Timestamp.text(booking.createdAt))
    case .removeBooking(let id):
      try run("DELETE FROM booking WHERE id = ?", id.rawValue)
    }
  }

  /// - Parameter at: the entry's moment as text; the entries of one batch share it.
  func append(_ entry: JournalEntry, at: String) throws {
    let actor: Int64? = if case .person(let account) = entry.principal { account.rawValue } else { nil }
    let row = JournalRow(entry.event)
    try run(
      """
      INSERT INTO journal (at, actor, kind, employee, employee_name, booking, day, seat, seat_before)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """, at, actor, row.kind, row.employee.id.rawValue, row.employee.name.text,
      row.booking?.id.rawValue, row.booking?.day.iso, row.booking?.seat.rawValue, row.seatBefore?.rawValue)
  }

  func remember(_ request: HandledRequest, at: String) throws {
    try run("INSERT OR IGNORE INTO handled_update (id, at) VALUES (?, ?)", request.id.rawValue, at)
  }

  func store(_ counters: Counters) throws {
    for (name, next) in [("booking", counters.nextBooking), ("employee", counters.nextEmployee)] {
      try run(
        """
        INSERT INTO counter (name, next) VALUES (?, ?)
        ON CONFLICT (name) DO UPDATE SET next = excluded.next WHERE next <> excluded.next
        """, name, next)
    }
  }

  private func run(_ sql: String, _ arguments: (any DatabaseValueConvertible)?...) throws {
    try cachedStatement(sql: sql).execute(arguments: StatementArguments(arguments))
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
