import OfficeActor

/// «Мои дни» (rule 17).
extension Scene {
  func plan(_ weekday: Weekday, _ change: PlanChange, _ trail: Trail) -> Step {
    changePlan(.planDay(weekday, change), trail) { $0.planSaved }
  }

  func planEveryDay(_ seat: Seat.ID?, _ trail: Trail) -> Step {
    changePlan(.planEveryDay(seat), trail) { $0.planSaved }
  }

  var pausePlan: Step { changePlan(.pausePlan, wayToPlan) { $0.planPaused } }
  var resumePlan: Step { changePlan(.resumePlan, wayToPlan) { $0.planResumed } }

  private var wayToPlan: Trail { Trail(.menu).to(.week).to(.plan) }

  private func changePlan(
    _ command: Command, _ trail: Trail, line: @escaping (any Words) -> Markup
  ) -> Step {
    .perform(command) { scene, outcome in
      let told: Markup =
        switch outcome {
        case .success(.done): line(scene.words)
        case .success: scene.words.alreadyDone
        case .failure(let refusal): scene.text(of: refusal)
        }
      return .show(scene.forgettingEntry.screen(at: trail).saying(told), toast: told)
    }
  }

  /// «Занять и дни, что уже открыты».
  func bookPlannedDays(_ trail: Trail) -> Step {
    guard let employee else { return .show(menu) }
    let days = office.plannedDays(of: employee.id, at: now)
    return .perform(.bookPlannedDays) { scene, outcome in
      switch outcome {
      case .failure(let refusal):
        let line = scene.text(of: refusal)
        return .show(scene.screen(at: trail).saying(line), toast: line)
      case .success(let outcome):
        let events = if case .done(let events) = outcome { events } else { [] as [Event] }
        return scene.tell(
          scene.office.answers(to: SeveralDays(days), after: events, for: employee.id, at: scene.now),
          of: employee, trail, isDone: !events.isEmpty)
      }
    }
  }
}
