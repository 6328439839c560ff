import FloorPlan
import OfficeActor

/// «Найти коллегу»: type part of a name, choose among those it fits.
struct SearchScreen: SceneView {
  let scene: Scene
  let typed: String
  /// Colleagues that fit what was typed, in alphabetical order.
  let found: [Employee]
  let trail: Trail

  /// Colleagues offered at the most; of more, one types more letters.
  static let offeredMax = 8

  init(_ scene: Scene, typed: String, trail: Trail) {
    self.scene = scene
    self.typed = typed
    self.trail = trail
    found = typed.isEmpty ? [] : NameSearch.find(typed, in: scene.office.employees.all)
  }

  func render() -> Screen {
    Screen(
      picture: standing(.people, words.findColleague),
      caption: caption,
      rows: found.prefix(Self.offeredMax).map {
        [ScreenButton($0.name.text, .open(trail.to(.colleague($0.id))))]
      } + [[back(trail), menu]],
      awaits: .colleague(typed: typed, from: trail))
  }

  private var caption: Markup {
    if typed.isEmpty { return words.whomToFind }
    if found.isEmpty { return words.nobodyFound(typed) }
    return words.found(found.count, typed, shown: Self.offeredMax)
  }
}
