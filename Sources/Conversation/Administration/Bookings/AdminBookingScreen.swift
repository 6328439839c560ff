import FloorPlan
import OfficeActor

/// Somebody's booking: move it, delete it.
struct AdminBookingScreen {
  let scene: AdminScene
  let booking: Booking

  func render() -> Screen {
    let office = scene.office
    let isOver = booking.day < scene.today
    let owner = office.employees[booking.owner]
    return scene.screen(
      "Бронь", .bookings,
      caption: [
        "<b>\(owner?.name.text ?? "—")</b>", "\(BookingLine(booking, in: office).text).",
        owner?.account == nil ? "Telegram не привязан: об изменениях не узнает." : "",
      ].lines(),
      rows: [
        isOver
          ? []
          : [
            scene.button("Другое место", .moving(booking.id)),
            scene.button("Удалить бронь", .deleting(booking.id), .danger),
          ],
        owner.map { $0.isRemoved ? [] : [scene.button("Сотрудник", .employee($0.id))] } ?? [],
      ])
  }
}

/// «Удалить бронь?», perhaps with a reason.
struct DeletingScreen {
  let scene: AdminScene
  let booking: Booking
  /// Whether the owner can be told.
  let isTold: Bool

  init(scene: AdminScene, booking: Booking) {
    self.scene = scene
    self.booking = booking
    isTold = scene.office.employees[booking.owner]?.account != nil
  }

  func render() -> Screen {
    let reason = scene.typed
    let line: Markup =
      !isTold
      ? "Владелец не в Telegram и об этом не узнает."
      : reason.isEmpty ? "Владелец узнает об этом." : "Владелец узнает об этом и причину: «\(reason)»."
    var screen = scene.question(
      "Удалить бронь?",
      caption: ["Удалить бронь: <b>\(AdminBookingLine(booking, in: scene.office).text)</b>?", line].lines(),
      yes: scene.button("Да, удалить", .delete(booking.id, hasReason: !reason.isEmpty), .danger),
      more: isTold ? [[scene.button("Указать причину", .reason(booking.id))]] : [])
    screen.awaits = scene.entry
    return screen
  }
}

/// «Указать причину».
struct ReasonScreen {
  let scene: AdminScene
  let booking: Booking

  func render() -> Screen {
    scene.screen(
      "Причина", .question,
      caption: """
        Напишите причину — её увидит владелец брони:
        <b>\(AdminBookingLine(booking, in: scene.office).text)</b>
        """, rows: [], awaitsText: true)
  }
}
