import FloorPlan
import Foundation
import OfficeActor

/// A request for a name that an admin has not decided yet.
struct WaitingScreen {
  let officeName: String
  let name: String
  let day: Day
  let time: TimeOfDay

  init(_ office: Office, officeName: String, request: RegistrationRequest) {
    let timeZone = office.rules.timeZone
    self.officeName = officeName
    name = office.employees[request.employee]?.name.text ?? "—"
    day = Day(containing: request.createdAt, in: timeZone)
    time = request.createdAt.timeOfDay(in: timeZone)
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.welcome, office: officeName, heading: "Заявка отправлена")),
      caption: """
        <b>\(name)</b>
        Заявка отправлена \(day.inText) в \(time.description) и ждёт администратора.

        Когда её примут, здесь появится меню.
        """,
      rows: [
        [ScreenButton("Обновить", .open(Trail(.menu)))],
        [ScreenButton("Выбрать другое имя", .open(Trail(.names(page: 0))))],
      ])
  }
}
