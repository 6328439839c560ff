import FloorPlan
import OfficeActor

/// «‹ Раньше»: days that are over with the number of their bookings, as far as bookings are kept.
struct PastDaysScreen: AdminView {
  let scene: AdminScene
  /// The day after the last one shown.
  let end: Day

  private static let daysShown = 14

  init(scene: AdminScene, before end: Day) {
    self.scene = scene
    self.end = min(max(end, Self.first(of: scene) + 1), scene.today)
  }

  /// The oldest day that has bookings.
  private static func first(of scene: AdminScene) -> Day {
    min(scene.office.bookedDays.min() ?? scene.today, scene.today)
  }

  func render() -> Screen {
    let first = max(Self.first(of: scene), end + -Self.daysShown)
    let days = first < end ? (first...end + -1).days : []
    let isLast = end == scene.today
    return scene.screen(
      words.bookings, .calendar, caption: words.pastDays(since: Self.first(of: scene)),
      rows: days.map { day in
        scene.button(
          "\(words.dayOnButton(day, today: scene.today)) · \(office.bookings(on: day).all.count)", .day(day))
      }.rows(of: 2) + [
        [
          first > Self.first(of: scene) ? scene.button(words.earlier, .daysBefore(first)) : nil,
          isLast ? nil : scene.button(words.later, .daysBefore(min(end + Self.daysShown, scene.today))),
        ].compactMap(\.self)
      ], awaitsText: true)
  }
}
