import FloorPlan
import OfficeActor

/// One booking on its floor, one's own or a guest's, with the ways to change it.
struct BookingScreen {
  let line: BookingLine
  let floor: DayFloor
  let trail: Trail
  /// Whether it was booked by the tap that leads here.
  let isNew: Bool

  init(_ office: Office, booking: Booking, employee: Employee, trail: Trail, isNew: Bool = false) {
    line = BookingLine(booking, in: office)
    floor = DayFloor(office, day: booking.day, employee: employee)
    self.trail = trail
    self.isNew = isNew
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture,
      caption: [
        isNew ? "✅ Забронировано: <b>\(line.presence)</b>" : "\(whose): <b>\(line.presence)</b>", guest,
        waiting,
      ].lines(),
      rows: [
        offerRow,
        [
          ScreenButton(
            isNew ? "Отменить" : "Отменить бронь", .open(trail.to(.cancelling(booking.id))), .danger)
        ]
          + otherSeat,
        [.back(trail), .menu],
      ])
  }

  private var booking: Booking { line.state.booking }
  private var whose: Markup { booking.guest == nil ? "Ваша бронь" : "Бронь гостя" }
  private var guest: Markup { booking.guest.map { "Гость: <b>\($0.inText)</b>" } ?? "" }

  private var waiting: Markup {
    if let offer = line.state.offer { return "Предложено место <b>\(offer.seat.rawValue)</b>." }
    guard booking.seat == nil, !floor.isClosed else { return "" }
    return booking.hasDeclined
      ? "Больше места на этот день не предложим; свободное можно занять самим."
      : "Когда место освободится, предложим его по очереди."
  }

  private var offerRow: [ScreenButton] {
    guard !floor.isClosed, let offer = line.state.offer else { return [] }
    return .answers(to: offer, from: trail)
  }

  /// The way to the floor; a guest's booking has a floor of its own there.
  private var otherSeat: [ScreenButton] {
    guard !floor.isClosed else { return [] }
    let place: Place = booking.guest == nil ? .day(booking.day) : .moving(booking.id)
    return [ScreenButton(booking.seat == nil ? "Выбрать место" : "Другое место", .open(trail.to(place)))]
  }
}
