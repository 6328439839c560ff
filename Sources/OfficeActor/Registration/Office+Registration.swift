import Foundation

/// Rule 12: how strangers become employees.
extension Office {
  /// Admins hear of registrations gathered over this long, in seconds.
  private static let gatheringSeconds: TimeInterval = 600
  /// Requests that wait at the most: nobody looks through more.
  static let requestsMax = 1_000

  mutating func register(
    as id: Employee.ID, proof: RegistrationProof, by principal: Principal, at now: Date
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
    let employee = try nameToTake(id, for: account)
    let events = link(employee, to: account, at: now)
    if rules.registration != .approval { gather(id, unless: account, at: now) }
    return events
  }

  mutating func requestRegistration(
    as id: Employee.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    guard case .person(let account) = principal else { throw .notAllowed }
    guard rules.registration == .approval else { throw .registrationNotOpen(rules.registration) }
    let employee = try nameToTake(id, for: account)
    let earlier = requests.values.filter { $0.account == account }.sorted { $0.id < $1.id }
    if earlier.contains(where: { $0.employee == id }) { return [] }
    guard requests.count - earlier.count < Self.requestsMax else { throw .tooManyRequests }
    for request in earlier { remove(request) }
    let request = RegistrationRequest(
      id: RegistrationRequest.ID(rawValue: counters.nextRequest), account: account, employee: id,
      createdAt: now)
    counters.nextRequest += 1
    put(request)
    oweAdmins(.registrationRequested(request.id), at: now)
    return [.registrationRequested(request, employee)]
  }

  mutating func approve(
    _ id: RegistrationRequest.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let request = requests[id] else { throw .requestGone(id) }
    let employee = try nameToTake(request.employee, for: request.account)
    let events = link(employee, to: request.account, at: now)
    owe(.registrationApproved, to: .account(request.account), at: now)
    return events
  }

  mutating func refuse(
    _ id: RegistrationRequest.ID, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let request = requests[id] else { throw .requestGone(id) }
    return refuse([request], at: now)
  }

  mutating func unlink(
    _ id: Employee.ID, from expected: AccountID?, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdminOrBot(principal)
    guard var employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    guard let account = employee.account else { return [] }
    guard account == expected ?? account else { throw .linkedToAnother(id) }
    employee.account = nil
    put(employee)
    owe(.unlinked(name: employee.name.text, hasLeftGroup: principal == .bot), to: .account(account), at: now)
    forgetReached(id, at: now)
    var events: [Event] = [.unlinked(employee, from: account)]
    // Nobody can be asked for the name until somebody is linked to it again.
    let held = offers.filter { booking($0.booking)?.owner == id }.sorted { $0.id < $1.id }
    for offer in held { events += passOver(offer.id, at: now) }
    return events
  }

  /// A name that an account may be linked to.
  private func nameToTake(_ id: Employee.ID, for account: AccountID) throws(Rejection) -> Employee {
    if let linked = employees.linked(to: account) { throw .alreadyRegistered(as: linked.id) }
    guard let employee = employees[id], !employee.isRemoved else { throw .employeeUnknown(id) }
    guard employee.account == nil else { throw .nameTaken(id) }
    return employee
  }

  private mutating func link(_ employee: Employee, to account: AccountID, at now: Date) -> [Event] {
    var linked = employee
    linked.account = account
    put(linked)
    let all = requests.values.sorted { $0.id < $1.id }
    for request in all where request.account == account { remove(request) }
    // The first approval for a name refuses the others.
    let others = all.filter { $0.employee == employee.id && $0.account != account }
    return [.registered(linked)] + refuse(others, at: now)
  }

  mutating func refuse(_ refused: [RegistrationRequest], at now: Date) -> [Event] {
    refused.compactMap { request in
      remove(request)
      guard let employee = employees[request.employee] else { return nil }
      owe(.registrationRefused(name: employee.name.text), to: .account(request.account), at: now)
      return .registrationRefused(request, employee)
    }
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
