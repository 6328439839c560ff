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
        "Заявка на регистрацию: <b>\(employee.name.text)</b>",
        "Аккаунт: \(AccountLine(request.account, in: office).text)",
        employee.account.map {
          """
          Имя уже привязано: \(AccountLine($0, in: office).text)
          Если принять заявку, тот аккаунт будет отвязан.
          """
        } ?? "",
        rivals.isEmpty ? "" : "Ещё заявки на это имя:",
        rivals.fitting(NoticeMessage.listCodePointsMax) { "… и ещё \($0)" }.lines(),
      ].lines(),
      rows: [
        [
          ScreenButton("Принять", .decide(.approve(id)), .success),
          ScreenButton("Отклонить", .decide(.refuse(id)), .danger),
        ]
      ])
  }

  func requestsWait() -> NoticeMessage? {
    guard !office.requests.isEmpty else { return nil }
    let count = office.requests.count
    return NoticeMessage(
      text: """
        \(count.counting("заявка ждёт", "заявки ждут", "заявок ждут")) решения. Пока их столько, о каждой отдельно \
        не пишу: все они в «Заявках».
        """,
      rows: [[wayToRequests]])
  }

  func approvalClosed() -> NoticeMessage {
    NoticeMessage(
      text: """
        <b>Новых заявок больше не принимаю</b>
        За сутки о регистрации попросили \(Office.requestsMax.counting("человек", "человека", "человек")), которые не \
        приняты; отклонённые тоже считаются. Место для новых заявок появится, когда вы кого-нибудь примете или пройдут \
        сутки.
        """,
      rows: [[wayToRequests]])
  }

  private var wayToRequests: ScreenButton {
    ScreenButton("Заявки", .open(Trail(.menu).to(.admin(.menu)).to(.admin(.requests()))))
  }

  func requestSettled(_ request: RequestSummary) -> NoticeMessage {
    let what: Markup =
      switch request.outcome {
      case .approved: "Заявка принята: <b>\(request.name)</b>"
      case .refused: "Заявка отклонена: <b>\(request.name)</b>"
      case .nameGiven: "Заявка отклонена, имя досталось другому аккаунту: <b>\(request.name)</b>"
      case .nameRemoved: "Заявка отклонена, имени больше нет в списке: <b>\(request.name)</b>"
      case .withdrawn: "Заявка отозвана: <b>\(request.name)</b>"
      }
    return NoticeMessage(text: "\(what)\nАккаунт: \(AccountLine(request.account, request.profile).text)")
  }

  func requestsSettled() -> NoticeMessage {
    NoticeMessage(
      text: office.requests.isEmpty
        ? "Заявки разобраны." : "О заявках, которые ждут, рассказывают сообщения ниже.")
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
      text: [
        "Зарегистрировались:", names.fitting(NoticeMessage.listCodePointsMax) { "… и ещё \($0)" }.lines(),
      ].lines(),
      rows: linked.prefix(Self.undoButtonsMax).map {
        [
          ScreenButton(
            "Отвязать: \($0.name.text)".shortened(to: ScreenButton.labelCodePointsMax),
            .decide(.unlink($0.id, from: $0.account)), .danger)
        ]
      })
  }

  func registrationApproved(_ recipient: Notice.Recipient) -> NoticeMessage? {
    guard case .account(let account) = recipient, let employee = office.employee(linkedTo: account) else {
      return nil
    }
    return NoticeMessage(
      text: "Заявка принята, вы зарегистрированы: <b>\(employee.name.text)</b>.", rows: [[.menu]])
  }

  func registrationRefused(_ name: String) -> NoticeMessage {
    NoticeMessage(
      text: """
        Заявка на имя «\(name)» отклонена.
        Если это ошибка, скажите администратору. Другое имя можно выбрать сразу, это же — через сутки.
        """, rows: [[.menu]])
  }

  func unlinked(_ name: String, hasLeftGroup: Bool) -> NoticeMessage {
    let why: Markup =
      hasLeftGroup
      ? "Вы больше не в группе компании, поэтому аккаунт отвязан от имени «\(name)»."
      : "Администратор отвязал ваш аккаунт от имени «\(name)»."
    return NoticeMessage(
      text: why + "\nБрони остались за этим именем. Чтобы пользоваться ботом, зарегистрируйтесь снова.",
      rows: [[.menu]])
  }

  func removed(_ name: String) -> NoticeMessage {
    NoticeMessage(
      text:
        "Имя «\(name)» убрано из списка сотрудников, брони отменены. Если это ошибка, скажите администратору.",
      rows: [[.menu]])
  }
}
