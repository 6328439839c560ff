import Foundation
import GRDB
public import OfficeActor

extension OfficeDatabase {
  /// What was stored of an office.
  public struct Loaded: Sendable {
    /// As it was stored.
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
    do {
      return try pool.read { db in
        let office = try Office(
          rules: rules, seats: seats,
          employees: Row.fetchAll(db, sql: "SELECT * FROM employee").map(employee),
          bookings: Row.fetchAll(db, sql: "SELECT * FROM booking").map(booking),
          counters: counters(db))
        let handled = try Int64.fetchSet(db, sql: "SELECT id FROM handled_update")
        return Loaded(office: office, handled: Set(handled.map(RequestID.init(rawValue:))))
      }
    } catch let error as OpeningError {
      throw error
    } catch {
      throw .contradiction(path, reason: "\(error)")
    }
  }

  private func employee(_ row: Row) throws -> Employee {
    guard let name = EmployeeName(row["name"]) else { throw unreadable("employee", row) }
    let account: Int64? = row["account"]
    return Employee(
      id: Employee.ID(rawValue: row["id"]), name: name, account: account.map(AccountID.init(rawValue:)))
  }

  private func booking(_ row: Row) throws -> Booking {
    guard let day = Day(iso: row["day"]), let seat: String = row["seat"],
      let createdAt = Timestamp.moment(row["created_at"])
    else { throw unreadable("booking", row) }
    return Booking(
      id: Booking.ID(rawValue: row["id"]), day: day, owner: Employee.ID(rawValue: row["owner"]),
      seat: Seat.ID(seat), createdAt: createdAt)
  }

  private func counters(_ db: Database) throws -> Counters {
    let next = try Dictionary(
      Row.fetchAll(db, sql: "SELECT name, next FROM counter").map {
        ($0["name"] as String, $0["next"] as Int64)
      },
      uniquingKeysWith: max)
    return Counters(nextEmployee: next["employee"] ?? 1, nextBooking: next["booking"] ?? 1)
  }

  private func unreadable(_ table: String, _ row: Row) -> OpeningError {
    let id: Int64 = row["id"]
    return .contradiction(path, reason: "the row \(id) of the table \(table) cannot be read")
  }
}
