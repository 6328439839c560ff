import Foundation

/// Until when questions can be answered, and which of them silence costs the seat.
///
/// A whole office is asked at one moment, and every change of the office makes the deadlines look at all of it again.
/// What the rules say for one moment is therefore computed once.
struct AnswerTimes {
  private let rules: OfficeRules
  private var configured: [Date: Date] = [:]

  init(_ rules: OfficeRules) { self.rules = rules }

  /// As the question said, or later if the rules say so by now.
  mutating func answerBy(of booking: Booking) -> Date {
    guard let asked = booking.attendance.askedAt else { return .distantFuture }
    let configured = configured(askedAt: asked)
    return max(booking.attendance.answerBy ?? configured, configured)
  }

  /// When silence costs the seat; nil if it never does: the question has not reached its owner the minimum time
  /// before its own deadline. One that came later costs nothing on any day.
  mutating func release(of booking: Booking) -> Date? {
    guard booking.attendance.isInQuestion, let reached = booking.attendance.reachedAt else { return nil }
    let deadline = answerBy(of: booking)
    return reached + rules.attendance.minimumTimeToAnswer.seconds <= deadline ? deadline : nil
  }

  /// Whether silence has cost the seat by a moment.
  mutating func isDue(_ booking: Booking, at now: Date) -> Bool {
    release(of: booking).map { $0 <= now } ?? false
  }

  private mutating func configured(askedAt asked: Date) -> Date {
    if let known = configured[asked] { return known }
    let moment = rules.attendance.answerBy.moment(on: rules.today(at: asked), in: rules.timeZone)
    configured[asked] = moment
    return moment
  }
}
