public import Foundation

/// What became of the question whether somebody comes; stamped on the booking, so that nothing asks twice.
public struct Attendance: Sendable, Hashable {
  /// When the question was made.
  public var askedAt: Date?
  /// Until when the owner may answer, as the question says; later where nobody could be heard then. Nil for a
  /// question of a version that did not note it.
  public var answerBy: Date?
  /// When it reached the owner, with the time to answer; nil if it has not, or came too late.
  public var reachedAt: Date?
  /// When the reminder was made.
  public var remindedAt: Date?
  /// When the owner said «Приду», or accepted the offer of the seat.
  public var confirmedAt: Date?

  /// Whether the question was put and is not answered.
  public var isInQuestion: Bool { askedAt != nil && confirmedAt == nil }

  /// As stored.
  public init(
    askedAt: Date? = nil, answerBy: Date? = nil, reachedAt: Date? = nil, remindedAt: Date? = nil,
    confirmedAt: Date? = nil
  ) {
    self.askedAt = askedAt
    self.answerBy = answerBy
    self.reachedAt = reachedAt
    self.remindedAt = remindedAt
    self.confirmedAt = confirmedAt
  }
}
