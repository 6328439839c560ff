import OfficeActor

/// On which weekdays a seat is to be somebody's: toggles, every day at first.
struct AssigningDaysScreen: AdminView {
  let scene: AdminScene
  let seat: Seat
  let employee: Employee
  let weekdays: Set<Weekday>

  private static let all = Set(Weekday.allCases)

  func render() -> Screen {
    let toggles = Weekday.allCases.map { weekday in
      toggle(words.weekday(weekday), weekdays.contains(weekday), weekdays.symmetricDifference([weekday]))
    }
    let isEveryDay = weekdays == Self.all
    return scene.screen(
      words.seatHeading(seat.id), caption: words.assignDays(seat.id, employee.name.text),
      rows: [[toggle(words.everyDay, isEveryDay, isEveryDay ? [] : Self.all)]] + toggles.rows(of: 4)
        + (weekdays.isEmpty
          ? []
          : [[scene.button(words.yesAssign, .assignSeat(seat.id, to: employee.id, on: weekdays), .success)]]))
  }

  private func toggle(_ label: String, _ isTicked: Bool, _ next: Set<Weekday>) -> ScreenButton {
    scene.button(words.ticked(label, isTicked), .assigningDays(seat.id, to: employee.id, next))
  }
}

extension Scene {
  func assign(_ seat: Seat.ID, to id: Employee.ID, on weekdays: Set<Weekday>, _ trail: Trail) -> Step {
    .perform(.assignSeat(seat, to: id, on: weekdays)) { scene, outcome in
      switch outcome {
      case .failure(let refusal): scene.refused(refusal, trail)
      case .success:
        scene.show(
          trail.to(.admin(.seat(seat))),
          saying: scene.words.assigned(
            seat, scene.name(id), lent: scene.daysTakenByOthers(seat, from: id, on: weekdays)))
      }
    }
  }

  /// Open days of an assigned seat that stay with who has them.
  private func daysTakenByOthers(_ seat: Seat.ID, from id: Employee.ID, on weekdays: Set<Weekday>) -> [Day] {
    office.rules.bookingWindow(at: now).days.filter { day in
      weekdays.contains(day.weekday)
        && office.bookings(on: day).booking(of: seat).map { $0.owner != id } ?? false
    }
  }
}
