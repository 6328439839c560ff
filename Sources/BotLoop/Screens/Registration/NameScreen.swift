import FloorPlan
import OfficeActor

/// «Это вы?»
struct NameScreen {
  let officeName: String
  let employee: Employee
  /// What narrowed the list one came from; it is still so on the way back.
  let typed: String
  let trail: Trail

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Это вы?")),
      caption: """
        <b>\(employee.name.text)</b>

        Это вы? Имя закрепится за вашим аккаунтом Telegram.
        """,
      rows: [
        [ScreenButton("Да, это я", .register(employee.id), .success)],
        [.back(trail)],
      ], awaits: .name(typed: typed))
  }
}
