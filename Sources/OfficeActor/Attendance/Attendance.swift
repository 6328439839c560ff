public import Foundation

/// What became of the question whether somebody comes; stamped on the booking, so that nothing asks twice.
public struct Attendance: Sendable, Hashable {
  /// When the question was made.
  public var askedAt: Date?
  /// When it reached the owner.
  public var reachedAt: Date?
  /// When the reminder was made.
  public var remindedAt: Date?
  /// When the owner said «Приду», or accepted the offer of the seat.
  public var confirmedAt: Date?

  /// Whether the question was put and is not answered.
  public var isInQuestion: Bool { askedAt != nil && confirmedAt == nil }

  /// As stored.
  public init(
    askedAt: Date? = nil, reachedAt: Date? = nil, remindedAt: Date? = nil, confirmedAt: Date? = nil
  ) {
    self.askedAt = askedAt
    self.reachedAt = reachedAt
    self.remindedAt = remindedAt
    self.confirmedAt = confirmedAt
  }
}
