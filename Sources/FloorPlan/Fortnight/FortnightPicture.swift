/// The coming weeks as one person sees them: a grid of Monday to Sunday, a cell a day.
public struct FortnightPicture: Sendable, Hashable {
  /// What a day is to the person; told by colour and by sign.
  public enum State: Sendable, Hashable {
    /// They have a seat.
    case seat(String)
    /// A seat is offered to them, and waits for the answer.
    case offered(String)
    /// They wait for a seat, at this place in the queue, beginning at 1.
    case queue(Int)
    /// They are away.
    case away
    /// They have no booking, and this many seats are free.
    case free(Int)
    /// The office is closed.
    case closed
    /// The day is over, or not open yet.
    case outside
  }

  /// A cell of the grid.
  public struct Cell: Sendable, Hashable {
    /// The day of the month, 1 to 31.
    public var number: Int
    /// What the day is to the person.
    public var state: State
    /// How many guests they have that day.
    public var guests: Int
    /// Whether it is today.
    public var isToday: Bool

    /// A day with everything that is drawn of it.
    public init(number: Int, state: State, guests: Int = 0, isToday: Bool = false) {
      self.number = number
      self.state = state
      self.guests = guests
      self.isToday = isToday
    }
  }

  /// The most weeks that are drawn; what comes after them is left out.
  public static let weeksMax = 4

  /// What the screen is about: «Меню».
  public var title: String
  /// The line under it: the office's name.
  public var subtitle: String
  /// Short names of the weekdays, Monday first.
  public var weekdays: [String]
  /// The days from a Monday on, whole weeks.
  public var cells: [Cell]

  /// A picture of whole weeks.
  ///
  /// - Parameter weekdays: short names, Monday first.
  public init(title: String, subtitle: String, weekdays: [String], cells: [Cell]) {
    precondition(weekdays.count == 7 && cells.count.isMultiple(of: 7), "weeks are whole")
    self.title = title
    self.subtitle = subtitle
    self.weekdays = weekdays
    self.cells = Array(cells.prefix(7 * Self.weeksMax))
  }
}
