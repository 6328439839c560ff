import FloorPlan
import OfficeActor

/// A day's floor as one person sees it, or an admin; the picture of every screen about that day.
struct DayFloor: Sendable {
  let day: Day
  /// All seats with what they look like to the person.
  let seats: [PictureSeat]
  /// Seats that can be booked; none on a closed day.
  let free: [Seat]
  let isClosed: Bool
  private let words: any Words

  /// - Parameters:
  ///   - employee: whose seats are marked, if anybody's.
  ///   - label: what is written on a booked seat, if anything.
  init(
    _ scene: Scene, day: Day, employee: Employee?, label: (Booking) -> String? = { _ in nil }
  ) {
    let office = scene.office
    let bookings = office.bookings(on: day)
    let isClosed = office.isClosed(day)
    let isOwn = { (booking: Booking) in booking.owner == employee?.id }
    self.day = day
    words = scene.words
    self.isClosed = isClosed
    free = isClosed ? [] : office.freeSeats(on: day)
    seats = office.seats.map { seat in
      let booking = bookings.booking(of: seat.id)
      let state: SeatState =
        if let booking {
          isOwn(booking) ? .own : .taken
        } else if isClosed || office.closure(of: seat.id, on: day) != nil {
          .closed
        } else if let offer = bookings.offer(of: seat.id) {
          bookings[offer.booking].map(isOwn) == true ? .heldForYou : .held
        } else {
          .free
        }
      return PictureSeat(id: seat.id.rawValue, zone: seat.zone, state: state, label: booking.flatMap(label))
    }
  }

  var picture: Picture { picture(subtitle: summary) }

  /// - Parameter part: which of the floor's parts is shown, if not all of it.
  func picture(subtitle: String? = nil, part: Int? = nil) -> Picture {
    .floor(
      FloorPicture(
        title: words.day(day), subtitle: subtitle ?? summary, seats: seats, part: part, legend: words.legend))
  }

  /// «Свободно 7 из 60».
  var summary: String { isClosed ? words.officeIsClosed : words.free(free.count, of: seats.count) }
}
