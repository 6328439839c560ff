/// The office's list of names, found by id, by name and by account.
///
/// Both uniqueness rules live here: a name stands once, an account is linked once. Names are kept in order, so
/// that a page of a long list costs no sorting.
public struct Employees: Sendable, Equatable {
  private var byID: [Employee.ID: Employee] = [:]
  private var byName: [EmployeeName.Key: Employee.ID] = [:]
  private var byAccount: [AccountID: Employee.ID] = [:]
  private var inOrder: [Employee.ID] = []

  /// How many names the list has.
  public var count: Int { byName.count }

  /// Everybody on the list, in alphabetical order.
  public var all: some Collection<Employee> { inOrder.lazy.compactMap { byID[$0] } }

  /// The employee with an id; one who was removed is known as long as past bookings, or a refusal of
  /// the name, are.
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
    inOrder.insert(employee.id, at: place(of: employee))
    if let account = employee.account {
      precondition(byAccount[account] == nil, "an account is linked once")
      byAccount[account] = employee.id
    }
  }

  /// Forgets an employee altogether.
  mutating func remove(_ id: Employee.ID) {
    guard let old = byID[id] else { return }
    if !old.isRemoved {
      inOrder.remove(at: place(of: old))
      byName[old.name.key] = nil
      if let account = old.account { byAccount[account] = nil }
    }
    byID[id] = nil
  }

  /// Position in the order at which a name stands, or would stand.
  private func place(of employee: Employee) -> Int {
    var range = 0..<inOrder.count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      if let other = byID[inOrder[middle]],
        (other.name.searchForm.text, other.id) < (employee.name.searchForm.text, employee.id)
      {
        range = middle + 1..<range.upperBound
      } else {
        range = range.lowerBound..<middle
      }
    }
    return range.lowerBound
  }
}
