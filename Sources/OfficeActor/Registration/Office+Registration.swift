import Foundation

/// Rule 12: how strangers become employees.
extension Office {
  /// Admins hear of registrations gathered over this long, in seconds.
  private static let gatheringSeconds: TimeInterval = 600

  mutating func register(
    as id: Employee.ID, proof: RegistrationProof, profile: AccountProfile?, by principal: Principal,
    at now: Date
  ) throws(Rejection) -> [Event] {
    guard case .person(let account) = principal else { throw .notAllowed }
    if let linked = employees.linked(to: account) {
      guard linked.id == id else { throw .alreadyRegistered(as: linked.id) }
      return []
    }
    let isLetIn: Bool =
      switch rules.registration {
      case .open: true
      case .group: proof == .groupMember
      case .invite: proof == .invited
      case .approval: false
      }
    guard isLetIn || rules.admins.contains(account) else { throw .registrationNotOpen(rules.registration) }
    guard let employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    guard employee.account == nil else { throw .nameTaken(id) }
    let events = link(employee, to: account, at: now)
    note(profile, of: account)
    if rules.registration != .approval { gather(id, unless: account, at: now) }
    return events
  }

  mutating func unlink(
    _ id: Employee.ID, from expected: AccountID?, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdminOrBot(principal)
    guard let employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    guard let account = employee.account else { return [] }
    guard account == expected ?? account else { throw .linkedToAnother(id) }
    defer { showAgain(requestsFor: id, at: now) }
    return unlink(employee, from: account, hasLeftGroup: principal == .bot, at: now)
  }

  mutating func unlink(
    _ employee: Employee, from account: AccountID, hasLeftGroup: Bool = false, at now: Date
  ) -> [Event] {
    var unlinked = employee
    unlinked.account = nil
    put(unlinked)
    owe(.unlinked(name: employee.name.text, hasLeftGroup: hasLeftGroup), to: .account(account), at: now)
    forgetReached(employee.id, at: now)
    // Nobody can be asked for the name until somebody is linked to it again.
    let held = offers.filter { booking($0.booking)?.owner == employee.id }.sorted { $0.id < $1.id }
    return [.unlinked(unlinked, from: account)] + held.flatMap { passOver($0.id, at: now) }
  }

  /// Links an account to a name that nobody is linked to, and settles the requests that this decides.
  mutating func link(
    _ employee: Employee, to account: AccountID, at now: Date, decidedBy decider: AccountID? = nil
  ) -> [Event] {
    var linked = employee
    linked.account = account
    put(linked)
    if let own = request(of: account) {
      settle(own, as: own.employee == employee.id ? .approved : .withdrawn, at: now, decidedBy: decider)
      if own.employee != employee.id { showAgain(requestsFor: own.employee, at: now) }
    }
    // The first approval for a name refuses the others.
    return [.registered(linked)] + refuse(openRequests(for: employee.id), as: .nameGiven, at: now)
  }

  /// Adds a registration to what each admin will hear of, except the one who has just registered.
  private mutating func gather(_ id: Employee.ID, unless account: AccountID, at now: Date) {
    for admin in rules.admins.sorted() where admin != account {
      // One that may have arrived already is not added to.
      let gathering = notices.values
        .filter { $0.recipient == .account(admin) && $0.dueAt > now && $0.unclearAttempts == 0 }
        .sorted { $0.id < $1.id }
        .compactMap { notice -> (Notice, [Employee.ID])? in
          if case .registered(let employees) = notice.content { (notice, employees) } else { nil }
        }
      if var (notice, registered) = gathering.first {
        registered.append(id)
        notice.content = .registered(registered)
        put(notice)
      } else {
        owe(.registered([id]), to: .account(admin), at: now, due: now + Self.gatheringSeconds)
      }
    }
  }
}
