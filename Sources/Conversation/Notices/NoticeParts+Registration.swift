import OfficeActor

/// Who is let in, and who no longer is.
extension NoticeParts {
  func registrationRequested(_ id: RegistrationRequest.ID) -> NoticeMessage? {
    guard let request = office.requests[id], let employee = office.employees[request.employee] else {
      return nil
    }
    let rivals = office.openRequests(for: employee.id).filter { $0.id != id }
      .map { "• \(AccountLine($0.account, in: office).text)" as Markup }
    return NoticeMessage(
      text: [
        words.requested(employee.name.text, AccountLine(request.account, in: office).text),
        employee.account.map { words.linkedAlready(AccountLine($0, in: office).text) } ?? "",
        rivals.isEmpty ? "" : words.rivals,
        rivals.fitting(within: NoticeMessage.listCodePointsMax, andMore).lines(),
      ].lines(),
      rows: [
        [
          ScreenButton(words.approve, .decide(.approve(id)), .success),
          ScreenButton(words.refuse, .decide(.refuse(id)), .danger),
        ]
      ])
  }

  func requestsWait() -> NoticeMessage? {
    guard !office.requests.isEmpty else { return nil }
    return NoticeMessage(text: words.requestsWait(office.requests.count), rows: wayToRequests)
  }

  func approvalClosed() -> NoticeMessage {
    NoticeMessage(text: words.approvalClosed(Office.requestsMax), rows: wayToRequests)
  }

  private var wayToRequests: [[ScreenButton]] {
    [[ScreenButton(words.requests, .open(Trail(.menu).to(.admin(.menu)).to(.admin(.requests()))))]]
  }

  func requestSettled(_ request: RequestSummary) -> NoticeMessage {
    NoticeMessage(
      text: words.requestSettled(
        request.name, request.outcome, AccountLine(request.account, request.profile).text))
  }

  func requestsSettled() -> NoticeMessage {
    NoticeMessage(text: words.requestsSettled(areLeft: !office.requests.isEmpty))
  }

  /// Registrations undone one by one at the most; more are undone in the list of employees.
  static let undoButtonsMax = 30

  func registered(_ ids: [Employee.ID]) -> NoticeMessage? {
    let linked = ids.compactMap { office.employees[$0] }.filter { $0.account != nil }
    guard !linked.isEmpty else { return nil }
    let names = linked.map { employee in
      let account = employee.account.map { AccountLine($0, in: office).text } ?? ""
      return "• \(employee.name.text) — \(account)" as Markup
    }
    return NoticeMessage(
      text: [words.newlyRegistered, names.fitting(within: NoticeMessage.listCodePointsMax, andMore).lines()]
        .lines(),
      rows: linked.prefix(Self.undoButtonsMax).map {
        [
          ScreenButton(
            words.unlink($0.name.text).shortened(to: ScreenButton.labelCodePointsMax),
            .decide(.unlink($0.id, from: $0.account)))
        ]
      })
  }

  func registrationApproved(_ recipient: Notice.Recipient) -> NoticeMessage? {
    guard case .account(let account) = recipient, let employee = office.employee(linkedTo: account) else {
      return nil
    }
    return NoticeMessage(text: words.approved(employee.name.text), rows: [menu])
  }

  func registrationRefused(_ name: String) -> NoticeMessage {
    NoticeMessage(text: words.refused(name), rows: [menu])
  }

  func unlinked(_ name: String, hasLeftGroup: Bool) -> NoticeMessage {
    NoticeMessage(
      text: words.unlinked(name, hasLeftGroup: hasLeftGroup),
      rows: [[ScreenButton(words.registerAgain, .open(Trail(.menu)))]])
  }

  func removed(_ name: String) -> NoticeMessage { NoticeMessage(text: words.removed(name), rows: [menu]) }
}
