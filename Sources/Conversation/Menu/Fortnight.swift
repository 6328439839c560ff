import FloorPlan
import OfficeActor

/// The days around the booking window as one employee sees them.
struct Fortnight: SceneView {
  let scene: Scene
  let employee: Employee

  /// A grid of whole weeks, from this week's Monday on.
  func picture(_ title: String) -> Picture {
    let window = office.rules.bookingWindow(at: scene.now)
    let monday = window.lowerBound + -(Weekday.allCases.firstIndex(of: window.lowerBound.weekday) ?? 0)
    let days = window.upperBound.number - monday.number + 1
    let weeks = min(FortnightPicture.weeksMax, (days + 6) / 7)
    return .fortnight(
      FortnightPicture(
        title: title, subtitle: scene.officeName, weekdays: Weekday.allCases.map(words.weekday),
        cells: (0..<7 * weeks).map { cell(monday + $0, in: window) }))
  }

  private func cell(_ day: Day, in window: ClosedRange<Day>) -> FortnightPicture.Cell {
    let guests = window.contains(day) ? office.bookings(on: day).guests(of: employee.id).count : 0
    return FortnightPicture.Cell(
      number: day.dayOfMonth, state: window.contains(day) ? state(of: day) : .outside, guests: guests,
      isToday: day == scene.today)
  }

  private func state(of day: Day) -> FortnightPicture.State {
    let bookings = office.bookings(on: day)
    if let own = bookings.booking(ownedBy: employee.id) {
      if let seat = own.seat { return .seat(seat.rawValue) }
      if let offer = bookings.offer(to: own.id) { return .offered(offer.seat.rawValue) }
      return .queue(office.placeInQueue(of: own) ?? 1)
    }
    if office.absence(of: employee.id, on: day) != nil { return .away }
    return office.isClosed(day) ? .closed : .free(office.freeSeats(on: day).count)
  }
}
