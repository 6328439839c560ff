import Foundation

/// What stands in admins' chats about requests: one message for an account, and one for all beyond the first few. It
/// is edited when what it says no longer holds, so that one request costs admins at most one sound.
extension Office {
  /// Requests that have a message of their own at the most; of more, one message tells how many wait.
  static let requestsShownMax = 5
  /// One message is edited this often at the most, in seconds.
  static let editingPause: TimeInterval = 5
  /// A message that tells of many is sent anew, with its sound, after this long.
  static let allShownFor: TimeInterval = 86_400

  /// The message that a notice changes instead of being one of its own; nil if it is one.
  public func messageToEdit(for notice: Notice) -> Int64? {
    guard case .account(let admin) = notice.recipient else { return nil }
    switch notice.content {
    case .registrationRequested(let id):
      return requests[id].flatMap { message(to: admin, about: .account($0.account))?.message }
    case .requestsWait: return message(to: admin, about: .all)?.message
    case .requestSettled(_, let message), .requestsSettled(let message): return message
    default: return nil
    }
  }

  private func message(to admin: AccountID, about topic: RequestMessage.Topic) -> RequestMessage? {
    requestMessages[RequestMessage.ID(admin: admin, topic: topic)]
  }

  /// Whether a request has, or is about to have, a message of its own.
  func isShown(_ request: RegistrationRequest) -> Bool {
    shownRequests(for: request.employee).contains(request)
  }

  private func shownRequests(for employee: Employee.ID) -> [RegistrationRequest] {
    let accounts = Set(requestMessages.keys.compactMap(\.account))
    let owed = Set(
      notices.values.compactMap { notice -> RegistrationRequest.ID? in
        guard notice.failure == nil, case .registrationRequested(let id) = notice.content else { return nil }
        return id
      })
    return openRequests(for: employee).filter { accounts.contains($0.account) || owed.contains($0.id) }
  }

  // MARK: What waits

  /// Owes admins the sight of a new request.
  ///
  /// - Parameter isShown: whether an earlier one of the account's has a message, which turns into this one.
  mutating func show(_ request: RegistrationRequest, isShown: Bool, at now: Date) {
    if isShown || requests.count <= Self.requestsShownMax {
      oweAdmins(.registrationRequested(request.id), at: now)
      showAllAgain(at: now)
    } else {
      for admin in rules.admins.sorted() { showAll(to: admin, at: now) }
    }
  }

  /// Owes a change of the messages about requests for a name: another request, or the account that is linked to it,
  /// has come or gone.
  mutating func showAgain(
    requestsFor employee: Employee.ID, unless shown: RegistrationRequest.ID? = nil, at now: Date
  ) {
    for request in shownRequests(for: employee) where request.id != shown {
      for admin in rules.admins.sorted() {
        oweAgain(
          .registrationRequested(request.id), to: admin,
          editing: message(to: admin, about: .account(request.account)), at: now)
      }
    }
  }

  /// The same for the message that tells how many wait.
  mutating func showAllAgain(at now: Date) {
    for admin in rules.admins.sorted() {
      let message = message(to: admin, about: .all)
      if requests.isEmpty {
        if let message { closeMessage(message, at: now) }
      } else {
        oweAgain(.requestsWait, to: admin, editing: message, at: now)
      }
    }
  }

  private mutating func showAll(to admin: AccountID, at now: Date) {
    var shown = message(to: admin, about: .all)
    if let message = shown, message.sentAt <= now - Self.allShownFor {
      closeMessage(message, at: now)
      shown = nil
    }
    if shown == nil, !isOwedOrFailed(.requestsWait, to: admin, at: now) {
      owe(.requestsWait, to: .account(admin), at: now)
    } else {
      oweAgain(.requestsWait, to: admin, editing: shown, at: now)
    }
  }

  /// Owes a message once more that is there, or may be on its way as it was.
  private mutating func oweAgain(
    _ content: Notice.Content, to admin: AccountID, editing message: RequestMessage?, at now: Date
  ) {
    let owed = notices(of: content, to: admin).filter { $0.failure == nil }
    guard message != nil || !owed.isEmpty else { return }
    // One that has not set out yet will say what holds when it does.
    guard !owed.contains(where: { $0.dueAt > now }) else { return }
    let shownAt = owed.isEmpty ? message?.shownAt ?? now : now
    owe(content, to: .account(admin), at: now, due: max(now, shownAt + Self.editingPause))
  }

  /// Owes admins the news that no stranger can ask any more; once a day, however often that happens.
  mutating func tellClosing(at now: Date) {
    for admin in rules.admins.sorted() {
      if let told = message(to: admin, about: .closing),
        abs(now.timeIntervalSince(told.sentAt)) < Self.allShownFor
      {
        continue
      }
      if !isOwedOrFailed(.approvalClosed, to: admin, at: now) {
        owe(.approvalClosed, to: .account(admin), at: now)
      }
    }
  }

  /// Whether a notice is owed, or failed in the past day: an admin who cannot be reached is not tried again for every
  /// stranger.
  private func isOwedOrFailed(_ content: Notice.Content, to admin: AccountID, at now: Date) -> Bool {
    notices(of: content, to: admin).contains { $0.failure.map { $0.at > now - Self.allShownFor } ?? true }
  }

  private func notices(of content: Notice.Content, to admin: AccountID) -> [Notice] {
    notices.values.filter { $0.recipient == .account(admin) && $0.content == content }
  }

  // MARK: What waits no longer

  /// Owes the messages about a request their last change.
  mutating func closeMessages(
    about request: RegistrationRequest, as outcome: SettledRequest.Outcome, at now: Date,
    unless decider: AccountID?
  ) {
    let messages = requestMessages.values.filter { $0.id.account == request.account }
      .sorted { $0.id < $1.id }
    for message in messages {
      remove(message)
      guard message.id.admin != decider else { continue }
      oweLast(.requestSettled(summary(of: request, as: outcome), message: message.message), message, at: now)
    }
  }

  private mutating func closeMessage(_ message: RequestMessage, at now: Date) {
    remove(message)
    oweLast(.requestsSettled(message: message.message), message, at: now)
  }

  private mutating func oweLast(_ content: Notice.Content, _ message: RequestMessage, at now: Date) {
    guard rules.admins.contains(message.id.admin) else { return }
    owe(content, to: .account(message.id.admin), at: now)
  }

  private func summary(of request: RegistrationRequest, as outcome: SettledRequest.Outcome) -> RequestSummary
  {
    RequestSummary(
      name: employees[request.employee]?.name.text ?? "—", account: request.account,
      profile: profiles[request.account], outcome: outcome)
  }

  // MARK: What was delivered

  /// An admin has a message about a request.
  mutating func noteShown(
    _ id: RegistrationRequest.ID, to admin: AccountID, as message: Int64, at now: Date
  ) {
    if let request = requests[id] {
      noteShown(about: .account(request.account), to: admin, as: message, at: now)
    } else if let settled = settledRequests[id] {
      // It was settled while the message was on its way.
      let shown = self.message(to: admin, about: .account(settled.account))?.message
      guard shown != message else { return }
      if shown == nil, request(of: settled.account) != nil {
        // What the account asks for instead is owed, and will change this message.
        noteShown(about: .account(settled.account), to: admin, as: message, at: now)
      } else {
        let request = RegistrationRequest(
          id: id, account: settled.account, employee: settled.employee, createdAt: settled.createdAt)
        oweOnce(
          .requestSettled(summary(of: request, as: settled.outcome), message: message), to: admin, at: now)
      }
    }
  }

  /// An admin has a message about all that wait.
  mutating func noteAllShown(to admin: AccountID, as message: Int64, at now: Date) {
    if requests.isEmpty {
      oweOnce(.requestsSettled(message: message), to: admin, at: now)
    } else {
      noteShown(about: .all, to: admin, as: message, at: now)
    }
  }

  /// An admin was told that no stranger can ask any more.
  mutating func noteClosingTold(to admin: AccountID, as message: Int64, at now: Date) {
    put(
      RequestMessage(
        id: RequestMessage.ID(admin: admin, topic: .closing), message: message, sentAt: now, shownAt: now))
  }

  private mutating func noteShown(
    about topic: RequestMessage.Topic, to admin: AccountID, as message: Int64, at now: Date
  ) {
    let before = self.message(to: admin, about: topic)
    put(
      RequestMessage(
        id: RequestMessage.ID(admin: admin, topic: topic), message: message,
        sentAt: before?.message == message ? before?.sentAt ?? now : now, shownAt: now))
  }

  private mutating func oweOnce(_ content: Notice.Content, to admin: AccountID, at now: Date) {
    let isOwed = notices(of: content, to: admin).contains { $0.failure == nil }
    if !isOwed { owe(content, to: .account(admin), at: now) }
  }
}
