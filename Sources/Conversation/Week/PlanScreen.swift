import FloorPlan
import OfficeActor

/// «Мои дни»: the weekdays that the bot books by itself.
struct PlanScreen: SceneView {
  let scene: Scene
  let employee: Employee
  let trail: Trail

  func render() -> Screen {
    let plan = office.plan(of: employee.id)
    return Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.myDays),
      caption: [
        words.planHint, plan?.rest.map(words.planRest) ?? "",
        plan?.last.map { words.planLast($0, why: why($0)) } ?? "", plan == nil ? words.planEmpty : "",
      ].lines(),
      rows: Weekday.allCases.map { button($0, plan) }.rows(of: 2) + [
        hasOpenDays(plan) ? [ScreenButton(words.bookOpenDays, .bookPlannedDays(from: trail), .success)] : [],
        pause(plan), [back(trail), menu],
      ])
  }

  /// An unticked weekday is ticked with the usual seat, or asks for one; a ticked one leads to its seat.
  private func button(_ weekday: Weekday, _ plan: Plan?) -> ScreenButton {
    if let wish = plan?.days[weekday] {
      return ScreenButton(
        words.ticked(words.planDay(weekday, wish.seat), true), .open(trail.to(.planDay(weekday))))
    }
    let label = words.ticked(words.weekday(weekday), false)
    guard let usual = office.usualSeat(of: employee.id, at: scene.now) else {
      return ScreenButton(label, .open(trail.to(.planDay(weekday))))
    }
    return ScreenButton(label, .planDay(weekday, .seat(usual), from: trail))
  }

  private func hasOpenDays(_ plan: Plan?) -> Bool {
    !office.plannedDays(of: employee.id, at: scene.now).isEmpty
  }

  private func pause(_ plan: Plan?) -> [ScreenButton] {
    guard let plan else { return [] }
    return plan.rest == nil
      ? [ScreenButton(words.pause, .pausePlan)] : [ScreenButton(words.resume, .resumePlan, .success)]
  }
}

/// The seat wanted on a weekday.
struct PlanDayScreen: SceneView {
  let scene: Scene
  let employee: Employee
  let weekday: Weekday
  let trail: Trail

  func render() -> Screen {
    let plan = office.plan(of: employee.id)
    let wish = plan?.days[weekday]
    return Screen(
      picture: standing(.question, words.weekday(weekday)), caption: words.planDayHeading(weekday),
      rows: seats(plan).map { seat in
        let label = seat == usual ? words.usualSeat(seat) : seat.rawValue
        return ScreenButton(label, .planDay(weekday, .seat(seat), from: trail.back), .success)
      }.rows(of: 3) + [
        [ScreenButton(words.anySeat, .planDay(weekday, .any, from: trail.back))],
        wish != nil && (plan?.days.count ?? 0) > 1
          ? [ScreenButton(words.forAllMyDays, .planEveryDay(wish?.seat, from: trail.back))] : [],
        wish == nil
          ? [] : [ScreenButton(words.removeDay, .planDay(weekday, .remove, from: trail.back), .danger)],
        [back(trail), menu],
      ],
      awaits: .planDay(weekday, from: trail))
  }

  private var usual: Seat.ID? { office.usualSeat(of: employee.id, at: scene.now) }

  /// The usual seat and those of the other days.
  private func seats(_ plan: Plan?) -> [Seat.ID] {
    let others = plan?.weekdays.compactMap { plan?.days[$0]?.seat } ?? []
    var seen: Set<Seat.ID> = []
    return ([usual].compactMap(\.self) + others).filter { seen.insert($0).inserted }
  }
}
