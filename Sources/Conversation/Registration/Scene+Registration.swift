import OfficeActor

/// Rule 12: all that somebody who is not registered sees and does.
extension Scene {
  /// The registration screen at the end of a way; every other way ends where registration begins.
  func registration(at trail: Trail) -> Screen {
    if let closedDoor { return closedDoor }
    switch trail.place {
    case .names(let page): return names(typed: typedName ?? "", page: page)
    case .name(let id): return name(id, at: trail)
    default:
      if let request = waitingRequest {
        return WaitingScreen(scene: self, request: request).render()
      }
      return names(typed: "", page: 0)
    }
  }

  /// Only an answer to the list of names is part of a name; anything else is a greeting.
  func registration(typing typed: String) -> Screen {
    guard typedName != nil else { return registration(at: Trail(.menu)) }
    return closedDoor ?? names(typed: typed, page: 0)
  }

  /// What a stranger's tap on anything but registration comes to, whatever other buttons there are; nil for
  /// people who may tap it. Admins need not be employees: the office decides what they may do.
  func refusalToStranger(for button: Button) -> Step? {
    switch button {
    case .open, .register, .admin, .label: return nil
    default:
      guard employee == nil, !isAdmin else { return nil }
      let line = text(of: .notRegistered)
      return .show(screen(at: Trail(.menu)), toast: line)
    }
  }

  /// «Да, это я».
  func register(as id: Employee.ID) -> Step {
    if employee == nil {
      if let closedDoor { return .show(closedDoor) }
      if needsApproval { return request(id) }
    }
    return .perform(.register(as: id, proof: viewer.evidence.proof, profile: viewer.profile)) {
      scene, outcome in
      let line: Markup =
        switch outcome {
        case .success(.done): scene.words.registered
        case .success:
          scene.employee.map { scene.words.youAre($0.name.text) } ?? scene.words.youAreNotRegistered
        case .failure(let refusal): scene.text(of: refusal)
        }
      return .show(scene.forgettingEntry.screen(at: Trail(.menu)).saying(line), toast: line)
    }
  }

  private func request(_ id: Employee.ID) -> Step {
    // The office says the same; asked first, it need not remember what is made up.
    guard waitingRequest?.employee == id || isFound(id) else { return requested(.nameNotFound) }
    return .perform(.requestRegistration(as: id, typing: typedName ?? "", profile: viewer.profile)) {
      scene, outcome in
      switch outcome {
      case .success(.done): scene.requested(saying: scene.words.requestIsSent)
      case .success: scene.requested(saying: scene.words.alreadyDone)
      case .failure(let refusal): scene.requested(saying: scene.text(of: refusal))
      }
    }
  }

  private func requested(_ rejection: Rejection) -> Step { requested(saying: text(of: rejection)) }

  private func requested(saying line: Markup) -> Step {
    .show(forgettingEntry.registration(at: Trail(.menu)).saying(line), toast: line)
  }

  // MARK: Screens

  /// The names that fit what was typed, as far as the mode shows them.
  private func names(typed: String, page: Int) -> Screen {
    switch office.rules.registration {
    case .approval:
      FindNameScreen(self, typed: typed, isWaiting: waitingRequest != nil).render()
    case .open, .group, .invite:
      NamesScreen(self, typed: typed, page: page).render()
    }
  }

  private func name(_ id: Employee.ID, at trail: Trail) -> Screen {
    let typed = typedName ?? ""
    guard isFound(id) else {
      return forgettingEntry.registration(at: Trail(.menu)).saying(text(of: .nameNotFound))
    }
    // Where an admin has to approve, nobody is told which names are taken.
    guard let employee = office.employees[id], employee.account == nil || needsApproval else {
      let refusal: Rejection = office.employees[id] == nil ? .employeeUnknown(id) : .nameTaken(id)
      return names(typed: typed, page: 0).saying(text(of: refusal))
    }
    return NameScreen(
      scene: self, employee: employee, typed: typed, trail: trail, needsApproval: needsApproval
    ).render()
  }

  /// What a stranger sees instead of names, or nil if they may choose one.
  private var closedDoor: Screen? {
    guard office.employees.count > 0 else {
      return NotReadyScreen(scene: self).render()
    }
    guard !isAdmin, let obstacle = Obstacle(viewer.evidence, in: office.rules.registration) else {
      return nil
    }
    return EntranceScreen(scene: self, obstacle: obstacle).render()
  }

  // MARK: What holds

  private var needsApproval: Bool {
    office.rules.registration == .approval && !isAdmin
  }

  private var waitingRequest: RegistrationRequest? {
    guard needsApproval else { return nil }
    return office.request(of: viewer.account)
  }

  /// Whether the person may be told about a name: where names are not listed, only if they typed part of it.
  private func isFound(_ id: Employee.ID) -> Bool {
    guard office.rules.registration == .approval else { return true }
    return office.namesFound(typing: typedName ?? "")?.offered.contains { $0.id == id } ?? false
  }

  /// What was typed last of a name, or nil if no name is being looked for.
  private var typedName: String? { if case .name(let typed) = viewer.entry { typed } else { nil } }
}
