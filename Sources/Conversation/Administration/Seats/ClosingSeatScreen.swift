import FloorPlan
import OfficeActor

/// Why a seat is to be closed.
struct ClosingSeatScreen: AdminView {
  let scene: AdminScene
  let seat: Seat

  func render() -> Screen {
    scene.screen(
      words.closeSeat,
      caption: [words.closingSeat(seat.id, reason: ""), words.typeClosingReason].lines(),
      rows: [[scene.button(words.withoutReason, .closingSeatUntil(seat.id, hasReason: false))]],
      awaitsText: true)
  }
}

/// Until when a seat is to be closed.
struct ClosingSeatUntilScreen: AdminView {
  let scene: AdminScene
  let seat: Seat
  let hasReason: Bool

  private static let daysNamedMax = 5

  func render() -> Screen {
    let hit = office.bookings(of: seat.id, from: scene.today).map(\.day)
    var screen = scene.screen(
      words.closeSeat,
      caption: [
        words.closingSeat(seat.id, reason: hasReason ? scene.typed : ""),
        words.bookingsHit(Array(hit.prefix(Self.daysNamedMax)), count: hit.count), words.untilWhen,
      ].lines(),
      rows: [
        [close(words.today, scene.today), close(words.untilOpened, nil)]
      ]
        + scene.window.days.dropFirst().map { close(words.dayOnButton($0, today: scene.today), $0) }
        .rows(of: 3))
    screen.awaits = hasReason ? scene.entry : nil
    return screen
  }

  private func close(_ label: String, _ through: Day?) -> ScreenButton {
    scene.button(label, .closeSeat(seat.id, through: through, hasReason: hasReason), .danger)
  }
}
