/// What is written on the picture of a month's statistics, besides names and numbers.
public struct StatisticsLabels: Sendable, Hashable {
  var title: String
  var presence: String
  var nobody: String
  var allSeats: String
  var weekend: String
  var closed: String
  /// Monday first.
  var weekdays: [String]
  var used: String
  var released: String
  var declined: String

  /// Labels in one language.
  ///
  /// - Parameter weekdays: short names, Monday first.
  public init(
    title: String, presence: String, nobody: String, allSeats: String, weekend: String, closed: String,
    weekdays: [String], used: String, released: String, declined: String
  ) {
    precondition(weekdays.count == 7, "a week has seven days")
    self.title = title
    self.presence = presence
    self.nobody = nobody
    self.allSeats = allSeats
    self.weekend = weekend
    self.closed = closed
    self.weekdays = weekdays
    self.used = used
    self.released = released
    self.declined = declined
  }
}
