import OfficeActor

/// A day's floor with a button for every free seat.
struct DayScreen {
  let floor: DayFloor
  let choice: SeatChoice
  let seats: SeatButtons
  /// The booking that a seat is chosen for, if there is one.
  let present: BookingState?
  /// How many wait for a seat.
  let queueLength: Int
  let trail: Trail

  init(
    _ office: Office, day: Day, part: Int?, for choice: SeatChoice = .oneself, employee: Employee,
    trail: Trail
  ) {
    floor = DayFloor(office, day: day, employee: employee)
    self.choice = choice
    let booking: Booking? =
      switch choice {
      case .oneself: office.bookings(on: day).booking(ownedBy: employee.id)
      case .guest: nil
      case .booking(let booking): booking
      }
    present = booking.map { BookingState($0, in: office) }
    queueLength = office.bookings(on: day).queue.count
    self.trail = trail
    seats = SeatButtons(floor, part: part)
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture(part: seats.part),
      caption: [
        "<b>\(day.inText)</b>", choice.guest.map { "Гость: <b>\($0.inText)</b>" } ?? "", state, hint,
      ].lines(),
      rows: [offerRow, ownRow] + seatRows + [seatlessRow, [.back(trail), .menu]],
      awaits: choice.entry(on: day, isClosed: floor.isClosed, from: trail))
  }

  private var day: Day { floor.day }
  private var free: [Seat] { floor.free }

  // MARK: Caption

  private var state: Markup {
    if floor.isClosed { return ["Офис в этот день закрыт.", presence].lines() }
    let free: Markup = self.free.isEmpty ? "Свободных мест нет. \(queue)" : "\(floor.summary)."
    return presence.html.isEmpty ? free : free + " " + presence
  }

  /// What there is already for whom the seat is chosen.
  private var presence: Markup {
    guard let present else { return "" }
    if let offer = present.offer { return "Предложено место <b>\(offer.seat.rawValue)</b>." }
    if let seat = present.booking.seat {
      return choice == .oneself
        ? "Ваше место: <b>\(seat.rawValue)</b>." : "Сейчас — место <b>\(seat.rawValue)</b>."
    }
    return choice == .oneself
      ? "Вы пока без места, \(present.inQueue)." : "Пока без места, \(present.inQueue)."
  }

  private var queue: Markup {
    queueLength == 0
      ? "Очереди нет." : "В очереди \(queueLength.counting("человек", "человека", "человек"))."
  }

  private var hint: Markup {
    if floor.isClosed { return "" }
    if free.isEmpty {
      return present == nil ? "Можно прийти без места: освободившиеся предлагают по очереди." : ""
    }
    if seats.areOfParts { return "Выберите часть офиса или напишите номер места." }
    return present?.booking.seat == nil
      ? "Нажмите номер места или напишите его." : "Нажмите другой номер, чтобы пересесть."
  }

  // MARK: Buttons

  private var offerRow: [ScreenButton] {
    guard !floor.isClosed, let offer = present?.offer else { return [] }
    return .answers(to: offer, from: trail)
  }

  private var ownRow: [ScreenButton] {
    guard choice == .oneself, let booking = present?.booking else { return [] }
    let seat = booking.seat.map { "место \($0.rawValue)" } ?? "без места"
    return [
      ScreenButton(
        "Моя бронь: \(seat)", .open(trail.to(.booking(booking.id))), present?.offer == nil ? .primary : nil)
    ]
  }

  private var seatlessRow: [ScreenButton] {
    guard !floor.isClosed, free.isEmpty, present == nil else { return [] }
    return [choice.seatlessButton(on: day, from: trail)].compactMap { $0 }
  }

  private var seatRows: [[ScreenButton]] {
    seats.rows(
      showing: { .open(trail.to(choice.place(day, part: $0))) },
      taking: { choice.button($0, on: day, from: trail) })
  }
}
