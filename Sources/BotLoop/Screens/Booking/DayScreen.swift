import FloorPlan
import OfficeActor

/// A day's floor with a button for every free seat.
struct DayScreen {
  let day: Day
  /// All seats with what they look like to the person.
  let seats: [PictureSeat]
  let free: [Seat]
  /// The parts of an office with too many free seats for one keyboard; empty if they fit.
  let parts: [SeatPart]
  let part: Int?
  let own: Booking?
  let isClosed: Bool
  let trail: Trail

  /// Seat buttons on one screen; fewer where seats have long names, or the keyboard gets too large for Telegram.
  static func seatButtonsMax(in office: Office) -> Int {
    office.seats.contains { $0.id.rawValue.count > longIDCharacters } ? 60 : 88
  }

  private static let longIDCharacters = 5

  init(_ office: Office, day: Day, part: Int?, employee: Employee, trail: Trail) {
    let bookings = office.bookings(on: day)
    let own = bookings.booking(ownedBy: employee.id)
    let isClosed = office.isClosed(day)
    let free = isClosed ? [] : office.freeSeats(on: day)
    self.day = day
    self.own = own
    self.isClosed = isClosed
    self.free = free
    self.trail = trail
    let buttonsMax = Self.seatButtonsMax(in: office)
    let parts = free.count > buttonsMax ? SeatPart.parts(of: office.seats, size: buttonsMax) : []
    self.parts = parts
    self.part = part.flatMap { parts.indices.contains($0) ? $0 : nil }
    seats = office.seats.map { seat in
      let state: SeatState =
        if seat.id == own?.seat {
          .own
        } else if isClosed {
          .closed
        } else if bookings.booking(of: seat.id) != nil {
          .taken
        } else {
          .free
        }
      return PictureSeat(id: seat.id.rawValue, zone: seat.zone, state: state)
    }
  }

  func render() -> Screen {
    Screen(
      picture: .floor(FloorPicture(title: day.inText, subtitle: subtitle, seats: seats)),
      caption: ["<b>\(day.inText)</b>", state, hint].lines(),
      rows: [ownRow] + choiceRows + [[.back(trail), .menu]],
      awaits: isClosed ? nil : .seat(on: day, from: trail))
  }

  private var subtitle: String {
    isClosed ? "Офис закрыт" : "Свободно \(free.count) из \(seats.count)"
  }

  private var state: Markup {
    let mine: Markup = own?.seat.map { "Ваше место: <b>\($0.rawValue)</b>." } ?? ""
    if isClosed { return ["Офис в этот день закрыт.", mine].lines() }
    let free: Markup =
      self.free.isEmpty ? "Свободных мест нет." : "Свободно \(self.free.count) из \(seats.count)."
    return mine.html.isEmpty ? free : free + " " + mine
  }

  private var hint: Markup {
    if free.isEmpty { return "" }
    if !parts.isEmpty, part == nil { return "Выберите часть офиса или напишите номер места." }
    return own == nil
      ? "Нажмите номер места или напишите его." : "Нажмите другой номер, чтобы пересесть."
  }

  private var ownRow: [ScreenButton] {
    own.map {
      [ScreenButton("Моя бронь: " + ($0.seat.map { "место \($0.rawValue)" } ?? "без места"), .open(trail.to(.booking($0.id))), .primary)]
    } ?? []
  }

  private var choiceRows: [[ScreenButton]] {
    guard !parts.isEmpty else { return seatRows(free) }
    guard let part else {
      return parts.enumerated().map { index, part in
        ScreenButton(part.label(free: free), .open(trail.to(.day(day, part: index))))
      }.rows(of: 2)
    }
    return seatRows(free.filter(parts[part].contains))
  }

  private func seatRows(_ seats: [Seat]) -> [[ScreenButton]] {
    let longest = seats.map(\.id.rawValue.count).max() ?? 0
    let width = longest > Self.longIDCharacters ? 3 : longest > 3 ? 5 : seats.count > 48 ? 8 : 6
    return seats.map { ScreenButton($0.id.rawValue, .book($0.id, on: day, from: trail), .success) }.rows(
      of: width)
  }
}
