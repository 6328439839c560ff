/// How a month was in the office: who came by day, how full each weekday was, and what was given back.
public struct StatisticsPicture: Sendable, Hashable {
  /// The most days that are drawn; what comes after them is left out.
  public static let daysMax = 31
  /// More than the largest office has in a month. Numbers above it are drawn as if they were it, and those
  /// below 0 as 0.
  public static let figureMax = 99_999

  /// One day of the month.
  public struct Day: Sendable, Hashable {
    /// The day of the month, 1 to 31.
    public var number: Int
    /// 1 for Monday to 7 for Sunday.
    public var weekday: Int
    /// How many people were there, guests and those without a seat included.
    public var presence: Int
    /// Whether the office was closed.
    public var isClosed: Bool

    /// A day with everything that is drawn of it.
    public init(number: Int, weekday: Int, presence: Int, isClosed: Bool = false) {
      self.number = number
      self.weekday = weekday
      self.presence = presence
      self.isClosed = isClosed
    }
  }

  /// The month: «ноябрь 2026».
  public var month: String
  /// How many seats the office has.
  public var seats: Int
  /// The month's days from the first on.
  public var days: [Day]
  /// How many of a hundred seats were used on a Monday, a Tuesday and so on; nil for a weekday on which the
  /// office was never open.
  public var usedPercent: [Int?]
  /// How many bookings were released because the attendance question was not answered.
  public var released: Int
  /// How many bookings their owners gave up with «Не приду».
  public var declined: Int

  /// What is written besides.
  public var labels: StatisticsLabels

  /// The statistics of a month.
  public init(
    month: String, seats: Int, days: [Day], usedPercent: [Int?], released: Int, declined: Int,
    labels: StatisticsLabels
  ) {
    self.month = month
    self.seats = seats
    self.days = days
    self.usedPercent = usedPercent
    self.released = released
    self.declined = declined
    self.labels = labels
  }

  /// A number as it is drawn.
  static func drawn(_ figure: Int) -> Int { min(max(figure, 0), figureMax) }
}
