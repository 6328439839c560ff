import OfficeActor
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("‹ Назад")
struct TrailTests {
  private static let day = Day(number: 20_782)
  private static let booking = Booking.ID(rawValue: 7)

  @Test(
    "goes where one came from, and from the first screen to the menu",
    arguments: [
      // the way there                                             what comes back, screen by screen
      ([.menu], [.menu]),
      ([.help], [.menu]),
      ([.menu, .calendar], [.menu, .menu]),
      ([.menu, .calendar, .day(day)], [.calendar, .menu]),
      ([.menu, .calendar, .day(day), .day(day, part: 1)], [.day(day), .calendar, .menu]),
      (
        [.menu, .calendar, .day(day), .booking(booking), .cancelling(booking)],
        [.booking(booking), .day(day)]
      ),
      ([.menu, .bookings(), .booking(booking), .day(day)], [.booking(booking), .bookings(), .menu]),
      ([.names(page: 2), .name(Employee.ID(rawValue: 1))], [.names(page: 2), .menu]),
    ] as [([Place], [Place])])
  func back(way: [Place], wanted: [Place]) {
    var trail = Trail(way[0])
    for place in way.dropFirst() { trail = trail.to(place) }
    #expect(trail.place == way.last)
    for place in wanted {
      trail = trail.back
      #expect(trail.place == place)
    }
  }

  @Test(
    "does not walk in circles: a screen one comes to again is gone back to",
    arguments: [
      ([.menu, .calendar, .day(day), .calendar], [.menu, .calendar]),
      ([.menu, .calendar, .menu], [.menu]),
      ([.menu, .calendar, .calendar], [.menu, .calendar]),
      ([.names(page: 0), .names(page: 1), .names(page: 2)], [.names(page: 2)]),
      ([.menu, .day(day), .day(day, part: 1), .day(day, part: 2)], [.menu, .day(day), .day(day, part: 2)]),
      ([.menu, .day(day), .day(day, part: 1), .day(day)], [.menu, .day(day)]),
      (
        [.menu, .bookings(), .booking(booking), .day(day), .booking(booking)],
        [.menu, .bookings(), .booking(booking)]
      ),
      ([.menu, .day(day), .day(day + 1)], [.menu, .day(day), .day(day + 1)]),
    ] as [([Place], [Place])])
  func circles(way: [Place], wanted: [Place]) {
    let trail = way.dropFirst().reduce(Trail(way[0])) { $0.to($1) }
    #expect(trail.behind + [trail.place] == wanted)
  }

  @Test("ends at the menu from anywhere, and no way is deeper than six screens")
  func ends() {
    for seed in 1...2_000 as ClosedRange<UInt64> {
      var buttons = RandomButtons(seed: seed)
      var trail = buttons.trail()
      #expect(trail.behind.count < Trail.depthMax, "seed \(seed)")
      for _ in 0...Trail.depthMax { trail = trail.back }
      #expect(trail == Trail(.menu), "seed \(seed)")
    }
  }
}
