/// When owners of bookings are asked whether they come, and when silence costs the seat.
public struct AttendanceRules: Sendable, Hashable {
  /// Whether anybody is asked at all.
  public var isEnabled: Bool
  /// When the question goes out, on the last open day before.
  public var askAt: TimeOfDay
  /// When those who have not answered are reminded.
  public var remindAt: TimeOfDay
  /// When the seats of those who have not answered are released.
  public var answerBy: TimeOfDay
  /// Nobody loses a seat who had the question for less than this.
  public var minimumTimeToAnswer: Duration

  /// Rules as configured.
  public init(
    isEnabled: Bool = true, askAt: TimeOfDay = TimeOfDay(hour: 12, minute: 0),
    remindAt: TimeOfDay = TimeOfDay(hour: 17, minute: 0),
    answerBy: TimeOfDay = TimeOfDay(hour: 19, minute: 0),
    minimumTimeToAnswer: Duration = .seconds(3600)
  ) {
    self.isEnabled = isEnabled
    self.askAt = askAt
    self.remindAt = remindAt
    self.answerBy = answerBy
    self.minimumTimeToAnswer = minimumTimeToAnswer
  }
}
