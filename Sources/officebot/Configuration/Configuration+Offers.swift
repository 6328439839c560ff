import OfficeActor

extension Configuration {
  /// How long a freed seat waits for the one it is offered to.
  struct Offers: Sendable, Hashable {
    var answerWithin = Duration.seconds(30 * 60)
    /// For a seat that is free today.
    var answerWithinToday = Duration.seconds(10 * 60)
    /// After this nothing is offered for today.
    var todayUntil = TimeOfDay(hour: 15, minute: 0)
    var quietHours = QuietHours(
      start: TimeOfDay(hour: 22, minute: 0), end: TimeOfDay(hour: 8, minute: 0))
  }
}

extension Configuration.Offers {
  private static let spans = Duration.seconds(60)...Duration.seconds(24 * 3600)

  init(reading section: Section) {
    self.init()
    answerWithin = section.read("answer_within", .duration(Self.spans), or: answerWithin)
    answerWithinToday = section.read("answer_within_today", .duration(Self.spans), or: answerWithinToday)
    todayUntil = section.read("today_until", .timeOfDay, or: todayUntil)
    quietHours = section.read("quiet_hours", .quietHours, or: quietHours)
  }
}
