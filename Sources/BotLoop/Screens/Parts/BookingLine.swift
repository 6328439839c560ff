import OfficeActor

/// A booking in one line, the same everywhere.
struct BookingLine: Sendable, Hashable {
  let day: Day
  /// Nil while there is none for it.
  let seat: Seat.ID?
  /// Empty where the office has no zones.
  let zone: String

  init(_ booking: Booking, in office: Office) {
    day = booking.day
    seat = booking.seat
    zone = booking.seat.flatMap(office.seat)?.zone ?? ""
  }

  /// «ср 25 ноября, место 12 (Окно)».
  var text: Markup {
    guard let seat else { return "\(day.inText), без места" }
    return zone.isEmpty
      ? "\(day.inText), место \(seat.rawValue)" : "\(day.inText), место \(seat.rawValue) (\(zone))"
  }

  /// «ср 25 · место 12».
  var onButton: String { "\(day.onButton) · " + (seat.map { "место \($0.rawValue)" } ?? "без места") }
}
