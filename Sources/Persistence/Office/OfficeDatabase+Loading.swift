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
    do {
      return try pool.read { db in
        let office = try Office(
          rules: rules, seats: seats,
          employees: Row.fetchAll(db, sql: "SELECT id, name, account FROM employee").map(employee),
          bookings: Row.fetchAll(db, sql: "SELECT id, day, owner, seat, created_at FROM booking").map(
            booking),
          counters: counters(db))
        let handled = try Int64.fetchSet(db, sql: "SELECT id FROM handled_update")
        return Loaded(office: office, handled: Set(handled.map(RequestID.init(rawValue:))))
      }
    } catch let error as OpeningError {
      throw error
    } catch let error as DatabaseError {
      throw OpeningError(error, path: path)
    } catch {
      throw .contradiction(path, reason: "\(error)")
    }
  }

  // Rows are decoded by what throws: somebody may have mended the tables by hand, and a program that stops
  // without a word is no answer to that.

  private func employee(_ row: Row) throws -> Employee {
    guard let name = EmployeeName(try row.decode(forColumn: "name")) else {
      throw unreadable("employee", row)
    }
    let account: Int64? = try row.decode(forColumn: "account")
    return Employee(
      id: Employee.ID(rawValue: try row.decode(forColumn: "id")), name: name,
      account: account.map(AccountID.init(rawValue:)))
  }

  private func booking(_ row: Row) throws -> Booking {
    guard let day = Day(iso: try row.decode(forColumn: "day")),
      let seat: String = try row.decode(forColumn: "seat"),
      let createdAt = Timestamp.moment(try row.decode(forColumn: "created_at"))
    else { throw unreadable("booking", row) }
    return Booking(
      id: Booking.ID(rawValue: try row.decode(forColumn: "id")), day: day,
      owner: Employee.ID(rawValue: try row.decode(forColumn: "owner")), seat: Seat.ID(seat),
      createdAt: createdAt)
  }

  private func counters(_ db: Database) throws -> Counters {
    func next(_ name: String) throws -> Int64 {
      let row = try Int64.fetchOne(db, sql: "SELECT next FROM counter WHERE name = ?", arguments: [name])
      guard let row else { throw OpeningError.contradiction(path, reason: "there is no counter \(name)") }
      return row
    }
    return try Counters(nextEmployee: next("employee"), nextBooking: next("booking"))
  }

  private func unreadable(_ table: String, _ row: Row) -> OpeningError {
    .contradiction(path, reason: "a row of the table \(table) cannot be read: \(row)")
  }
}
