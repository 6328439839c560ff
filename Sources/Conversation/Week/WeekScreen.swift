import FloorPlan
import OfficeActor

/// «Моя неделя»: the coming weeks, and all that saves booking day by day.
struct WeekScreen: SceneView {
  let scene: Scene
  let employee: Employee
  let trail: Trail

  func render() -> Screen {
    let absences = office.absences(of: employee.id, at: scene.now)
    return Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.myWeek),
      caption: [
        words.weekHint, plan, absences.map { words.awayNow($0.from, $0.through) }.fitting(more).lines(),
      ].lines(),
      rows: [
        usualWeek(trail),
        [
          ScreenButton(words.severalDays, .open(trail.to(.severalDays)), .primary),
          ScreenButton(words.myDays, .open(trail.to(.plan))),
        ],
        [ScreenButton(words.away, .open(trail.to(.away())))], [back(trail), menu],
      ])
  }

  private var plan: Markup {
    guard let plan = office.plan(of: employee.id) else { return "" }
    let days = plan.weekdays.map { words.planDay($0, plan.days[$0]?.seat) }.joined(separator: ", ")
    return ["\(words.myDays): \(days)", plan.rest.map(words.planRest) ?? ""].lines()
  }
}

extension SceneView {
  /// «Как обычно: пн, вт, чт · место 12», which books them all.
  func usualWeek(_ trail: Trail) -> [ScreenButton] {
    guard let employee = scene.employee, let week = office.usualWeek(of: employee.id, at: scene.now) else {
      return []
    }
    return [
      ScreenButton(
        words.usualWeek(week.days.map(\.weekday), week.seat).shortened(to: ScreenButton.labelCodePointsMax),
        .bookUsualWeek(from: trail), .success)
    ]
  }
}
