import FloorPlan
import OfficeActor

/// When and where a colleague is in the office.
struct ColleagueScreen: SceneView {
  let scene: Scene
  let colleague: Employee
  let bookings: LinePages
  let page: Int
  /// What was searched for; another name can be typed right here.
  let typed: String
  let trail: Trail

  init(_ scene: Scene, colleague: Employee, page: Int, typed: String, trail: Trail) {
    self.scene = scene
    self.colleague = colleague
    self.typed = typed
    self.trail = trail
    self.page = page
    var bookings = LinePages()
    bookings.append(
      scene.office.bookings(of: colleague.id, from: scene.today).map { BookingLine($0, in: scene).text })
    self.bookings = bookings
  }

  private var away: Markup {
    office.awayThrough(colleague.id, on: scene.today).map { "\(words.notInOffice(through: $0))" } ?? ""
  }

  func render() -> Screen {
    let page = bookings.page(page)
    return Screen(
      picture: standing(.people, words.findColleague),
      caption: (["<b>\(colleague.name.text)</b>", away] + (page.items.first ?? [words.noBookings])).lines(),
      rows: [
        .pages(current: page.index, of: page.count) { .open(trail.to(.colleague(colleague.id, page: $0))) },
        [back(trail), menu],
      ],
      awaits: .colleague(typed: typed, from: trail.to(.search)))
  }
}
