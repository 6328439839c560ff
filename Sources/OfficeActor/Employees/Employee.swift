/// A full name on the office's list, perhaps linked to a Telegram account.
public struct Employee: Sendable, Hashable, Identifiable {
  /// Identifier of an employee.
  public typealias ID = RecordID<Employee>

  /// Identifier of the employee.
  public let id: ID
  /// As on the list.
  public var name: EmployeeName
  /// The account that acts as this employee; nil while nobody has registered under the name.
  public var account: AccountID?
  /// Whether the name was taken off the list: only past bookings still know it.
  public var isRemoved: Bool

  /// An employee as stored.
  public init(id: ID, name: EmployeeName, account: AccountID? = nil, isRemoved: Bool = false) {
    self.id = id
    self.name = name
    self.account = account
    self.isRemoved = isRemoved
  }
}
