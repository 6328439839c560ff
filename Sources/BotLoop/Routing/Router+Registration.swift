import OfficeActor

/// Rule 12: all that whoever is not registered sees and does.
extension Router {
  /// The registration screen at the end of a way; every other way ends where registration begins.
  func registration(at trail: Trail, _ asking: Asking) -> Screen {
    if let closed = closedDoor(asking) { return closed }
    switch trail.place {
    case .names(let page): return names(typed: asking.typedName ?? "", page: page, asking)
    case .name(let id): return name(id, at: trail, asking)
    default:
      if let request = waitingRequest(of: asking) {
        return WaitingScreen(state.office, officeName: officeName, request: request).render()
      }
      return names(typed: "", page: 0, asking)
    }
  }

  /// Only an answer to the list of names is part of a name; anything else is a greeting.
  func registration(typing typed: String, _ asking: Asking) -> Screen {
    guard asking.typedName != nil else { return registration(at: Trail(.menu), asking) }
    return closedDoor(asking) ?? names(typed: typed, page: 0, asking)
  }

  /// What a stranger's tap on anything but registration comes to, whatever other buttons there are; nil for
  /// whoever may tap it. Admins need not be employees: the office decides what they may do.
  func refusalToStranger(for button: Button, _ asking: Asking) -> Reply? {
    switch button {
    case .open, .register, .admin, .label: return nil
    default:
      guard state.office.employee(linkedTo: asking.account) == nil, !isAdmin(asking) else { return nil }
      let line = text(of: .rejected(.notRegistered))
      return Reply(screen(at: Trail(.menu), for: asking), toast: line)
    }
  }

  /// «Да, это я».
  func register(as employee: Employee.ID, _ asking: Asking) async -> Reply {
    if state.office.employee(linkedTo: asking.account) == nil {
      if let closed = closedDoor(asking) { return Reply(closed) }
      if needsApproval(asking) { return await request(employee, asking) }
    }
    let line: Markup
    let command = Command.register(
      as: employee, proof: asking.evidence.proof, profile: asking.profile)
    switch await perform(command, asking) {
    case .success(.done): line = "Готово, вы зарегистрированы. Приятной работы!"
    case .success:
      let linked = state.office.employee(linkedTo: asking.account)
      line =
        linked.map { "Уже обработано: вы — \($0.name.text)." } ?? "Уже обработано: вы не зарегистрированы."
    case .failure(let refusal): line = text(of: refusal)
    }
    return Reply(screen(at: Trail(.menu), for: asking.forgettingEntry).saying(line), toast: line)
  }

  private func request(_ employee: Employee.ID, _ asking: Asking) async -> Reply {
    // The office says the same; asked first, it need not remember what is made up.
    guard waitingRequest(of: asking)?.employee == employee || isFound(employee, asking) else {
      let line = text(of: .rejected(.nameNotFound))
      return Reply(registration(at: Trail(.menu), asking.forgettingEntry).saying(line), toast: line)
    }
    let line: Markup
    let command = Command.requestRegistration(
      as: employee, typing: asking.typedName ?? "", profile: asking.profile)
    switch await perform(command, asking) {
    case .success(.done): line = "Заявка отправлена."
    case .success: line = "Уже обработано."
    case .failure(let refusal): line = text(of: refusal)
    }
    return Reply(registration(at: Trail(.menu), asking.forgettingEntry).saying(line), toast: line)
  }

  // MARK: Screens

  /// The names that fit what was typed, as far as the mode shows them.
  private func names(typed: String, page: Int, _ asking: Asking) -> Screen {
    switch state.office.rules.registration {
    case .approval:
      FindNameScreen(
        state.office, officeName: officeName, typed: typed, isWaiting: waitingRequest(of: asking) != nil
      ).render()
    case .open, .group, .invite:
      NamesScreen(state.office, officeName: officeName, typed: typed, page: page).render()
    }
  }

  private func name(_ id: Employee.ID, at trail: Trail, _ asking: Asking) -> Screen {
    let typed = asking.typedName ?? ""
    guard isFound(id, asking) else {
      return registration(at: Trail(.menu), asking.forgettingEntry).saying(text(of: .rejected(.nameNotFound)))
    }
    // Whoever needs an admin's approval is not told which names are taken.
    guard let employee = state.office.employees[id], employee.account == nil || needsApproval(asking) else {
      let refusal: Rejection = state.office.employees[id] == nil ? .employeeUnknown(id) : .nameTaken(id)
      return names(typed: typed, page: 0, asking).saying(text(of: .rejected(refusal)))
    }
    return NameScreen(
      officeName: officeName, employee: employee, typed: typed, trail: trail,
      needsApproval: needsApproval(asking)
    ).render()
  }

  /// What a stranger sees instead of names, or nil if they may choose one.
  private func closedDoor(_ asking: Asking) -> Screen? {
    let office = state.office
    guard office.employees.count > 0 else {
      return NotReadyScreen(officeName: officeName, isAdmin: isAdmin(asking)).render()
    }
    guard !isAdmin(asking), let obstacle = Obstacle(asking.evidence, in: office.rules.registration) else {
      return nil
    }
    return EntranceScreen(officeName: officeName, obstacle: obstacle).render()
  }

  // MARK: What holds

  func isAdmin(_ asking: Asking) -> Bool { state.office.rules.admins.contains(asking.account) }

  private func needsApproval(_ asking: Asking) -> Bool {
    state.office.rules.registration == .approval && !isAdmin(asking)
  }

  private func waitingRequest(of asking: Asking) -> RegistrationRequest? {
    guard needsApproval(asking) else { return nil }
    return state.office.request(of: asking.account)
  }

  /// Whether the person may be told about a name: where names are not listed, only if they typed part of it.
  private func isFound(_ id: Employee.ID, _ asking: Asking) -> Bool {
    let office = state.office
    guard office.rules.registration == .approval else { return true }
    return office.namesFound(typing: asking.typedName ?? "")?.offered.contains { $0.id == id } ?? false
  }
}

extension Router.Asking {
  /// What was typed last of a name, or nil if no name is being looked for.
  fileprivate var typedName: String? { if case .name(let typed) = entry { typed } else { nil } }
}
