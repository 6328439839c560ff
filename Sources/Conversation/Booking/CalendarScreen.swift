import FloorPlan
import OfficeActor

/// The booking window, a button a day with its number of free seats.
struct CalendarScreen {
  let officeName: String
  let days: [DayLine]
  let today: Day
  /// Who is invited, if it is not for oneself.
  let guest: GuestName?
  let trail: Trail

  /// A day as the calendar shows it.
  struct DayLine: Sendable, Hashable {
    let day: Day
    let free: Int
    let isOwn: Bool
    let isClosed: Bool

    /// «ср 25 · 7».
    func label(today: Day) -> String {
      (isOwn ? "✓ " : "") + "\(day.onButton(today: today)) · " + (isClosed ? "закрыт" : "\(free)")
    }
  }

  init(
    _ office: Office, officeName: String, employee: Employee, window: ClosedRange<Day>,
    guest: GuestName? = nil, trail: Trail
  ) {
    self.officeName = officeName
    self.guest = guest
    self.trail = trail
    today = window.lowerBound
    days = window.days.map { day in
      DayLine(
        day: day, free: office.freeSeats(on: day).count,
        isOwn: office.bookings(on: day).booking(ownedBy: employee.id) != nil,
        isClosed: office.isClosed(day))
    }
  }

  func render() -> Screen {
    Screen(
      picture: .standing(StandingPicture(.calendar, office: officeName, heading: "Выберите день")),
      caption: [
        guest.map { "Гость: <b>\($0.inText)</b>" } ?? "", "<b>На какой день?</b>",
        "Число после точки — сколько мест свободно\(days.contains(where: \.isOwn) ? ", ✓ — день, на который у вас есть бронь" : "").",
      ].lines(),
      rows: days.map { ScreenButton($0.label(today: today), .open(trail.to(place($0.day)))) }.rows(of: 2)
        + [[.back(trail)]],
      awaits: guest.map { .guest($0, on: nil, from: trail) })
  }

  private func place(_ day: Day) -> Place { guest == nil ? .day(day) : .guestDay(day) }
}
