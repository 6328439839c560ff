import OfficeActor

/// A booking in one line, the same everywhere.
struct BookingLine: Sendable {
  let state: BookingState
  /// Empty where the office has no zones, or the booking no seat.
  let zone: String
  private let words: any Words
  private let today: Day

  init(_ booking: Booking, in scene: Scene) {
    state = BookingState(booking, in: scene)
    zone = booking.seat.flatMap(scene.office.seat)?.zone ?? ""
    words = scene.words
    today = scene.today
  }

  /// «ср 25 ноября, место 12 (Окно), гость: Иван».
  var text: Markup {
    guard let guest = state.booking.guest else { return presence }
    return "\(presence), \(words.guest(guest))"
  }

  /// «ср 25 ноября, место 12 (Окно)», whoever comes.
  var presence: Markup {
    let day = words.day(state.booking.day)
    guard let seat = state.booking.seat else {
      return state.placeInQueue == nil
        ? "\(day), \(words.withoutSeat)" : "\(day), \(words.withoutSeat), \(state.inQueue)"
    }
    return zone.isEmpty ? "\(day), \(words.seat(seat))" : "\(day), \(words.seat(seat)) (\(zone))"
  }

  /// «ср 25 · место 12 · Иван».
  var onButton: String {
    let seat =
      switch (state.booking.seat, state.offer) {
      case (let seat?, _): words.seat(seat)
      case (nil, let offer?): words.offeredOnButton(offer.seat)
      case (nil, nil): state.inQueue
      }
    return [words.dayOnButton(state.booking.day, today: today), seat, state.booking.guest?.inText]
      .compactMap { $0 }.joined(separator: " · ").shortened(to: ScreenButton.labelCodePointsMax)
  }
}
