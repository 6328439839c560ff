public import Foundation

/// Rule 12: strangers who ask admins to be let in.
extension Office {
  /// Letters by which a name is found; a name that has fewer is found by all of it.
  public static let nameLettersMin = 3
  /// Names that a stranger gets to see at once.
  public static let namesOfferedMax = 5
  /// Maximum number of strangers who ask within 24 hours or still wait; those accepted do not count. Admins would not
  /// look through more, and neither the journal nor their chats may be flooded.
  public static let requestsMax = 1_000
  /// Requests are counted, and refusals hold, for this long.
  static let requestsCountFor: TimeInterval = 86_400

  /// What a stranger finds on the list of names.
  public struct NamesFound: Sendable, Hashable {
    /// Those that may be chosen from.
    public let offered: [Employee]
    /// How many fit, offered or not.
    public let count: Int
  }

  /// The names, free or taken, that fit what a stranger typed; nil if that is too little.
  ///
  /// Which of them are taken is not for strangers to find out, so all are found alike, and an admin who sees both
  /// accounts decides.
  public func namesFound(typing typed: String) -> NamesFound? {
    NameSearch.findKnown(typed, lettersMin: Self.nameLettersMin, in: employees.all).map {
      NamesFound(offered: Array($0.prefix(Self.namesOfferedMax)), count: $0.count)
    }
  }

  /// The request of an account that waits, if one does.
  public func request(of account: AccountID) -> RegistrationRequest? {
    requests.values.first { $0.account == account }
  }

  /// The requests for a name that wait, oldest first.
  public func openRequests(for employee: Employee.ID) -> [RegistrationRequest] {
    requests.values.filter { $0.employee == employee }.sorted { $0.id < $1.id }
  }

  /// Requests that were settled before a moment, oldest first.
  public func requests(settledBefore moment: Date) -> [SettledRequest] {
    settledRequests.values.filter { $0.settledAt < moment }.sorted { $0.id < $1.id }
  }

  mutating func requestRegistration(
    as id: Employee.ID, typing typed: String, profile: AccountProfile?, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    guard case .person(let account) = principal else { throw .notAllowed }
    guard rules.registration == .approval else { throw .registrationNotOpen(rules.registration) }
    if let linked = employees.linked(to: account) { throw .alreadyRegistered(as: linked.id) }
    let earlier = request(of: account)
    guard earlier?.employee != id else { return [] }
    let employee = try nameToAskFor(id, typing: typed)
    try checkMayAsk(account, for: employee, withdrawing: earlier, at: now)
    let isShown = earlier.map(isShown) ?? false
    if let earlier { settle(earlier, as: .withdrawn, at: now, keepingMessages: true) }
    let request = RegistrationRequest(
      id: RegistrationRequest.ID(rawValue: counters.nextRequest), account: account, employee: id,
      createdAt: now)
    counters.nextRequest += 1
    put(request)
    note(profile, of: account)
    show(request, isShown: isShown, at: now)
    if let earlier { showAgain(requestsFor: earlier.employee, at: now) }
    showAgain(requestsFor: id, unless: request.id, at: now)
    if earlier == nil, isApprovalClosed(at: now) { tellClosing(at: now) }
    return [.registrationRequested(request, employee)]
  }

  mutating func approve(
    _ id: RegistrationRequest.ID, onNotice isOnNotice: Bool, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let request = requests[id] else { throw .requestGone(id) }
    guard var employee = employees[request.employee] else { throw .employeeUnknown(request.employee) }
    var events: [Event] = []
    if let holder = employee.account {
      events += unlink(employee, from: holder, at: now)
      employee.account = nil
    }
    events += link(
      employee, to: request.account, at: now, decidedBy: isOnNotice ? principal.account : nil)
    owe(.registrationApproved, to: .account(request.account), at: now)
    return events
  }

  mutating func refuse(
    _ id: RegistrationRequest.ID, onNotice isOnNotice: Bool, by principal: Principal, at now: Date
  ) throws(Rejection) -> [Event] {
    try checkAdmin(principal)
    guard let request = requests[id] else { throw .requestGone(id) }
    defer { showAgain(requestsFor: request.employee, at: now) }
    return refuse([request], as: .refused, at: now, decidedBy: isOnNotice ? principal.account : nil)
  }

  mutating func refuse(
    _ refused: [RegistrationRequest], as outcome: SettledRequest.Outcome, at now: Date,
    decidedBy decider: AccountID? = nil
  ) -> [Event] {
    refused.compactMap { request in
      settle(request, as: outcome, at: now, decidedBy: decider)
      guard let employee = employees[request.employee] else {
        forgetProfile(of: request.account)
        return nil
      }
      // In the language that the profile tells: it is forgotten when this is delivered.
      owe(.registrationRefused(name: employee.name.text), to: .account(request.account), at: now)
      return .registrationRefused(request, employee)
    }
  }

  /// Ends the waiting of a request.
  ///
  /// - Parameters:
  ///   - decider: an admin whose message about it the tap itself has changed.
  ///   - keepingMessages: the account asks for another name instead, which its messages tell from now on.
  mutating func settle(
    _ request: RegistrationRequest, as outcome: SettledRequest.Outcome, at now: Date,
    decidedBy decider: AccountID? = nil, keepingMessages: Bool = false
  ) {
    remove(request)
    put(SettledRequest(request, settledAt: now, outcome: outcome))
    if !keepingMessages { closeMessages(about: request, as: outcome, at: now, unless: decider) }
    showAllAgain(at: now)
  }

  mutating func forgetRequests(
    settledBefore moment: Date, by principal: Principal
  ) throws(Rejection) -> [Event] {
    try checkBot(principal)
    for request in requests(settledBefore: moment).prefix(Self.forgottenAtOnceMax) { remove(request) }
    forgetRemovedEmployees()
    return []
  }

  // MARK: Who may ask

  private func nameToAskFor(_ id: Employee.ID, typing typed: String) throws(Rejection) -> Employee {
    // The name itself first: somebody who makes buttons up shall not have the whole list searched.
    guard let employee = employees[id], !employee.isRemoved,
      NameSearch.isKnown(employee.name, by: typed, lettersMin: Self.nameLettersMin),
      namesFound(typing: typed)?.offered.contains(employee) ?? false
    else { throw .nameNotFound }
    return employee
  }

  private func checkMayAsk(
    _ account: AccountID, for employee: Employee, withdrawing earlier: RegistrationRequest?, at now: Date
  ) throws(Rejection) {
    let counted = now - Self.requestsCountFor
    let own = settledRequests.values.filter { $0.account == account }
    let refusals = own.filter { $0.outcome.isRefusal && isAbout(employee, $0) }
    let refusal = refusals.map(\.settledAt).max()
    if let refusal, refusal > counted { throw .requestRefused(until: refusal + Self.requestsCountFor) }
    let made = (own.map(\.createdAt) + [earlier?.createdAt].compactMap { $0 }).filter { $0 > counted }
      .sorted()
    if made.count >= rules.requestsPerDay {
      let first = made[made.count - rules.requestsPerDay]
      throw .requestsUsedUp(max: rules.requestsPerDay, until: first + Self.requestsCountFor)
    }
    // Strangers who wait already may change their request.
    guard earlier == nil else { return }
    guard strangers(at: now).subtracting([account]).count < Self.requestsMax else { throw .tooManyRequests }
  }

  /// Whether the next stranger's request is turned away because ``requestsMax`` have asked.
  func isApprovalClosed(at now: Date) -> Bool {
    rules.registration == .approval && requests.count + settledRequests.count >= Self.requestsMax
      && strangers(at: now).count >= Self.requestsMax
  }

  /// Accounts that wait, or asked in the past 24 hours and were not accepted.
  private func strangers(at now: Date) -> Set<AccountID> {
    let counted = now - Self.requestsCountFor
    var strangers = Set(requests.values.map(\.account))
    for request in settledRequests.values
    where request.createdAt > counted && employees.linked(to: request.account) == nil {
      strangers.insert(request.account)
    }
    return strangers
  }

  /// Whether a request was for an employee, also if the name was taken off the list and put on it again since.
  private func isAbout(_ employee: Employee, _ request: SettledRequest) -> Bool {
    request.employee == employee.id || employees[request.employee]?.name.key == employee.name.key
  }
}

extension Principal {
  fileprivate var account: AccountID? { if case .person(let account) = self { account } else { nil } }
}
