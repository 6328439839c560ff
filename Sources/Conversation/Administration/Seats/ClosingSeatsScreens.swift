import FloorPlan
import OfficeActor

/// Why seats are to be closed.
struct ClosingReasonScreen: AdminView {
  let scene: AdminScene
  let seats: ClosingSeats
  /// The next step, without a reason.
  let next: AdminPlace

  func render() -> Screen {
    scene.screen(
      words.closeSeat,
      caption: [seats.heading, seats.hit, words.typeClosingReason].lines(),
      rows: [[scene.button(words.withoutReason, next)]], awaitsText: true)
  }
}

/// Until when seats are to be closed.
struct ClosingUntilScreen: AdminView {
  let scene: AdminScene
  let seats: ClosingSeats
  /// The next step, with the last day.
  let next: (Day?) -> AdminPlace

  func render() -> Screen {
    scene.screen(
      words.closeSeat, caption: [seats.heading, seats.hit, words.untilWhen].lines(),
      rows: [
        [scene.button(words.today, next(scene.today)), scene.button(words.untilOpened, next(nil))]
      ]
        + scene.window.days.dropFirst().map {
          scene.button(words.dayOnButton($0, today: scene.today), next($0))
        }.rows(of: 3), awaitsText: true)
  }
}

/// «Закрыть место 12?», with what it costs.
struct ClosingQuestionScreen: AdminView {
  let scene: AdminScene
  let seats: ClosingSeats
  let through: Day?
  let yes: AdminAction

  func render() -> Screen {
    let hit = seats.bookings(through: through)
    let people = Set(hit.map(\.owner)).count
    var screen = scene.question(
      words.closeSeat,
      caption: [
        seats.heading, words.closedSpan(from: scene.today, through: through),
        words.closingSeatsCost(bookings: hit.count, people: people),
      ].lines(),
      yes: scene.button(words.yesClose, yes, .danger))
    screen.awaits = scene.entry
    return screen
  }
}

/// Seats that are about to be closed together, one or more.
struct ClosingSeats: AdminView {
  let scene: AdminScene
  /// In the order of the configuration.
  let seats: [Seat.ID]
  let reason: String

  private static let seatsNamedMax = 12
  private static let daysNamedMax = 5

  /// «Закрыть места 12, 13»: ремонт».
  var heading: Markup {
    let named = seats.prefix(Self.seatsNamedMax).map(\.rawValue).joined(separator: ", ")
    return words.closing(
      named, more: max(0, seats.count - Self.seatsNamedMax), count: seats.count, reason: reason)
  }

  /// All bookings there are, on whatever day.
  var hit: Markup {
    let days = Set(bookings(through: nil).map(\.day)).sorted()
    return words.bookingsHit(
      Array(days.prefix(Self.daysNamedMax)), moreDays: max(0, days.count - Self.daysNamedMax),
      count: bookings(through: nil).count, seats: seats.count)
  }

  func bookings(through last: Day?) -> [Booking] {
    seats.flatMap { office.bookings(of: $0, from: scene.today) }
      .filter { booking in last.map { booking.day <= $0 } ?? true }
  }
}
