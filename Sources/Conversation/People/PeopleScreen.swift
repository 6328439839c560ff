import FloorPlan
import OfficeActor

/// «Кто в офисе»: a day's floor with people's short names on their seats, and the lists: by seat, without a
/// seat, guests with their hosts.
struct PeopleScreen: SceneView {
  let scene: Scene
  let floor: DayFloor
  let window: ClosedRange<Day>
  let count: Int
  let lists: LinePages
  let page: Int
  let trail: Trail

  init(
    _ scene: Scene, day: Day, page: Int, window: ClosedRange<Day>, employee: Employee, trail: Trail
  ) {
    self.scene = scene
    self.page = page
    self.window = window
    self.trail = trail
    let presence = DayPresence(scene: scene, day: day) { $0.name.short }
    floor = DayFloor(scene, day: day, employee: employee) { $0.guest?.short ?? presence.owner(of: $0) }
    count = presence.all.count
    lists = presence.lists
  }

  func render() -> Screen {
    let page = lists.page(page)
    return Screen(
      picture: floor.picture(subtitle: summary),
      caption: ([words.whoIsIn(on: day), "\(summary)."] + page.items.joined()).lines(),
      rows: [
        .step(words.dayOnButton(day), back: step(-1), on: step(1)),
        .pages(current: page.index, of: page.count) { .open(trail.to(.people(day, page: $0))) },
        [ScreenButton(words.findColleague, .open(trail.to(.search)))],
        [back(trail), menu],
      ])
  }

  private var day: Day { floor.day }

  private var summary: String { words.peopleThere(count) }

  /// The screen of another day of the booking window; nil beyond its ends.
  private func step(_ days: Int) -> Button? {
    let other = day + days
    return window.contains(other) ? .open(trail.to(.people(other))) : nil
  }
}
