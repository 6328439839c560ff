/// Decides which principal may give which command.
extension Office {
  /// The employee an asking person is registered as.
  func employee(_ principal: Principal) throws(Rejection) -> Employee {
    guard case .person(let account) = principal, let employee = employees.linked(to: account) else {
      throw .notRegistered
    }
    return employee
  }

  func isAdmin(_ principal: Principal) -> Bool {
    guard case .person(let account) = principal else { return false }
    return rules.admins.contains(account)
  }

  func checkAdmin(_ principal: Principal) throws(Rejection) {
    guard isAdmin(principal) else { throw .adminsOnly }
  }

  /// What the journal is told of somebody who tried to administer.
  func refusedAdministration(by principal: Principal) throws(Rejection) -> [Event] {
    guard case .person(let account) = principal else { throw .notAllowed }
    return isAdmin(principal) ? [] : [.administrationRefused(employees.linked(to: account))]
  }

  func checkBot(_ principal: Principal) throws(Rejection) {
    guard case .bot = principal else { throw .notAllowed }
  }

  func checkAdminOrBot(_ principal: Principal) throws(Rejection) {
    if case .bot = principal { return }
    try checkAdmin(principal)
  }
}
