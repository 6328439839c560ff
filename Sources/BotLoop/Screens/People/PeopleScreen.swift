import FloorPlan
import OfficeActor

/// «Кто в офисе»: a day's floor with people's short names on their seats, and the list by seat.
struct PeopleScreen {
  let day: Day
  let window: ClosedRange<Day>
  /// All seats with what they look like to the person.
  let seats: [PictureSeat]
  /// Who sits where, in the order of the seats.
  let people: [(seat: Seat.ID, name: String)]
  let trail: Trail

  init(_ office: Office, day: Day, window: ClosedRange<Day>, employee: Employee, trail: Trail) {
    let bookings = office.bookings(on: day)
    let isClosed = office.isClosed(day)
    self.day = day
    self.window = window
    self.trail = trail
    let owners = office.seats.map { seat in
      bookings.booking(of: seat.id).flatMap { office.employees[$0.owner] }
    }
    people = zip(office.seats, owners).compactMap { seat, owner in owner.map { (seat.id, $0.name.short) } }
    seats = zip(office.seats, owners).map { seat, owner in
      let state: SeatState =
        owner.map { $0.id == employee.id ? .own : .taken } ?? (isClosed ? .closed : .free)
      return PictureSeat(id: seat.id.rawValue, zone: seat.zone, state: state, label: owner?.name.short)
    }
  }

  func render() -> Screen {
    Screen(
      picture: .floor(FloorPicture(title: day.inText, subtitle: subtitle, seats: seats)),
      caption: (["<b>Кто в офисе: \(day.inText)</b>", "\(subtitle)."] + list).lines(),
      rows: [
        [step(-1, "‹"), ScreenButton(day.onButton, .label), step(1, "›")],
        [ScreenButton("Найти коллегу", .open(trail.to(.search)))],
        [.back(trail), .menu],
      ])
  }

  private var subtitle: String {
    people.isEmpty ? "Пока никого" : people.count.counting("человек", "человека", "человек")
  }

  private var list: [Markup] {
    people.map { "\($0.seat.rawValue) — \($0.name)" as Markup }.fitting { "и ещё \($0) — на плане" }
  }

  private func step(_ days: Int, _ label: String) -> ScreenButton {
    let other = day + days
    return ScreenButton(label, window.contains(other) ? .open(trail.to(.people(other))) : .label)
  }
}
