import FloorPlan
import OfficeActor

/// «Найти коллегу»: type part of a name, choose among those it fits.
struct SearchScreen {
  let officeName: String
  let typed: String
  /// Colleagues that fit what was typed, in alphabetical order.
  let found: [Employee]
  let trail: Trail

  /// Colleagues offered at the most; of more, one types more letters.
  static let offeredMax = 8

  init(_ office: Office, officeName: String, typed: String, trail: Trail) {
    self.officeName = officeName
    self.typed = typed
    self.trail = trail
    found = typed.isEmpty ? [] : NameSearch.find(typed, in: office.employees.all)
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.people, office: officeName, heading: "Найти коллегу")),
      caption: caption,
      rows: found.prefix(Self.offeredMax).map {
        [ScreenButton($0.name.text, .open(trail.to(.colleague($0.id))))]
      } + [[.back(trail), .menu]],
      awaits: .colleague(typed: typed, from: trail))
  }

  private var caption: Markup {
    if typed.isEmpty { return "Кого найти? Напишите часть имени." }
    if found.isEmpty { return "«\(typed)»: такого имени в списке нет. Напишите иначе." }
    let count: Markup = "По запросу «\(typed)» — \(found.count.counting("человек", "человека", "человек"))."
    return found.count > Self.offeredMax
      ? count + " Показаны первые \(Self.offeredMax): напишите больше букв." : count
  }
}
