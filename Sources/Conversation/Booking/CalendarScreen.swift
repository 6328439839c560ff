import FloorPlan
import OfficeActor

/// The booking window, a button a day with its number of free seats.
struct CalendarScreen: SceneView {
  let scene: Scene
  let days: [DayLine]
  let employee: Employee
  /// Who is invited, if it is not for oneself.
  let guest: GuestName?
  let trail: Trail

  /// A day as the calendar shows it.
  struct DayLine: Sendable, Hashable {
    let day: Day
    let free: Int
    let isOwn: Bool
    let isClosed: Bool
  }

  init(_ scene: Scene, employee: Employee, guest: GuestName? = nil, trail: Trail) {
    let office = scene.office
    self.scene = scene
    self.guest = guest
    self.employee = employee
    self.trail = trail
    days = office.rules.bookingWindow(at: scene.now).days.map { day in
      DayLine(
        day: day, free: office.freeSeats(on: day).count,
        isOwn: office.bookings(on: day).booking(ownedBy: employee.id) != nil,
        isClosed: office.isClosed(day))
    }
  }

  func render() -> Screen {
    Screen(
      picture: Fortnight(scene: scene, employee: employee).picture(words.chooseDay),
      caption: [
        guest.map(words.guestLine) ?? "", words.whichDay,
        words.calendarHint(hasOwn: days.contains(where: \.isOwn)),
      ].lines(),
      rows: days.map { ScreenButton(label($0), .open(trail.to(place($0.day)))) }.rows(of: 2)
        + [[severalDays], [back(trail)]],
      awaits: guest.map { .guest($0, on: nil, from: trail) })
  }

  private var severalDays: ScreenButton {
    guest == nil
      ? ScreenButton(words.severalDays, .open(trail.to(.severalDays)))
      : ScreenButton(words.severalDays, .choose(.guest, from: trail))
  }

  /// «ср 25 · 7».
  private func label(_ line: DayLine) -> String {
    (line.isOwn ? "✓ " : "") + "\(words.dayOnButton(line.day, today: scene.today)) · "
      + (line.isClosed ? words.closed : "\(line.free)")
  }

  private func place(_ day: Day) -> Place { guest == nil ? .day(day) : .guestDay(day) }
}
