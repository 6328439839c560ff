/// The office's list of names, found by id, by name and by account.
///
/// Both uniqueness rules live here: a name stands once, an account is linked once.
public struct Employees: Sendable, Equatable {
  private var byID: [Employee.ID: Employee] = [:]
  private var byName: [EmployeeName.Key: Employee.ID] = [:]
  private var byAccount: [AccountID: Employee.ID] = [:]

  /// How many names the list has.
  public var count: Int { byName.count }

  /// Everybody on the list, in no particular order.
  public var all: some Collection<Employee> { byName.values.lazy.compactMap { byID[$0] } }

  /// The employee with an id; one who was removed is known as long as past bookings are.
  public subscript(id: Employee.ID) -> Employee? { byID[id] }

  /// The employee whose name is the same after folding.
  public func named(_ name: EmployeeName) -> Employee? { byName[name.key].flatMap { byID[$0] } }

  /// The employee that an account is linked to.
  public func linked(to account: AccountID) -> Employee? { byAccount[account].flatMap { byID[$0] } }

  /// Everybody, and those who were removed from the list and are still known.
  var everybody: some Collection<Employee> { byID.values }

  /// Those who were removed from the list and are still known.
  var removed: [Employee] { byID.values.filter(\.isRemoved) }

  /// Adds an employee or replaces the one with its id.
  ///
  /// - Precondition: nobody else has the name or the account.
  mutating func put(_ employee: Employee) {
    remove(employee.id)
    byID[employee.id] = employee
    guard !employee.isRemoved else { return }
    precondition(byName[employee.name.key] == nil, "a name stands once on the list")
    byName[employee.name.key] = employee.id
    if let account = employee.account {
      precondition(byAccount[account] == nil, "an account is linked once")
      byAccount[account] = employee.id
    }
  }

  /// Forgets an employee altogether.
  mutating func remove(_ id: Employee.ID) {
    guard let old = byID.removeValue(forKey: id), !old.isRemoved else { return }
    byName[old.name.key] = nil
    if let account = old.account { byAccount[account] = nil }
  }
}
