import OfficeActor

/// «Закрыть день?», with what it costs.
struct ClosingDayScreen: AdminView {
  let scene: AdminScene
  let day: Day

  func render() -> Screen {
    let bookings = office.bookings(on: day).all
    let owners = Set(bookings.map(\.owner)).compactMap { office.employees[$0] }
    // Nobody tells those who press the button.
    let told = owners.count { $0.account != nil && $0.account != scene.scene.viewer.account }
    return scene.question(
      words.closeDayHeading,
      caption: [
        words.closeDayQuestion(day), words.closingDayCosts(bookings: bookings.count, told: told),
      ].lines(),
      yes: scene.button(words.yesClose, .decide(.closeDay(day)), .danger))
  }
}
