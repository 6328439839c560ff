import FloorPlan
import OfficeActor

/// «Кто в офисе»: a day's floor with people's short names on their seats, and the lists: by seat, without a
/// seat, guests with their hosts.
struct PeopleScreen {
  let floor: DayFloor
  let window: ClosedRange<Day>
  /// Employees by seat, in the order of the seats.
  let seated: [Markup]
  /// Employees without a seat, in the order of the queue.
  let waiting: [Markup]
  /// Guests in the order of the seats, then of the queue.
  let guests: [Markup]
  let trail: Trail

  init(_ office: Office, day: Day, window: ClosedRange<Day>, employee: Employee, trail: Trail) {
    self.window = window
    self.trail = trail
    let owner = { (booking: Booking) in office.employees[booking.owner]?.name.short ?? "—" }
    floor = DayFloor(office, day: day, employee: employee) { $0.guest?.short ?? owner($0) }
    let bookings = office.bookings(on: day)
    let bySeat = office.seats.compactMap { bookings.booking(of: $0.id) }
    let queue = Array(bookings.queue)
    seated = bySeat.filter { $0.guest == nil }.map { "\($0.seat?.rawValue ?? "") — \(owner($0))" }
    waiting = queue.filter { $0.guest == nil }
      .map { "\(owner($0)), \(BookingState($0, in: office).inQueue)" }
    guests = (bySeat + queue).compactMap { booking in
      let place = booking.seat?.rawValue ?? BookingState(booking, in: office).inQueue
      return booking.guest.map { "\(place) — \($0.inText), принимает \(owner(booking))" }
    }
  }

  func render() -> Screen {
    Screen(
      picture: floor.picture(subtitle: summary),
      caption: (["<b>Кто в офисе: \(day.inText)</b>", "\(summary)."] + lists).lines(),
      rows: [
        [step(-1, "‹"), ScreenButton(day.onButton, .label), step(1, "›")],
        [ScreenButton("Найти коллегу", .open(trail.to(.search)))],
        [.back(trail), .menu],
      ])
  }

  private var day: Day { floor.day }

  private var summary: String {
    let count = seated.count + waiting.count + guests.count
    return count == 0 ? "Пока никого" : count.counting("человек", "человека", "человек")
  }

  /// Whoever has no seat is not on the picture, so their room is kept from those who are.
  private var lists: [Markup] {
    let waiting = self.waiting.headed("Без места", codePointsMax: 200)
    let guests = self.guests.headed("Гости", codePointsMax: 300)
    let room = [Markup].listCodePointsMax - (waiting + guests).codePoints
    return seated.fitting(room) { "и ещё \($0) — на плане" } + waiting + guests
  }

  private func step(_ days: Int, _ label: String) -> ScreenButton {
    let other = day + days
    return ScreenButton(label, window.contains(other) ? .open(trail.to(.people(other))) : .label)
  }
}

extension [Markup] {
  fileprivate func headed(_ heading: String, codePointsMax: Int) -> [Markup] {
    isEmpty ? [] : ["<b>\(heading)</b>"] + fitting(codePointsMax) { "и ещё \($0)" }
  }
}
