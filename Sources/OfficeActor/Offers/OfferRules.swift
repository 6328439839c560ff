public import Foundation

/// How long a freed seat waits for the one it is offered to.
public struct OfferRules: Sendable, Hashable {
  /// Time to answer, from the delivery on.
  public var answerWithin: Duration
  /// The same for a seat that is free today.
  public var answerWithinToday: Duration
  /// From then on nothing is offered for today.
  public var todayUntil: TimeOfDay
  /// They do not count as time to answer.
  public var quietHours: QuietHours

  /// Rules as configured.
  public init(
    answerWithin: Duration = .seconds(30 * 60), answerWithinToday: Duration = .seconds(10 * 60),
    todayUntil: TimeOfDay = TimeOfDay(hour: 15, minute: 0),
    quietHours: QuietHours = QuietHours(
      start: TimeOfDay(hour: 22, minute: 0), end: TimeOfDay(hour: 8, minute: 0))
  ) {
    self.answerWithin = answerWithin
    self.answerWithinToday = answerWithinToday
    self.todayUntil = todayUntil
    self.quietHours = quietHours
  }
}

extension OfficeRules {
  /// Whether seats that become free on a day are offered at a moment.
  public func offersSeats(on day: Day, at now: Date) -> Bool {
    let today = today(at: now)
    return day > today || day == today && now < offers.todayUntil.moment(on: day, in: timeZone)
  }

  /// When an offer for a day runs out whose time to answer begins at a moment: with the day at the latest.
  public func offerRunsOut(for day: Day, from start: Date) -> Date {
    let span = day <= today(at: start) ? offers.answerWithinToday : offers.answerWithin
    let answered = offers.quietHours.moment(span, after: start, in: timeZone)
    return min(answered, (day + 1).start(in: timeZone)).roundedToMilliseconds
  }
}
