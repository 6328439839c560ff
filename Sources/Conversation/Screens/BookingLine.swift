import OfficeActor

/// A booking in one line, the same everywhere.
struct BookingLine: Sendable, Hashable {
  let state: BookingState
  /// Empty where the office has no zones, or the booking no seat.
  let zone: String

  init(_ booking: Booking, in office: Office) {
    state = BookingState(booking, in: office)
    zone = booking.seat.flatMap(office.seat)?.zone ?? ""
  }

  /// «ср 25 ноября, место 12 (Окно), гость: Иван».
  var text: Markup {
    guard let guest = state.booking.guest else { return presence }
    return "\(presence), гость: \(guest.inText)"
  }

  /// «ср 25 ноября, место 12 (Окно)», whoever comes.
  var presence: Markup {
    let day = state.booking.day.inText
    guard let seat = state.booking.seat else {
      return state.placeInQueue == nil ? "\(day), без места" : "\(day), без места, \(state.inQueue)"
    }
    return zone.isEmpty
      ? "\(day), место \(seat.rawValue)" : "\(day), место \(seat.rawValue) (\(zone))"
  }

  /// «ср 25 · место 12 · Иван».
  ///
  /// - Parameter today: for days that are far from it are named with their month.
  func onButton(today: Day) -> String {
    let seat =
      switch (state.booking.seat, state.offer) {
      case (let seat?, _): "место \(seat.rawValue)"
      case (nil, let offer?): "предложено место \(offer.seat.rawValue)"
      case (nil, nil): state.inQueue
      }
    return [state.booking.day.onButton(today: today), seat, state.booking.guest?.inText].compactMap { $0 }
      .joined(separator: " · ").shortened(to: ScreenButton.labelCodePointsMax)
  }
}
