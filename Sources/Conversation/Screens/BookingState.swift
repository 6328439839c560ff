import OfficeActor

/// A booking with what the office knows about it: its place in the queue, and what it is offered.
struct BookingState: Sendable {
  let booking: Booking
  /// Beginning at 1; nil if it has a seat.
  let placeInQueue: Int?
  let offer: Offer?
  /// «2-й в очереди»; empty if it has a seat.
  let inQueue: String

  init(_ booking: Booking, in scene: Scene) {
    self.booking = booking
    placeInQueue = scene.office.placeInQueue(of: booking)
    offer = scene.office.bookings(on: booking.day).offer(to: booking.id)
    inQueue = placeInQueue.map(scene.words.inQueue) ?? ""
  }
}
