import Foundation

/// Rules 8 and 9: what came due while nobody could be heard.
extension Office {
  mutating func resumeDeadlines(by principal: Principal, at now: Date) throws(Rejection) -> [Event] {
    try checkBot(principal)
    let today = rules.today(at: now)
    for var offer in offers.sorted(by: { $0.id < $1.id }) where offer.runsOutAt <= now && offer.day >= today {
      offer.runsOutAt = rules.offerRunsOut(for: offer.day, from: now)
      put(offer)
    }
    guard rules.attendance.isEnabled else { return [] }
    var times = AnswerTimes(rules)
    let due = days.filter { $0.key >= today }.flatMap(\.value.inQuestion).filter { times.isDue($0, at: now) }
    for var booking in due.sorted(by: { $0.id < $1.id }) {
      booking.attendance.answerBy =
        (now + rules.attendance.minimumTimeToAnswer.seconds).roundedToMilliseconds
      put(booking)
    }
    return []
  }
}
