import Foundation
import GRDB
import OfficeActor

/// Reads the rows of plans, absences and what was cancelled.
extension OfficeReader {
  func cancelled(_ columns: inout Columns) throws -> CancelledBooking {
    let id = CancelledBooking.ID(rawValue: try columns.value())
    let (day, owner) = (try columns.day(), Employee.ID(rawValue: try columns.value()))
    let (guest, seat, createdAt) = (try columns.guest(), try columns.seatIfAny(), try columns.moment())
    let (hasLostSeat, hasDeclined): (Bool, Bool) = (try columns.value(), try columns.value())
    let absence: Int64? = try columns.value()
    return CancelledBooking(
      id: id, day: day, owner: owner, guest: guest, seat: seat, createdAt: createdAt,
      hasLostSeat: hasLostSeat, hasDeclined: hasDeclined, absence: absence.map(Absence.ID.init(rawValue:)))
  }

  /// Plans with their weekdays.
  func plans(_ db: Database) throws -> [Plan] {
    var days: [Employee.ID: [Weekday: Plan.Wish]] = [:]
    let wishes = try rows(db, "plan_day", "employee, weekday, seat, since") { columns in
      try (
        Employee.ID(rawValue: columns.value()), columns.weekday(),
        Plan.Wish(seat: columns.seatIfAny(), since: columns.moment())
      )
    }
    for (employee, weekday, wish) in wishes { days[employee, default: [:]][weekday] = wish }
    return try rows(db, "plan", "employee, created_at, rest, silent_releases, last") { columns in
      let employee = Employee.ID(rawValue: try columns.value())
      return try Plan(
        of: employee, createdAt: columns.moment(), days: days[employee] ?? [:], rest: columns.rest(),
        silentReleases: columns.value(), last: columns.jsonIfAny())
    }
  }

  func absence(_ columns: inout Columns) throws -> Absence {
    try Absence(
      id: Absence.ID(rawValue: columns.value()), employee: Employee.ID(rawValue: columns.value()),
      from: columns.day(), through: columns.day(), enteredBy: AccountID(rawValue: columns.value()),
      enteredAt: columns.moment())
  }

  func assignedSeat(_ columns: inout Columns) throws -> AssignedSeat {
    try AssignedSeat(
      seat: Seat.ID(columns.value()), employee: Employee.ID(rawValue: columns.value()),
      weekdays: columns.weekdays(), assignedAt: columns.moment())
  }

  func preferences(_ columns: inout Columns) throws -> Preferences {
    let employee = Employee.ID(rawValue: try columns.value())
    let features: [String] = try columns.json()
    return try Preferences(of: employee, features: Set(features), zone: columns.value())
  }
}

extension Columns {
  fileprivate mutating func weekday() throws -> Weekday { try some(valueIfAny(Weekday.init(rawValue:))) }

  fileprivate mutating func weekdays() throws -> Set<Weekday> {
    try some(
      valueIfAny { text in
        let weekdays = text.split(separator: ",").map { Weekday(rawValue: String($0)) }
        return weekdays.contains(nil) ? nil : Set(weekdays.compactMap(\.self))
      })
  }

  fileprivate mutating func rest() throws -> Plan.Rest? { try valueIfAny(Plan.Rest.init(rawValue:)) }

  fileprivate mutating func jsonIfAny<Value: Decodable>() throws -> Value? {
    let text: String? = try value()
    return try text.map { try JSONDecoder().decode(Value.self, from: Data($0.utf8)) }
  }
}
