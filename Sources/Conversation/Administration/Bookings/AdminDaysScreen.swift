import FloorPlan
import OfficeActor

/// «Брони»: the booking window with the number of bookings of each day, and the way to days that are over; also the
/// choice of a day to book for somebody.
struct AdminDaysScreen: AdminView {
  let scene: AdminScene
  /// Whom to book for; nil to look at the bookings.
  var employee: Employee?

  func render() -> Screen {
    scene.screen(
      words.bookings, .calendar,
      caption: employee.map { words.whichDay(for: $0.name.text) } ?? words.bookingsOnDays(),
      rows: days.map { day in button(day) }.rows(of: 2) + (employee == nil ? more : []),
      awaitsText: employee == nil)
  }

  private var more: [[ScreenButton]] {
    [
      office.hasBookings(before: scene.today)
        ? [scene.button(words.earlier, .daysBefore(scene.today))] : [],
      [scene.button(words.whoIsExpected, .expected())],
    ]
  }

  /// The window, and days after it that an admin has closed in advance or that have bookings.
  private var days: [Day] {
    guard employee == nil else { return scene.window.days.filter { !scene.office.isClosed($0) } }
    let later = Set(scene.office.bookedDays).union(scene.office.closedDays)
      .filter { $0 > scene.window.upperBound }.sorted()
    return scene.window.days + later.prefix(Self.laterDaysMax)
  }

  private static let laterDaysMax = 14

  private func button(_ day: Day) -> ScreenButton {
    let name = words.dayOnButton(day, today: scene.today)
    if let employee {
      let isTaken = office.bookings(on: day).booking(ownedBy: employee.id) != nil
      return scene.button(
        (isTaken ? "✓ " : "") + "\(name) · \(office.freeSeats(on: day).count)",
        .seatFor(employee.id, on: day))
    }
    let count = office.bookings(on: day).all.count
    return scene.button(
      "\(name) · " + (office.isClosed(day) ? words.closedWithBookings(count) : "\(count)"), .day(day))
  }
}
