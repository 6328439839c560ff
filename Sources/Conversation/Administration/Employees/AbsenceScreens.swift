import FloorPlan
import OfficeActor

/// When somebody will be away, on their behalf: from which day, then through which.
struct AbsenceScreen: AdminView {
  let scene: AdminScene
  let employee: Employee
  /// The first day, if it is chosen.
  let from: Day?

  func render() -> Screen {
    let absences = office.absences(of: employee.id, at: scene.scene.now)
    let first = from ?? scene.today
    return scene.screen(
      words.away, .people,
      caption: [
        from.map { words.absenceThrough(employee.name.text, from: $0) }
          ?? words.absenceFrom(employee.name.text),
        absences.map { words.absenceNow($0.from, $0.through) }.fitting(words.andMore).lines(),
      ].lines(),
      rows: (first...first + (AwayScreen.daysShown - 1)).days.map { day in
        scene.button(
          words.dayOnButton(day, today: scene.today),
          from.map { .absenceQuestion(of: employee.id, from: $0, through: day) }
            ?? .absence(of: employee.id, from: day))
      }.rows(of: 3)
        + (from == nil ? absences : []).map { absence in
          [scene.button(words.endAbsence(absence.from, absence.through), .endAbsence(absence.id), .danger)]
        }, awaitsText: true)
  }
}

/// What the absence costs, before «Да, не будет».
struct AbsenceQuestionScreen: AdminView {
  let scene: AdminScene
  let employee: Employee
  let from: Day
  let through: Day

  func render() -> Screen {
    let own = office.bookings(of: employee.id, in: from...through).count { $0.guest == nil }
    return scene.screen(
      words.away, .people,
      caption: words.absenceQuestion(employee.name.text, from, through, cancelled: own),
      rows: [
        [scene.button(words.yesAbsent, .beAbsent(employee.id, from: from, through: through), .danger)]
      ], awaitsText: true)
  }
}

/// Being away, entered by an admin (rule 18).
extension Scene {
  func beAbsent(_ id: Employee.ID, _ from: Day, _ through: Day, _ trail: Trail) -> Step {
    guard from <= through else { return show(trail) }
    let name = name(id)
    return change(.beAbsent(from...through, of: id), trail.to(.admin(.employee(id)))) { events, words in
      words.absenceSet(name, from, through, cancelled: events.cancelledForAbsence)
    }
  }

  func endAbsenceForOwner(_ id: Absence.ID, _ trail: Trail) -> Step {
    change(.endAbsence(id), trail) { events, words in
      words.absenceEndedForOwner(given: events.restored)
    }
  }

  /// A span that is typed: a day is its end where the beginning is chosen.
  func absence(typed text: String, of id: Employee.ID, from: Day?, _ trail: Trail) -> Step {
    guard let span = TypedSpan(text, since: from, today: today) else {
      return show(trail, saying: words.notUnderstoodSpan(text.shortened(to: 50)))
    }
    return show(trail.to(.admin(.absenceQuestion(of: id, from: span.from, through: span.through))))
  }
}
