import FloorPlan
import OfficeActor

/// When and where a colleague is in the office.
struct ColleagueScreen {
  let officeName: String
  let employee: Employee.ID
  let name: String
  let bookings: LinePages
  let page: Int
  /// What was searched for; another name can be typed right here.
  let typed: String
  let trail: Trail

  init(
    _ office: Office, officeName: String, colleague: Employee, page: Int, today: Day, typed: String,
    trail: Trail
  ) {
    self.officeName = officeName
    self.typed = typed
    self.trail = trail
    self.page = page
    employee = colleague.id
    name = colleague.name.text
    var bookings = LinePages()
    bookings.append(office.bookings(of: colleague.id, from: today).map { BookingLine($0, in: office).text })
    self.bookings = bookings
  }

  func render() -> Screen {
    let page = bookings.page(page)
    return Screen(
      picture: .standing(StandingPicture(.people, office: officeName, heading: "Найти коллегу")),
      caption: (["<b>\(name)</b>"] + (page.items.first ?? ["Броней пока нет."])).lines(),
      rows: [
        .pages(current: page.index, of: page.count) { .open(trail.to(.colleague(employee, page: $0))) },
        [.back(trail), .menu],
      ],
      awaits: .colleague(typed: typed, from: trail.to(.search)))
  }
}
