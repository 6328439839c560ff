extension Office {
  mutating func register(as id: Employee.ID, by principal: Principal) throws(Rejection) -> [Event] {
    guard case .person(let account) = principal else { throw .notAllowed }
    if let linked = employees.linked(to: account) {
      guard linked.id == id else { throw .alreadyRegistered(as: linked.id) }
      return []
    }
    guard var employee = employees[id] else { throw .employeeUnknown(id) }
    guard employee.account == nil else { throw .nameTaken(id) }
    employee.account = account
    put(employee)
    return [.registered(employee)]
  }

  mutating func addEmployees(_ names: [EmployeeName], by principal: Principal) throws(Rejection) -> [Event] {
    switch principal {
    case .bot: break
    case .person(let account): guard rules.admins.contains(account) else { throw .notAllowed }
    }
    var events: [Event] = []
    for name in names where employees.named(name) == nil {
      let employee = Employee(id: Employee.ID(rawValue: counters.nextEmployee), name: name)
      counters.nextEmployee += 1
      put(employee)
      events.append(.employeeAdded(employee))
    }
    return events
  }

  /// The employee an asking person is registered as.
  func employee(_ principal: Principal) throws(Rejection) -> Employee {
    guard case .person(let account) = principal, let employee = employees.linked(to: account) else {
      throw .notRegistered
    }
    return employee
  }
}
