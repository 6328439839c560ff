import FloorPlan
import OfficeActor

/// «Это вы?»
struct NameScreen: SceneView {
  let scene: Scene
  let employee: Employee
  /// What narrowed the list one came from; it is still so on the way back.
  let typed: String
  let trail: Trail
  /// Whether an admin has to say yes as well.
  var needsApproval = false

  func render() -> Screen {
    Screen(
      picture: standing(.welcome, words.isThisYou),
      caption: "<b>\(employee.name.text)</b>\n\n\(words.nameWillBeYours(needsApproval: needsApproval))",
      rows: [[ScreenButton(words.yesThatIsMe, .register(employee.id), .success)], [back(trail)]],
      awaits: .name(typed: typed))
  }
}
