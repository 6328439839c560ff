import FloorPlan
import OfficeActor

/// «Это вы?»
struct NameScreen {
  let officeName: String
  let employee: Employee
  /// What narrowed the list one came from; it is still so on the way back.
  let typed: String
  let trail: Trail
  /// Whether an admin has to say yes as well.
  var needsApproval = false

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Это вы?")),
      caption: """
        <b>\(employee.name.text)</b>

        \(question)
        """,
      rows: [
        [ScreenButton("Да, это я", .register(employee.id), .success)],
        [.back(trail)],
      ], awaits: .name(typed: typed))
  }

  private var question: Markup {
    needsApproval
      ? "Это вы? Администратор получит заявку, и когда он её примет, имя закрепится за вашим аккаунтом Telegram."
      : "Это вы? Имя закрепится за вашим аккаунтом Telegram."
  }
}
