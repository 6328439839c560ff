/// «Как обычно: пн, вт, чт · место 12»: what one tap books of a week.
public struct UsualWeek: Sendable, Hashable {
  /// The days of one week on which somebody usually comes and that they have not booked, soonest first.
  public let days: [Day]
  /// Their usual seat; nil if any will do.
  public let seat: Seat.ID?

  /// The command that books it.
  public var command: Command { .bookDays(SeveralDays(days, seat: seat)) }
}
