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
    try OfficeFile(path: path).load(from: pool, rules: rules, seats: seats)
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
        id, day, seat, owner, guest, created_at, seated_at, has_lost_seat, has_declined, asked_at, reached_at,
        reminded_at, confirmed_at
        """, booking),
      offers: rows(
        db, "offer",
        "id, day, seat, booking, asked_before, created_at, delivered_at, message, runs_out_at", offer),
      notices: rows(
        db, "notice", "id, employee, account, content, created_at, due_at, failed_at, failure", notice),
      requests: rows(db, "registration_request", "id, account, employee, created_at", request),
      closedDays: Set(rows(db, "closed_day", "day") { try $0.day("day") }),
      closures: rows(db, "closed_seat", "seat, from_day, through_day, reason", closure),
      knownSeats: Set(rows(db, "known_seat", "seat") { Seat.ID(try $0.decode(forColumn: "seat")) }),
      counters: counters(db))
  }

  /// Columns are named, for one that is missing would else be read as one that has nothing in it.
  private func rows<Record>(
    _ db: Database, _ table: String, _ columns: String, _ record: (Row) throws -> Record
  ) throws -> [Record] {
    try Row.fetchAll(db, sql: "SELECT \(columns) FROM \(table)").map { row in
      do {
        return try record(row)
      } catch {
        throw OpeningError.contradiction(
          path, reason: "a row of the table \(table) cannot be read: \(row) (\(error))")
      }
    }
  }

  private func employee(_ row: Row) throws -> Employee {
    guard let name = EmployeeName(try row.decode(forColumn: "name")) else {
      throw UnreadableColumn(name: "name")
    }
    let account: Int64? = try row.decode(forColumn: "account")
    return Employee(
      id: Employee.ID(rawValue: try row.decode(forColumn: "id")), name: name,
      account: account.map(AccountID.init(rawValue:)), isRemoved: try row.decode(forColumn: "is_removed"))
  }

  private func booking(_ row: Row) throws -> Booking {
    let seat: String? = try row.decode(forColumn: "seat")
    return Booking(
      id: Booking.ID(rawValue: try row.decode(forColumn: "id")), day: try row.day("day"),
      owner: Employee.ID(rawValue: try row.decode(forColumn: "owner")), guest: try row.guest("guest"),
      seat: seat.map(Seat.ID.init(rawValue:)), createdAt: try row.moment("created_at"),
      seatedAt: try row.moment("seated_at"), hasLostSeat: try row.decode(forColumn: "has_lost_seat"),
      hasDeclined: try row.decode(forColumn: "has_declined"),
      attendance: Attendance(
        askedAt: try row.momentIfAny("asked_at"), reachedAt: try row.momentIfAny("reached_at"),
        remindedAt: try row.momentIfAny("reminded_at"), confirmedAt: try row.momentIfAny("confirmed_at")))
  }

  private func offer(_ row: Row) throws -> Offer {
    Offer(
      id: Offer.ID(rawValue: try row.decode(forColumn: "id")), day: try row.day("day"),
      seat: Seat.ID(try row.decode(forColumn: "seat")),
      booking: Booking.ID(rawValue: try row.decode(forColumn: "booking")),
      askedBefore: try row.json("asked_before"), createdAt: try row.moment("created_at"),
      deliveredAt: try row.momentIfAny("delivered_at"), message: try row.decode(forColumn: "message"),
      runsOutAt: try row.moment("runs_out_at"))
  }

  private func notice(_ row: Row) throws -> Notice {
    let employee: Int64? = try row.decode(forColumn: "employee")
    let recipient: Notice.Recipient =
      if let employee {
        .employee(Employee.ID(rawValue: employee))
      } else {
        .account(AccountID(rawValue: try row.decode(forColumn: "account")))
      }
    let failure: String? = try row.decode(forColumn: "failure")
    return Notice(
      id: Notice.ID(rawValue: try row.decode(forColumn: "id")), recipient: recipient,
      content: try row.json("content"), createdAt: try row.moment("created_at"),
      dueAt: try row.moment("due_at"),
      failure: try row.momentIfAny("failed_at").map { Notice.Failure(at: $0, reason: failure ?? "") })
  }

  private func request(_ row: Row) throws -> RegistrationRequest {
    RegistrationRequest(
      id: RegistrationRequest.ID(rawValue: try row.decode(forColumn: "id")),
      account: AccountID(rawValue: try row.decode(forColumn: "account")),
      employee: Employee.ID(rawValue: try row.decode(forColumn: "employee")),
      createdAt: try row.moment("created_at"))
  }

  private func closure(_ row: Row) throws -> SeatClosure {
    SeatClosure(
      seat: Seat.ID(try row.decode(forColumn: "seat")), from: try row.day("from_day"),
      through: try row.decode(String?.self, forColumn: "through_day") == nil ? nil : row.day("through_day"),
      reason: try row.decode(forColumn: "reason"))
  }

  private func counters(_ db: Database) throws -> Counters {
    func next(_ name: String) throws -> Int64 {
      let row = try Int64.fetchOne(db, sql: "SELECT next FROM counter WHERE name = ?", arguments: [name])
      guard let row else { throw OpeningError.contradiction(path, reason: "there is no counter \(name)") }
      return row
    }
    return try Counters(
      nextEmployee: next("employee"), nextBooking: next("booking"), nextOffer: next("offer"),
      nextNotice: next("notice"), nextRequest: next("request"))
  }
}

/// A value that the program would not have written.
private struct UnreadableColumn: Error {
  let name: String
}

extension Row {
  fileprivate func day(_ column: String) throws -> Day {
    guard let day = Day(iso: try decode(forColumn: column)) else { throw UnreadableColumn(name: column) }
    return day
  }

  fileprivate func moment(_ column: String) throws -> Date {
    guard let moment = try momentIfAny(column) else { throw UnreadableColumn(name: column) }
    return moment
  }

  fileprivate func momentIfAny(_ column: String) throws -> Date? {
    guard let text: String = try decode(forColumn: column) else { return nil }
    guard let moment = Timestamp.moment(text) else { throw UnreadableColumn(name: column) }
    return moment
  }

  fileprivate func guest(_ column: String) throws -> GuestName? {
    guard let text: String = try decode(forColumn: column) else { return nil }
    guard let name = GuestName(text) else { throw UnreadableColumn(name: column) }
    return name
  }

  fileprivate func json<Value: Decodable>(_ column: String) throws -> Value {
    try JSONDecoder().decode(Value.self, from: Data(try decode(String.self, forColumn: column).utf8))
  }
}
