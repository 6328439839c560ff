import Foundation
import GRDB
public import OfficeActor

extension OfficeDatabase {
  /// What was stored of an office.
  public struct Loaded: Sendable {
    /// As it was stored; ids continue after those that were reserved.
    public let office: Office
    /// Requests that must not be carried out again.
    public let handled: Set<RequestID>
    /// Whether the office has never had anything in it.
    public var isNew: Bool { office.counters == Counters() }
  }

  /// Reads the whole office.
  ///
  /// - Throws: ``OpeningError/contradiction(_:reason:)`` if the records are no office, naming the first
  ///   that is wrong.
  public func load(rules: OfficeRules, seats: [Seat]) throws(OpeningError) -> Loaded {
    // The office is read once: what SQLite keeps of its pages would stay for nothing.
    defer { pool.releaseMemory() }
    return try OfficeFile(path: path).load(from: pool, rules: rules, seats: seats)
  }
}

/// Reads the rows of an office.
///
/// They are decoded by what throws: somebody may have mended the tables by hand, and a program that stops
/// without a word is no answer to that.
struct OfficeReader {
  /// Named in what is thrown.
  let path: String

  /// All records, in one transaction.
  func records(_ db: Database) throws -> OfficeRecords {
    try OfficeRecords(
      employees: rows(db, "employee", "id, name, account, is_removed", employee),
      bookings: rows(
        db, "booking",
        """
        id, day, owner, guest, seat, created_at, seated_at, has_lost_seat, has_declined, asked_at, answer_by,
        reached_at, reminded_at, confirmed_at
        """, booking),
      offers: rows(
        db, "offer",
        "id, day, seat, booking, asked_before, created_at, delivered_at, message, runs_out_at", offer),
      released: rows(db, "released_booking", "id, day, owner, guest, seat", released),
      cancelled: rows(
        db, "cancelled_booking",
        "id, day, owner, guest, seat, created_at, has_lost_seat, has_declined, absence", cancelled),
      plans: plans(db),
      absences: rows(
        db, "absence", "id, employee, from_day, through_day, entered_by, entered_at", absence),
      assignedSeats: rows(db, "assigned_seat", "seat, employee, weekdays, assigned_at", assignedSeat),
      preferences: rows(db, "preference", "employee, features, zone", preferences),
      grantedWishes: Set(
        rows(db, "granted_wish", "employee, day") {
          try GrantedWish(employee: Employee.ID(rawValue: $0.value()), day: $0.day())
        }),
      openedThrough: rows(db, "opened", "through_day") { try $0.day() }.first,
      notices: rows(
        db, "notice",
        "id, employee, account, content, created_at, due_at, unclear_attempts, failed_at, failure", notice),
      requests: rows(db, "registration_request", "id, account, employee, created_at", request),
      settledRequests: rows(
        db, "settled_request", "id, account, employee, created_at, settled_at, outcome", settledRequest),
      requestMessages: rows(
        db, "request_message", "admin, account, message, sent_at, shown_at", requestMessage),
      profiles: rows(db, "account", "id, name, username, app_language, chosen_language", profile),
      closedDays: Set(rows(db, "closed_day", "day") { try $0.day() }),
      closures: rows(db, "closed_seat", "seat, from_day, through_day, reason", closure),
      toldClosedDays: Set(rows(db, "told_closed_day", "day") { try $0.day() }),
      knownSeats: Set(rows(db, "known_seat", "seat") { Seat.ID(try $0.value()) }),
      counters: counters(db))
  }

  /// Requests that must not be carried out again.
  func requests(_ db: Database) throws -> Set<RequestID> {
    try Set(rows(db, "handled_update", "id") { RequestID(rawValue: try $0.value()) })
  }

  /// Each row is read where SQLite has it: copies of them all would cost a start more than anything else, and
  /// leave holes in the memory. Columns are named, for one that is missing would else be read as one that has
  /// nothing in it.
  func rows<Record>(
    _ db: Database, _ table: String, _ columns: String, _ record: (inout Columns) throws -> Record
  ) throws -> [Record] {
    var records: [Record] = []
    let rows = try Row.fetchCursor(db, sql: "SELECT \(columns) FROM \(table)")
    while let row = try rows.next() {
      var columns = Columns(row)
      do {
        records.append(try record(&columns))
      } catch {
        // Named by its first column alone: this is logged, and other columns have what people typed.
        let name = row.columnNames.first.map { "\($0) \(row[0] as DatabaseValue)" } ?? ""
        throw OpeningError.contradiction(
          path, reason: "a row of the table \(table) cannot be read: \(name) (\(error))")
      }
    }
    return records
  }

  private func employee(_ columns: inout Columns) throws -> Employee {
    let id = Employee.ID(rawValue: try columns.value())
    guard let name = EmployeeName(try columns.value()) else { throw columns.unreadable }
    let account: Int64? = try columns.value()
    return Employee(
      id: id, name: name, account: account.map(AccountID.init(rawValue:)), isRemoved: try columns.value())
  }

  private func booking(_ columns: inout Columns) throws -> Booking {
    try Booking(
      id: Booking.ID(rawValue: columns.value()), day: columns.day(),
      owner: Employee.ID(rawValue: columns.value()), guest: columns.guest(), seat: columns.seatIfAny(),
      createdAt: columns.moment(), seatedAt: columns.moment(), hasLostSeat: columns.value(),
      hasDeclined: columns.value(),
      attendance: Attendance(
        askedAt: columns.momentIfAny(), answerBy: columns.momentIfAny(), reachedAt: columns.momentIfAny(),
        remindedAt: columns.momentIfAny(), confirmedAt: columns.momentIfAny()))
  }

  private func offer(_ columns: inout Columns) throws -> Offer {
    try Offer(
      id: Offer.ID(rawValue: columns.value()), day: columns.day(), seat: Seat.ID(columns.value()),
      booking: Booking.ID(rawValue: columns.value()), askedBefore: columns.json(),
      createdAt: columns.moment(), deliveredAt: columns.momentIfAny(), message: columns.value(),
      runsOutAt: columns.moment())
  }

  private func released(_ columns: inout Columns) throws -> ReleasedBooking {
    try ReleasedBooking(
      id: Booking.ID(rawValue: columns.value()), day: columns.day(),
      owner: Employee.ID(rawValue: columns.value()), guest: columns.guest(), seat: Seat.ID(columns.value()))
  }

  private func notice(_ columns: inout Columns) throws -> Notice {
    let id = Notice.ID(rawValue: try columns.value())
    let employee: Int64? = try columns.value()
    let account: Int64? = try columns.value()
    let recipient: Notice.Recipient
    switch (employee, account) {
    case (let employee?, nil): recipient = .employee(Employee.ID(rawValue: employee))
    case (nil, let account?): recipient = .account(AccountID(rawValue: account))
    default: throw columns.unreadable
    }
    let content: Notice.Content = try columns.json()
    let createdAt = try columns.moment()
    let dueAt = try columns.moment()
    let unclearAttempts: Int = try columns.value()
    let failedAt = try columns.momentIfAny()
    let reason: String? = try columns.value()
    return Notice(
      id: id, recipient: recipient, content: content, createdAt: createdAt, dueAt: dueAt,
      unclearAttempts: unclearAttempts,
      failure: failedAt.map { Notice.Failure(at: $0, reason: DeliveryFailure(code: reason ?? "")) }
    )
  }

  private func request(_ columns: inout Columns) throws -> RegistrationRequest {
    try RegistrationRequest(
      id: RegistrationRequest.ID(rawValue: columns.value()), account: AccountID(rawValue: columns.value()),
      employee: Employee.ID(rawValue: columns.value()), createdAt: columns.moment())
  }

  private func settledRequest(_ columns: inout Columns) throws -> SettledRequest {
    try SettledRequest(
      id: RegistrationRequest.ID(rawValue: columns.value()), account: AccountID(rawValue: columns.value()),
      employee: Employee.ID(rawValue: columns.value()), createdAt: columns.moment(),
      settledAt: columns.moment(), outcome: columns.outcome())
  }

  private func requestMessage(_ columns: inout Columns) throws -> RequestMessage {
    let admin = AccountID(rawValue: try columns.value())
    let topic = RequestMessage.Topic(column: try columns.value())
    return try RequestMessage(
      id: RequestMessage.ID(admin: admin, topic: topic),
      message: columns.value(), sentAt: columns.moment(), shownAt: columns.moment())
  }

  private func profile(_ columns: inout Columns) throws -> AccountProfile {
    try AccountProfile(
      id: AccountID(rawValue: columns.value()), name: columns.value(), username: columns.value(),
      appLanguage: columns.language(), chosenLanguage: columns.language())
  }

  private func closure(_ columns: inout Columns) throws -> SeatClosure {
    try SeatClosure(
      seat: Seat.ID(columns.value()), from: columns.day(), through: columns.dayIfAny(),
      reason: Reason(columns.value()))
  }

  private func counters(_ db: Database) throws -> Counters {
    func next(_ name: String) throws -> Int64 {
      let row = try Int64.fetchOne(db, sql: "SELECT next FROM counter WHERE name = ?", arguments: [name])
      guard let row else { throw OpeningError.contradiction(path, reason: "there is no counter \(name)") }
      return row
    }
    return try Counters(
      nextEmployee: next("employee"), nextBooking: next("booking"), nextOffer: next("offer"),
      nextNotice: next("notice"), nextRequest: next("request"),
      nextAbsence: next("absence"))
  }
}

/// The columns of one row, each asked for once, in the order in which they were selected.
struct Columns {
  /// A value that the program would not have written.
  struct Unreadable: Error {
    let column: String
  }

  private let row: Row
  private var count = 0

  init(_ row: Row) { self.row = row }

  /// Says that the last column has something in it that makes no sense.
  var unreadable: Unreadable {
    Unreadable(column: row.columnNames[row.index(row.startIndex, offsetBy: count - 1)])
  }

  mutating func value<Value: DatabaseValueConvertible & StatementColumnConvertible>() throws -> Value {
    count += 1
    return try row.decode(atIndex: count - 1)
  }

  mutating func seatIfAny() throws -> Seat.ID? { try valueIfAny { Seat.ID($0) } }

  mutating func guest() throws -> GuestName? { try valueIfAny(GuestName.stored) }

  mutating func outcome() throws -> SettledRequest.Outcome {
    try some(valueIfAny(SettledRequest.Outcome.init(rawValue:)))
  }

  mutating func language() throws -> Language? { try valueIfAny(Language.init(rawValue:)) }

  mutating func day() throws -> Day { try some(dayIfAny()) }

  mutating func dayIfAny() throws -> Day? { try valueIfAny(Day.init(iso:)) }

  mutating func moment() throws -> Date { try some(momentIfAny()) }

  mutating func momentIfAny() throws -> Date? { try valueIfAny(Timestamp.moment) }

  mutating func json<Value: Decodable>() throws -> Value {
    let text: String = try value()
    return try JSONDecoder().decode(Value.self, from: Data(text.utf8))
  }

  /// What a text stands for; nil where there is no text.
  mutating func valueIfAny<Value>(_ value: (String) -> Value?) throws -> Value? {
    let text: String? = try self.value()
    return try text.map { try some(value($0)) }
  }

  func some<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw unreadable }
    return value
  }
}
