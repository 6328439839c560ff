import FloorPlan
import OfficeActor

/// A day's floor with a button for every free seat.
struct DayScreen {
  let floor: DayFloor
  let choice: SeatChoice
  /// The parts of an office with too many free seats for one keyboard; empty if they fit.
  let parts: [SeatPart]
  let part: Int?
  /// The booking that a seat is chosen for, if there is one.
  let present: BookingState?
  /// How many wait for a seat.
  let queueLength: Int
  let trail: Trail

  /// Seat buttons on one screen; fewer where seats have long names, or the keyboard gets too large for Telegram.
  static func seatButtonsMax(in office: Office) -> Int {
    office.seats.contains { $0.id.rawValue.count > longIDCharacters } ? 60 : 88
  }

  private static let longIDCharacters = 5

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
    let buttonsMax = Self.seatButtonsMax(in: office)
    let parts = floor.free.count > buttonsMax ? SeatPart.parts(of: office.seats, size: buttonsMax) : []
    self.parts = parts
    self.part = part.flatMap { parts.indices.contains($0) ? $0 : nil }
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture,
      caption: [
        "<b>\(day.inText)</b>", choice.guest.map { "Гость: <b>\($0.inText)</b>" } ?? "", state, hint,
      ].lines(),
      rows: [offerRow, ownRow] + choiceRows + [seatlessRow, [.back(trail), .menu]],
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
    if !parts.isEmpty, part == nil { return "Выберите часть офиса или напишите номер места." }
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

  private var choiceRows: [[ScreenButton]] {
    guard !parts.isEmpty else { return seatRows(free) }
    guard let part else {
      return parts.enumerated().map { index, part in
        ScreenButton(part.label(free: free), .open(trail.to(choice.place(day, part: index))))
      }.rows(of: 2)
    }
    return seatRows(free.filter(parts[part].contains))
  }

  private func seatRows(_ seats: [Seat]) -> [[ScreenButton]] {
    seats.map {
      ScreenButton($0.id.rawValue, choice.button($0.id, on: day, from: trail), .success)
    }.rows(of: Self.seatButtonsInRow(seats))
  }

  /// How many buttons of seats stand side by side so that their numbers can be read.
  static func seatButtonsInRow(_ seats: [Seat]) -> Int {
    let longest = seats.map(\.id.rawValue.count).max() ?? 0
    return longest > longIDCharacters ? 3 : longest > 3 ? 5 : seats.count > 48 ? 8 : 6
  }
}
