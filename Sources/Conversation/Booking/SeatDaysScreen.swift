import FloorPlan
import OfficeActor

/// A seat that was typed without a day: the days on which it is free.
struct SeatDaysScreen: SceneView {
  let scene: Scene
  let seat: Seat
  let employee: Employee
  let trail: Trail

  func render() -> Screen {
    let free = office.rules.bookingWindow(at: scene.now).days.filter { day in
      !office.isClosed(day) && office.freeSeats(on: day).contains { $0.id == seat.id }
    }
    return Screen(
      picture: standing(.calendar, words.seatHeading(seat.id)),
      caption: free.isEmpty ? words.neverFree(seat.id) : words.whichDay(forSeat: seat.id),
      rows: free.map { day in
        let isOwn = office.bookings(on: day).booking(ownedBy: employee.id) != nil
        return ScreenButton(
          (isOwn ? "✓ " : "") + words.dayOnButton(day, today: scene.today),
          .book(seat.id, on: day, from: trail), isOwn ? nil : .success)
      }.rows(of: 2) + [[back(trail), menu]])
  }
}
