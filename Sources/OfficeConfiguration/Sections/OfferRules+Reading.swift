import OfficeActor

extension OfferRules {
  private static let spans = Duration.seconds(60)...Duration.seconds(24 * 3600)

  init(reading section: Section) {
    self.init()
    answerWithin = section.read("answer_within", .duration(Self.spans), or: answerWithin)
    answerWithinToday = section.read("answer_within_today", .duration(Self.spans), or: answerWithinToday)
    todayUntil = section.read("today_until", .timeOfDay, or: todayUntil)
    quietHours = section.read("quiet_hours", .quietHours, or: quietHours)
  }
}
