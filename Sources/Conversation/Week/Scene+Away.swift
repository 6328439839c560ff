import OfficeActor

/// Being away (rule 18).
extension Scene {
  func beAway(_ from: Day, _ through: Day, withGuests: Bool, _ trail: Trail) -> Step {
    guard from <= through else { return .show(screen(at: trail)) }
    return .perform(.beAbsent(from...through, withGuests: withGuests)) { scene, outcome in
      guard case .success(.done(let events)) = outcome, let employee = scene.employee,
        let absence = events.lazy.compactMap(\.absence).first
      else {
        let line: Markup =
          if case .failure(let refusal) = outcome { scene.text(of: refusal) } else { scene.words.alreadyDone }
        return .show(scene.forgettingEntry.screen(at: Trail(.menu).to(.week)).saying(line), toast: line)
      }
      let cancelled = events.cancelledForAbsence
      let screen = AwaySetScreen(
        scene: scene, employee: employee, absence: absence, cancelled: cancelled)
      return .show(
        screen.render(), toast: scene.words.awaySet(absence.from, absence.through, cancelled: cancelled))
    }
  }

  func endAbsence(_ id: Absence.ID, _ trail: Trail) -> Step {
    .perform(.endAbsence(id)) { scene, outcome in
      let line: Markup
      switch outcome {
      case .success(.done(let events)):
        let given = events.restored
        let lost = scene.office.cancelled(by: id).map { booking -> Markup in
          let why = scene.office.refusalToRestore(booking.id, at: scene.now).map(scene.text) ?? ""
          return "• \(scene.words.day(booking.day)): \(why)"
        }
        line = scene.words.absenceEnded(given: given, lost: lost.fitting(scene.words.andMore).lines())
      case .success: line = scene.words.alreadyDone
      case .failure(let refusal): line = scene.text(of: refusal)
      }
      return .show(scene.forgettingEntry.screen(at: trail).saying(line), toast: line)
    }
  }

  /// A span that is typed: a day is its end where the beginning is chosen.
  func away(typed text: String, from: Day?, _ trail: Trail) -> Step {
    guard let span = TypedSpan(text, since: from, today: today) else {
      return .show(screen(at: trail).saying(words.notUnderstoodSpan(text)))
    }
    return .show(screen(at: trail.to(.awayQuestion(from: span.from, through: span.through))))
  }
}

extension Event {
  fileprivate var absence: Absence? { if case .absent(let absence, _) = self { absence } else { nil } }
}

extension [Event] {
  /// How many bookings an absence cancelled.
  var cancelledForAbsence: Int { count { if case .cancelledForAbsence = $0 { true } else { false } } }

  /// How many bookings were given back.
  var restored: Int { count { if case .restored = $0 { true } else { false } } }
}
