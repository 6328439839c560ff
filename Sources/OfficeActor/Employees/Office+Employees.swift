import Foundation

/// Rules 7 and 10: the list of names.
extension Office {
  mutating func addEmployees(_ names: [EmployeeName], by principal: Principal) throws(Rejection) -> [Event] {
    try checkAdminOrBot(principal)
    var keys: Set<EmployeeName.Key> = []
    let added = names.filter { employees.named($0) == nil && keys.insert($0.key).inserted }
    let room = max(0, Self.employeesMax - employees.count)
    guard added.count <= room else { throw .listIsFull(room: room) }
    var events: [Event] = []
    for name in added {
      let employee = Employee(id: Employee.ID(rawValue: counters.nextEmployee), name: name)
      counters.nextEmployee += 1
      put(employee)
      events.append(.employeeAdded(employee))
    }
    return events
  }

  mutating func rename(
    _ id: Employee.ID, to name: EmployeeName, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard var employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    if let other = employees.named(name), other.id != id { throw .nameExists(other.id) }
    guard employee.name.text != name.text else { return [] }
    let before = employee.name
    employee.name = name
    put(employee)
    showAgain(requestsFor: id, at: now)
    return [.renamed(employee, from: before)]
  }

  mutating func removeEmployee(
    _ id: Employee.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    if let account = employee.account {
      owe(.removed(name: employee.name.text), to: .account(account), at: now)
    }
    var events: [Event] = [.employeeRemoved(employee)]
    let coming = bookings(of: id, from: rules.today(at: now))
    for day in Set(coming.map(\.day)).sorted() {
      let gone = coming.filter { $0.day == day }
      events += gone.map { .cancelled($0, owner: employee, reason: "") } + vacate(gone, at: now)
    }
    // Of days that are over: nobody is asked about them any more.
    for offer in offers where booking(offer.booking)?.owner == id { withdraw(offer) }
    for released in released[id] ?? [] { remove(released) }
    events += forgetWeek(of: id).map { .seatUnassigned($0, employee) }
    events += refuse(openRequests(for: id), as: .nameRemoved, at: now)
    if isNeeded(id) {
      var removed = employee
      removed.account = nil
      removed.isRemoved = true
      put(removed)
    } else {
      forget(employee)
    }
    return events
  }

  /// Whether something is known that names an employee: a booking, or that somebody may not ask for the name.
  func isNeeded(_ id: Employee.ID) -> Bool {
    hasBookings(of: id) || settledRequests.values.contains { $0.employee == id && $0.outcome.isRefusal }
  }

  /// Whether any booking, of one's own or of a guest, is known.
  func hasBookings(of id: Employee.ID) -> Bool { days.values.contains { $0.hasBookings(of: id) } }
}
