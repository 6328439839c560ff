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
    let (office, words) = (scene.office, scene.words)
    self.scene = scene
    self.page = page
    self.window = window
    self.trail = trail
    let owner = { (booking: Booking) in office.employees[booking.owner]?.name.short ?? "—" }
    floor = DayFloor(scene, day: day, employee: employee) { $0.guest?.short ?? owner($0) }
    let bookings = office.bookings(on: day)
    let bySeat = office.seats.compactMap { bookings.booking(of: $0.id) }
    let queue = Array(bookings.queue)
    count = bySeat.count + queue.count
    var lists = LinePages()
    lists.append(
      bySeat.lazy.filter { $0.guest == nil }.map { "\($0.seat?.rawValue ?? "") — \(owner($0))" })
    lists.append(
      queue.lazy.filter { $0.guest == nil }
        .map { "\(owner($0)), \(BookingState($0, in: scene).inQueue)" }, under: words.withoutSeatHeading)
    lists.append(
      (bySeat + queue).lazy.compactMap { booking in
        booking.guest.map { guest in
          let place = booking.seat?.rawValue ?? BookingState(booking, in: scene).inQueue
          return words.guest(guest, at: place, hostedBy: owner(booking))
        }
      }, under: words.guestsHeading)
    self.lists = lists
  }

  func render() -> Screen {
    let page = lists.page(page)
    return Screen(
      picture: floor.picture(subtitle: summary),
      caption: ([words.whoIsIn(on: day), "\(summary)."] + page.items.joined()).lines(),
      rows: [
        [step(-1, "‹"), ScreenButton(words.dayOnButton(day), .label), step(1, "›")],
        .pages(current: page.index, of: page.count) { .open(trail.to(.people(day, page: $0))) },
        [ScreenButton(words.findColleague, .open(trail.to(.search)))],
        [back(trail), menu],
      ])
  }

  private var day: Day { floor.day }

  private var summary: String { words.peopleThere(count) }

  private func step(_ days: Int, _ label: String) -> ScreenButton {
    let other = day + days
    return ScreenButton(label, window.contains(other) ? .open(trail.to(.people(other))) : .label)
  }
}
