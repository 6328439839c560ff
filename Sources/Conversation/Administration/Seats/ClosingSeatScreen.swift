import OfficeActor

/// Why a seat is to be closed.
struct ClosingSeatScreen {
  let scene: AdminScene
  let seat: Seat

  func render() -> Screen {
    scene.screen(
      "Закрыть место",
      caption: """
        <b>Закрыть место \(seat.id.rawValue)</b>
        Напишите причину: её увидят те, чьи брони на этом месте.
        """,
      rows: [[scene.button("Без причины", .closingSeatUntil(seat.id, hasReason: false))]], awaitsText: true)
  }
}

/// Until when a seat is to be closed.
struct ClosingSeatUntilScreen {
  let scene: AdminScene
  let seat: Seat
  let hasReason: Bool

  func render() -> Screen {
    let office = scene.office
    let affected = office.bookings(of: seat.id, from: scene.today)
    var screen = scene.screen(
      "Закрыть место",
      caption: [
        "<b>Закрыть место \(seat.id.rawValue)</b>\(hasReason ? ": \(scene.typed)" : "")",
        affected.isEmpty
          ? "Броней на нём нет."
          : "Броней на нём: \(affected.count), последняя — \((affected.last?.day ?? scene.today).inText). Те, что попадут под закрытие, встанут первыми в очередь, и людям об этом скажут.",
        "До какого дня, включительно?",
      ].lines(),
      rows: [
        [close("Сегодня", scene.today), close("Пока не открою", nil)]
      ] + scene.window.days.dropFirst().map { close($0.onButton(today: scene.today), $0) }.rows(of: 3))
    screen.awaits = hasReason ? scene.entry : nil
    return screen
  }

  private func close(_ label: String, _ through: Day?) -> ScreenButton {
    scene.button(label, .closeSeat(seat.id, through: through, hasReason: hasReason), .danger)
  }
}
