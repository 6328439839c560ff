import Foundation
import GRDB
import OfficeActor

/// How records, journal entries and handled requests become rows, within one transaction.
struct OfficeRows {
  /// Ids reserved at once, so that few commits write counters. What is left of them at a stop is never given.
  static let reservedIDs: Int64 = 1_000

  private let database: Database
  private let booking: RowStatement
  private let entry: RowStatement
  private let request: RowStatement
  private var times = Times()

  init(_ database: Database) throws {
    self.database = database
    booking = try RowStatement(
      database,
      """
      INSERT INTO booking (id, day, owner, guest, created_at, seat, seated_at, has_lost_seat, has_declined,
        asked_at, answer_by, reached_at, reminded_at, confirmed_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET seat = excluded.seat, seated_at = excluded.seated_at,
        has_lost_seat = excluded.has_lost_seat, has_declined = excluded.has_declined,
        asked_at = excluded.asked_at, answer_by = excluded.answer_by, reached_at = excluded.reached_at,
        reminded_at = excluded.reminded_at, confirmed_at = excluded.confirmed_at
      """)
    entry = try RowStatement(
      database,
      """
      INSERT INTO journal (at, actor, kind, employee, employee_name, booking, day, seat, seat_before, guest,
        detail)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    request = try RowStatement(database, "INSERT INTO handled_update (id, at) VALUES (?, ?)")
  }

  mutating func apply(_ change: RecordChange) throws {
    switch change {
    case .putEmployee(let record): try put(record)
    case .removeEmployee(let id): try remove(id.rawValue, from: "employee")
    case .putBooking(let record): try put(record)
    case .removeBooking(let id): try remove(id.rawValue, from: "booking")
    case .putOffer(let record): try put(record)
    case .removeOffer(let id): try remove(id.rawValue, from: "offer")
    case .putReleased(let record): try put(record)
    case .removeReleased(let id): try remove(id.rawValue, from: "released_booking")
    case .putCancelled(let record): try put(record)
    case .removeCancelled(let id): try remove(id.rawValue, from: "cancelled_booking")
    case .putPlan(let record): try put(record)
    case .removePlan(let id): try removePlan(of: id)
    case .putAbsence(let record): try put(record)
    case .removeAbsence(let id): try remove(id.rawValue, from: "absence")
    case .putAssignedSeat(let record): try put(record)
    case .removeAssignedSeat(let seat):
      try run("DELETE FROM assigned_seat WHERE seat = ?") { $0.add(seat.rawValue) }
    case .putPreferences(let record): try put(record)
    case .removePreferences(let id):
      try run("DELETE FROM preference WHERE employee = ?") { $0.add(id.rawValue) }
    case .putGrantedWish(let wish):
      try run("INSERT OR IGNORE INTO granted_wish (employee, day) VALUES (?, ?)") {
        $0.add(wish.employee.rawValue)
        $0.add(wish.day.iso)
      }
    case .removeGrantedWish(let wish):
      try run("DELETE FROM granted_wish WHERE employee = ? AND day = ?") {
        $0.add(wish.employee.rawValue)
        $0.add(wish.day.iso)
      }
    case .openedThrough(let day):
      try run("INSERT OR REPLACE INTO opened (id, through_day) VALUES (1, ?)") { $0.add(day.iso) }
    case .putNotice(let record): try put(record)
    case .removeNotice(let id): try remove(id.rawValue, from: "notice")
    case .putRequest(let record): try put(record)
    case .removeRequest(let id): try remove(id.rawValue, from: "registration_request")
    case .putSettledRequest(let record): try put(record)
    case .removeSettledRequest(let id): try remove(id.rawValue, from: "settled_request")
    case .putRequestMessage(let record): try put(record)
    case .removeRequestMessage(let id):
      try run("DELETE FROM request_message WHERE admin = ? AND account = ?") {
        $0.add(id.admin.rawValue)
        $0.add(id.topic.column)
      }
    case .putProfile(let record): try put(record)
    case .removeProfile(let account): try remove(account.rawValue, from: "account")
    case .closeDay(let day): try run("INSERT OR IGNORE INTO closed_day (day) VALUES (?)") { $0.add(day.iso) }
    case .openDay(let day): try run("DELETE FROM closed_day WHERE day = ?") { $0.add(day.iso) }
    case .closeSeat(let closure): try put(closure)
    case .openSeat(let seat): try run("DELETE FROM closed_seat WHERE seat = ?") { $0.add(seat.rawValue) }
    case .noteTelling(let day):
      try run("INSERT OR IGNORE INTO told_closed_day (day) VALUES (?)") { $0.add(day.iso) }
    case .forgetTelling(let day):
      try run("DELETE FROM told_closed_day WHERE day = ?") { $0.add(day.iso) }
    case .putSeat(let seat):
      try run("INSERT OR IGNORE INTO known_seat (seat) VALUES (?)") { $0.add(seat.rawValue) }
    case .removeSeat(let seat): try run("DELETE FROM known_seat WHERE seat = ?") { $0.add(seat.rawValue) }
    }
  }

  // MARK: One kind of record each

  private func put(_ record: Employee) throws {
    try run(
      """
      INSERT INTO employee (id, name, account, is_removed) VALUES (?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE
      SET name = excluded.name, account = excluded.account, is_removed = excluded.is_removed
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.name.text)
      $0.add(record.account?.rawValue)
      $0.add(record.isRemoved ? 1 : 0)
    }
  }

  private mutating func put(_ record: Booking) throws {
    let createdAt = times[record.createdAt]
    let seatedAt = times[record.seatedAt]
    let stamps = [
      record.attendance.askedAt, record.attendance.answerBy, record.attendance.reachedAt,
      record.attendance.remindedAt, record.attendance.confirmedAt,
    ].map { $0.map(Timestamp.text) }
    try booking.run {
      $0.add(record.id.rawValue)
      $0.add(record.day.iso)
      $0.add(record.owner.rawValue)
      $0.add(record.guest?.text)
      $0.add(createdAt)
      $0.add(record.seat?.rawValue)
      $0.add(seatedAt)
      $0.add(record.hasLostSeat ? 1 : 0)
      $0.add(record.hasDeclined ? 1 : 0)
      for stamp in stamps { $0.add(stamp) }
    }
  }

  private func put(_ record: Offer) throws {
    let askedBefore = try Self.json(record.askedBefore)
    try run(
      """
      INSERT INTO offer
        (id, day, seat, booking, asked_before, created_at, delivered_at, message, runs_out_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET delivered_at = excluded.delivered_at, message = excluded.message,
        runs_out_at = excluded.runs_out_at
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.day.iso)
      $0.add(record.seat.rawValue)
      $0.add(record.booking.rawValue)
      $0.add(askedBefore)
      $0.add(Timestamp.text(record.createdAt))
      $0.add(record.deliveredAt.map(Timestamp.text))
      $0.add(record.message)
      $0.add(Timestamp.text(record.runsOutAt))
    }
  }

  private func put(_ record: ReleasedBooking) throws {
    try run("INSERT INTO released_booking (id, day, owner, guest, seat) VALUES (?, ?, ?, ?, ?)") {
      $0.add(record.id.rawValue)
      $0.add(record.day.iso)
      $0.add(record.owner.rawValue)
      $0.add(record.guest?.text)
      $0.add(record.seat.rawValue)
    }
  }

  private func put(_ record: Notice) throws {
    let content = try Self.json(record.content)
    let (employee, account): (Int64?, Int64?) =
      switch record.recipient {
      case .employee(let id): (id.rawValue, nil)
      case .account(let id): (nil, id.rawValue)
      }
    try run(
      """
      INSERT INTO notice
        (id, employee, account, content, created_at, due_at, unclear_attempts, failed_at, failure)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (id) DO UPDATE SET content = excluded.content, due_at = excluded.due_at,
        unclear_attempts = excluded.unclear_attempts, failed_at = excluded.failed_at, failure = excluded.failure
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(employee)
      $0.add(account)
      $0.add(content)
      $0.add(Timestamp.text(record.createdAt))
      $0.add(Timestamp.text(record.dueAt))
      $0.add(Int64(record.unclearAttempts))
      $0.add((record.failure?.at).map(Timestamp.text))
      $0.add(record.failure?.reason.code)
    }
  }

  private func put(_ record: RegistrationRequest) throws {
    try run(
      "INSERT INTO registration_request (id, account, employee, created_at) VALUES (?, ?, ?, ?)"
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.account.rawValue)
      $0.add(record.employee.rawValue)
      $0.add(Timestamp.text(record.createdAt))
    }
  }

  private func put(_ record: SettledRequest) throws {
    try run(
      """
      INSERT INTO settled_request (id, account, employee, created_at, settled_at, outcome)
      VALUES (?, ?, ?, ?, ?, ?)
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.account.rawValue)
      $0.add(record.employee.rawValue)
      $0.add(Timestamp.text(record.createdAt))
      $0.add(Timestamp.text(record.settledAt))
      $0.add(record.outcome.rawValue)
    }
  }

  private func put(_ record: RequestMessage) throws {
    try run(
      """
      INSERT OR REPLACE INTO request_message (admin, account, message, sent_at, shown_at)
      VALUES (?, ?, ?, ?, ?)
      """
    ) {
      $0.add(record.id.admin.rawValue)
      $0.add(record.id.topic.column)
      $0.add(record.message)
      $0.add(Timestamp.text(record.sentAt))
      $0.add(Timestamp.text(record.shownAt))
    }
  }

  private func put(_ record: AccountProfile) throws {
    try run(
      """
      INSERT OR REPLACE INTO account (id, name, username, app_language, chosen_language) VALUES (?, ?, ?, ?, ?)
      """
    ) {
      $0.add(record.id.rawValue)
      $0.add(record.name)
      $0.add(record.username)
      $0.add(record.appLanguage?.rawValue)
      $0.add(record.chosenLanguage?.rawValue)
    }
  }

  private func put(_ closure: SeatClosure) throws {
    try run("INSERT OR REPLACE INTO closed_seat (seat, from_day, through_day, reason) VALUES (?, ?, ?, ?)") {
      $0.add(closure.seat.rawValue)
      $0.add(closure.from.iso)
      $0.add(closure.through?.iso)
      $0.add(closure.reason.text)
    }
  }

  func remove(_ id: Int64, from table: String) throws {
    try run("DELETE FROM \(table) WHERE id = ?") { $0.add(id) }
  }

  /// Runs a statement that most transactions do not need.
  func run(_ sql: String, _ add: (inout RowStatement.Values) -> Void) throws {
    try RowStatement(database, sql).run(add)
  }

  static func json(_ value: some Encodable) throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return String(decoding: try encoder.encode(value), as: UTF8.self)
  }

  // MARK: Journal, requests, counters

  mutating func append(_ written: JournalEntry) throws {
    let actor: Int64? = if case .person(let account) = written.principal { account.rawValue } else { nil }
    let record = JournalRecord(written.event)
    let at = times[written.at]
    try entry.run {
      $0.add(at)
      $0.add(actor)
      $0.add(record.kind.rawValue)
      $0.add(record.employee?.rawValue)
      $0.add(record.employeeName)
      $0.add(record.booking?.rawValue)
      $0.add(record.day?.iso)
      $0.add(record.seat?.rawValue)
      $0.add(record.seatBefore?.rawValue)
      $0.add(record.guest)
      $0.add(record.detail)
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
    // Looked for from the oldest on, which are those to be forgotten.
    try run(
      """
      DELETE FROM handled_update
      WHERE rowid = (SELECT rowid FROM handled_update WHERE id = ? ORDER BY rowid LIMIT 1)
      """
    ) { $0.add(id.rawValue) }
  }

  /// Reserves the next ids from those of `counters` on, so that none of them is given again after a start.
  func reserve(_ counters: Counters) throws {
    let given = [
      ("booking", counters.nextBooking), ("employee", counters.nextEmployee), ("offer", counters.nextOffer),
      ("notice", counters.nextNotice), ("request", counters.nextRequest),
      ("absence", counters.nextAbsence),
    ]
    for (name, next) in given {
      try run("UPDATE counter SET next = max(next, ?2 + \(Self.reservedIDs)) WHERE name = ?1") {
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

extension RequestMessage.Topic {
  /// In the column `account`; ids of accounts are positive.
  var column: Int64 {
    switch self {
    case .account(let account): account.rawValue
    case .all: 0
    case .closing: -1
    }
  }

  init(column: Int64) {
    self =
      switch column {
      case 0: .all
      case -1: .closing
      default: .account(AccountID(rawValue: column))
      }
  }
}
