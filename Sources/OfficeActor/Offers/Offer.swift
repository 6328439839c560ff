public import Foundation

/// A freed seat, held for one seatless booking until it is answered or runs out.
public struct Offer: Sendable, Hashable, Identifiable {
  /// Identifier of an offer.
  public typealias ID = RecordID<Offer>

  /// Identifier of the offer.
  public let id: ID
  /// For which day.
  public let day: Day
  /// What is offered.
  public let seat: Seat.ID
  /// To whom.
  public let booking: Booking.ID
  /// Bookings whose owners were asked before about the same freeing of this seat; none is asked twice.
  public let askedBefore: [Booking.ID]
  /// When the seat was held for this booking.
  public let createdAt: Date
  /// When the person got the message; nil until Telegram has confirmed that.
  public var deliveredAt: Date?
  /// The message that asks, once it is delivered.
  public var message: Int64?
  /// When the offer passes to the next one. Begins anew with the delivery.
  public var runsOutAt: Date

  /// An offer as stored.
  public init(
    id: ID, day: Day, seat: Seat.ID, booking: Booking.ID, askedBefore: [Booking.ID] = [], createdAt: Date,
    deliveredAt: Date? = nil, message: Int64? = nil, runsOutAt: Date
  ) {
    self.id = id
    self.day = day
    self.seat = seat
    self.booking = booking
    self.askedBefore = askedBefore
    self.createdAt = createdAt
    self.deliveredAt = deliveredAt
    self.message = message
    self.runsOutAt = runsOutAt
  }
}
