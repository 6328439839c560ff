import FloorPlan
import OfficeActor

/// A request for a name that an admin has not decided yet.
struct WaitingScreen: SceneView {
  let scene: Scene
  let request: RegistrationRequest

  func render() -> Screen {
    let zone = office.rules.timeZone
    let sent = words.waiting(
      since: request.createdAt.timeOfDay(in: zone), Day(containing: request.createdAt, in: zone))
    return Screen(
      picture: standing(.welcome, words.requestSent),
      caption: "<b>\(office.employees[request.employee]?.name.text ?? "—")</b>\n\(sent)",
      rows: [
        [ScreenButton(words.refresh, .open(Trail(.menu)))],
        [ScreenButton(words.chooseOtherName, .open(Trail(.names(page: 0))))],
      ])
  }
}
