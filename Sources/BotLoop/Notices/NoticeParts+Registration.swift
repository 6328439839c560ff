import OfficeActor

/// Who is let in, and who no longer is.
extension NoticeParts {
  func registrationRequested(_ id: RegistrationRequest.ID) -> NoticeMessage? {
    guard let request = office.requests[id], let employee = office.employees[request.employee] else {
      return nil
    }
    let account = Int(request.account.rawValue)
    return NoticeMessage(
      text: """
        Заявка на регистрацию: <b>\(employee.name.text)</b>
        Аккаунт: <a href="tg://user?id=\(account)">\(account)</a>
        """,
      rows: [
        [
          ScreenButton("Принять", .decide(.approve(id)), .success),
          ScreenButton("Отклонить", .decide(.refuse(id)), .danger),
        ]
      ])
  }

  /// Registrations undone one by one at the most; more are undone in the list of employees.
  static let undoButtonsMax = 30

  func registered(_ ids: [Employee.ID]) -> NoticeMessage? {
    let linked = ids.compactMap { office.employees[$0] }.filter { $0.account != nil }
    guard !linked.isEmpty else { return nil }
    let names = linked.map { "• \($0.name.text)" as Markup }
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
        Если это ошибка, скажите администратору или выберите имя ещё раз.
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
