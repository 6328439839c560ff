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
    var screen = scene.question(
      words.closeDayHeading,
      caption: [
        words.closeDayQuestion(day), words.closingDayCosts(bookings: bookings.count, told: told),
        scene.typed.isEmpty ? words.typeDayReason : words.reason(scene.typed),
      ].lines(),
      yes: scene.button(
        words.yesClose, scene.typed.isEmpty ? .decide(.closeDay(day)) : .closeDayWithReason(day), .danger))
    screen.awaits = scene.entry
    return screen
  }
}
