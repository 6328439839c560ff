public import Foundation

/// A span of days on which an employee does not come (rule 18).
public struct Absence: Sendable, Hashable, Identifiable {
  /// Which absence.
  public typealias ID = RecordID<Absence>

  /// The last day of an absence lies at most this many days ahead.
  public static let daysAheadMax = 365
  /// Absences that one person may have entered at a time.
  public static let countMax = 50

  /// Which.
  public let id: ID
  /// Who is away.
  public let employee: Employee.ID
  /// The first day.
  public let from: Day
  /// The last day.
  public var through: Day
  /// Who entered it: the person, or an admin.
  public let enteredBy: AccountID
  /// When.
  public let enteredAt: Date

  /// An absence as stored.
  public init(
    id: ID, employee: Employee.ID, from: Day, through: Day, enteredBy: AccountID, enteredAt: Date
  ) {
    self.id = id
    self.employee = employee
    self.from = from
    self.through = through
    self.enteredBy = enteredBy
    self.enteredAt = enteredAt
  }

  /// Whether it covers a day.
  public func contains(_ day: Day) -> Bool { from <= day && day <= through }
}
