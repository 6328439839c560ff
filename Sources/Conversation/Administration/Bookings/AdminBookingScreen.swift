import FloorPlan
import OfficeActor

/// Somebody's booking: move it, delete it.
struct AdminBookingScreen: AdminView {
  let scene: AdminScene
  let booking: Booking

  func render() -> Screen {
    let isOver = booking.day < scene.today
    let owner = office.employees[booking.owner]
    return scene.screen(
      words.bookingHeading, .bookings,
      caption: [
        "<b>\(owner?.name.text ?? "—")</b>", "\(BookingLine(booking, in: scene.scene).text).",
        owner?.account == nil ? words.notInTelegram : "",
      ].lines(),
      rows: [
        isOver
          ? []
          : [
            scene.button(words.otherSeat, .moving(booking.id)),
            scene.button(words.deleteBooking, .deleting(booking.id), .danger),
          ],
        owner.map { $0.isRemoved ? [] : [scene.button(words.employeeHeading, .employee($0.id))] } ?? [],
      ])
  }
}

/// «Удалить бронь?», perhaps with a reason.
struct DeletingScreen: AdminView {
  let scene: AdminScene
  let booking: Booking

  func render() -> Screen {
    let isTold = office.employees[booking.owner]?.account != nil
    let line = AdminBookingLine(booking, in: scene).text
    var screen = scene.question(
      words.deleteBooking,
      caption: [
        words.deleteQuestion(line), words.ownerIsTold(isTold: isTold, reason: scene.typed),
      ].lines(),
      yes: scene.button(words.yesDelete, .delete(booking.id, hasReason: !scene.typed.isEmpty), .danger),
      more: isTold ? [[scene.button(words.giveReason, .reason(booking.id))]] : [])
    screen.awaits = scene.entry
    return screen
  }
}

/// «Указать причину».
struct ReasonScreen: AdminView {
  let scene: AdminScene
  let booking: Booking

  func render() -> Screen {
    scene.screen(
      words.reasonHeading, .question,
      caption: words.typeReason(for: AdminBookingLine(booking, in: scene).text), rows: [], awaitsText: true)
  }
}
