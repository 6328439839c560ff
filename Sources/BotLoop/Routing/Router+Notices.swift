import OfficeActor

/// What admins do from their notices. The notice turns into the outcome.
extension Router {
  /// «Принять», «Отклонить».
  func decide(_ id: RegistrationRequest.ID, isApproved: Bool, _ asking: Asking) async -> Reply {
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    let command: Command = isApproved ? .approveRegistration(id) : .refuseRegistration(id)
    let line: Markup
    switch await perform(command, asking) {
    case .success(.done(let events)):
      switch events.first {
      case .registered(let employee): line = "Принято: \(employee.name.text)."
      case .registrationRefused(_, let employee): line = "Отклонено: \(employee.name.text)."
      default: line = "Готово."
      }
    case .success: line = "Уже обработано."
    case .failure(let refusal): line = text(of: refusal)
    }
    return Reply(OutcomeScreen(officeName: officeName, outcome: line).render(), toast: line)
  }

  /// Undoes a registration.
  func undoRegistration(of id: Employee.ID, _ asking: Asking) async -> Reply {
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    let name = state.office.employees[id]?.name.text ?? "—"
    let line: Markup =
      switch await perform(.unlink(id), asking) {
      case .success(.done): "Отвязано: \(name)."
      case .success: "Уже обработано: к имени «\(name)» никто не привязан."
      case .failure(let refusal): text(of: refusal)
      }
    return Reply(OutcomeScreen(officeName: officeName, outcome: line).render(), toast: line)
  }

  /// Closes a day with all its bookings.
  func close(_ day: Day, _ asking: Asking) async -> Reply {
    guard isAdmin(asking) else { return await refuseAdministration(asking) }
    let line: Markup
    switch await perform(.closeDay(day), asking) {
    case .success(.done(let events)):
      let count = events.count { if case .cancelled = $0 { true } else { false } }
      line = "\(day.inText): отменено \(count.counting("бронь", "брони", "броней"))."
    case .success: line = "Уже обработано: \(day.inText) закрыт."
    case .failure(let refusal): line = text(of: refusal)
    }
    return Reply(OutcomeScreen(officeName: officeName, outcome: line).render(), toast: line)
  }
}
