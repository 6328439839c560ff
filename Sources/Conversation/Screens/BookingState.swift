import OfficeActor

/// A booking with what the office knows about it: its place in the queue, and what it is offered.
struct BookingState: Sendable, Hashable {
  let booking: Booking
  /// Beginning at 1; nil if it has a seat.
  let placeInQueue: Int?
  let offer: Offer?

  init(_ booking: Booking, in office: Office) {
    self.booking = booking
    placeInQueue = office.placeInQueue(of: booking)
    offer = office.bookings(on: booking.day).offer(to: booking.id)
  }

  /// «2-й в очереди»; empty if it has a seat.
  var inQueue: String { placeInQueue.map { "\($0)-й в очереди" } ?? "" }
}
