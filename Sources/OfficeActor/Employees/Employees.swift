/// The office's list of names, found by id, by name and by account.
///
/// Both uniqueness rules live here: a name stands once, an account is linked once.
public struct Employees: Sendable, Equatable {
  private var byID: [Employee.ID: Employee] = [:]
  private var byName: [EmployeeName.Key: Employee.ID] = [:]
  private var byAccount: [AccountID: Employee.ID] = [:]

  /// How many names the list has.
  public var count: Int { byID.count }

  /// Everybody, in no particular order.
  public var all: some Collection<Employee> { byID.values }

  /// The employee with an id, if still on the list.
  public subscript(id: Employee.ID) -> Employee? { byID[id] }

  /// The employee whose name is the same after folding.
  public func named(_ name: EmployeeName) -> Employee? { byName[name.key].flatMap { byID[$0] } }

  /// The employee that an account is linked to.
  public func linked(to account: AccountID) -> Employee? { byAccount[account].flatMap { byID[$0] } }

  /// Adds an employee or replaces the one with its id.
  ///
  /// - Precondition: nobody else has the name or the account.
  mutating func put(_ employee: Employee) {
    if let old = byID[employee.id] {
      byName[old.name.key] = nil
      if let account = old.account { byAccount[account] = nil }
    }
    precondition(byName[employee.name.key] == nil, "a name stands once on the list")
    byID[employee.id] = employee
    byName[employee.name.key] = employee.id
    if let account = employee.account {
      precondition(byAccount[account] == nil, "an account is linked once")
      byAccount[account] = employee.id
    }
  }
}
