import FloorPlan
import OfficeActor

/// «Меня не будет»: from which day, then through which.
struct AwayScreen: SceneView {
  let scene: Scene
  let employee: Employee
  /// The first day, if it is chosen.
  let from: Day?
  let trail: Trail

  /// Days offered with buttons; any other span is typed.
  static let daysShown = 21

  func render() -> Screen {
    let absences = office.absences(of: employee.id, at: scene.now)
    let first = from ?? scene.today
    return Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.away),
      caption: [
        from.map { words.awayThrough(from: $0) } ?? words.awayFrom,
        absences.map { words.awayNow($0.from, $0.through) }.fitting(more).lines(),
      ].lines(),
      rows: (first...first + (Self.daysShown - 1)).days.map { day in
        let next: Place = from.map { .awayQuestion(from: $0, through: day) } ?? .away(from: day)
        return ScreenButton(words.dayOnButton(day, today: scene.today), .open(trail.to(next)))
      }.rows(of: 3)
        + (from == nil ? absences : []).map { absence in
          [
            ScreenButton(
              words.endAbsence(absence.from, absence.through), .endAbsence(absence.id, from: trail), .danger)
          ]
        } + [[back(trail), menu]],
      awaits: .away(since: from, from: trail))
  }
}

/// What being away costs, before «Да, меня не будет».
struct AwayQuestionScreen: SceneView {
  let scene: Scene
  let employee: Employee
  let from: Day
  let through: Day
  let trail: Trail

  func render() -> Screen {
    let bookings = office.bookings(of: employee.id, in: from...through)
    let own = bookings.filter { $0.guest == nil }.map { "• \(BookingLine($0, in: scene).text)" as Markup }
    let guests = bookings.count { $0.guest != nil }
    return Screen(
      picture: standing(.question, words.away),
      caption: [
        words.awayQuestion(from, through), words.awayCosts(own.fitting(more).lines()),
        guests > 0 ? words.awayGuests(guests) : "",
      ].lines(),
      rows: [
        [yes(words.yesAway, withGuests: false)],
        guests > 0 ? [yes(words.yesAwayAndGuests, withGuests: true)] : [], [back(trail), menu],
      ],
      awaits: .away(since: nil, from: trail))
  }

  private func yes(_ label: String, withGuests: Bool) -> ScreenButton {
    ScreenButton(
      label, .beAway(since: from, through: through, withGuests: withGuests, from: trail), .danger)
  }
}

/// What being away has come to, with the way to take it back.
struct AwaySetScreen: SceneView {
  let scene: Scene
  let employee: Employee
  let absence: Absence
  let cancelled: Int

  func render() -> Screen {
    let trail = Trail(.menu).to(.week)
    return Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.away),
      caption: words.awaySet(absence.from, absence.through, cancelled: cancelled),
      rows: [
        [ScreenButton(words.giveBack, .endAbsence(absence.id, from: trail))],
        [ScreenButton(words.myWeek, .open(trail)), menu],
      ])
  }
}
