public import Foundation

/// The part of the day, perhaps over midnight, in which people are not disturbed.
public struct QuietHours: Sendable, Hashable {
  /// The first quiet minute.
  public var start: TimeOfDay
  /// The first minute that is not quiet.
  public var end: TimeOfDay

  /// - Precondition: `start` and `end` differ.
  public init(start: TimeOfDay, end: TimeOfDay) {
    precondition(start != end, "quiet hours begin and end at different times")
    self.start = start
    self.end = end
  }

  /// Whether people are not to be disturbed at a moment.
  public func contains(_ moment: Date, in timeZone: TimeZone) -> Bool {
    span(around: moment, in: timeZone) != nil
  }

  /// The moment that is `span` of waking time after a given one: quiet hours do not count.
  public func moment(_ span: Duration, after moment: Date, in timeZone: TimeZone) -> Date {
    var moment = moment
    var left = span.seconds
    while true {
      if let quiet = self.span(around: moment, in: timeZone) { moment = quiet.upperBound }
      let today = Day(containing: moment, in: timeZone)
      let starts = [today, today + 1].map { start.moment(on: $0, in: timeZone) }
      guard let next = starts.first(where: { $0 > moment }), next - left < moment else {
        return moment + left
      }
      left -= next.timeIntervalSince(moment)
      moment = next
    }
  }

  /// The quiet span that a moment is in.
  private func span(around moment: Date, in timeZone: TimeZone) -> Range<Date>? {
    let today = Day(containing: moment, in: timeZone)
    for day in [today + -1, today] {
      let from = start.moment(on: day, in: timeZone)
      let to = end.moment(on: start < end ? day : day + 1, in: timeZone)
      if from < to, (from..<to).contains(moment) { return from..<to }
    }
    return nil
  }
}

extension Duration {
  /// In seconds, with their fraction.
  var seconds: TimeInterval {
    let (seconds, attoseconds) = components
    return TimeInterval(seconds) + TimeInterval(attoseconds) * 1e-18
  }
}
