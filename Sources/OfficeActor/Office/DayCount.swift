/// How many came on a day, as the journal tells it: for days whose bookings are no longer kept.
public struct DayCount: Sendable, Hashable {
  /// Guests and those without a seat included.
  public let people: Int
  /// Seats that were taken.
  public let seats: Int

  /// A count.
  public init(people: Int, seats: Int) {
    self.people = people
    self.seats = seats
  }
}
