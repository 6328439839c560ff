import FloorPlan
import OfficeActor

/// When and where a colleague is in the office.
struct ColleagueScreen {
  let officeName: String
  let name: String
  let bookings: [BookingLine]
  /// What was searched for; another name can be typed right here.
  let typed: String
  let trail: Trail

  init(
    _ office: Office, officeName: String, colleague: Employee, today: Day, typed: String, trail: Trail
  ) {
    self.officeName = officeName
    self.typed = typed
    self.trail = trail
    name = colleague.name.text
    bookings = office.bookings(of: colleague.id, from: today).map { BookingLine($0, in: office) }
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.people, office: officeName, heading: "Найти коллегу")),
      caption: (["<b>\(name)</b>"] + list).lines(),
      rows: [[.back(trail), .menu]],
      awaits: .colleague(typed: typed, from: trail.to(.search)))
  }

  private var list: [Markup] {
    bookings.isEmpty ? ["Броней пока нет."] : bookings.map(\.text).fitting { "и ещё \($0)" }
  }
}
