/// Several days that are booked for one person in one step (rule 16).
public struct SeveralDays: Sendable, Hashable {
  /// More days than anybody can choose.
  public static let daysMax = 100

  /// Which days, soonest first, each once.
  public let days: [Day]
  /// Who comes.
  public var presence: Presence
  /// The wanted seat; nil if any will do.
  public var seat: Seat.ID?
  /// «Только это место»: where it is taken, no other is booked.
  public var onlyThisSeat: Bool
  /// «Без места, если всё занято».
  public var seatlessIfFull: Bool
  /// Whether days that one has already move to the wanted seat where it is free; otherwise they are left.
  public var movesOwn: Bool
  /// Whether seats that would be left may go to the queue.
  public var isConfirmed: Bool

  /// What is asked for; any seat for oneself unless more is said.
  public init(
    _ days: [Day], for presence: Presence = .oneself, seat: Seat.ID? = nil,
    onlyThisSeat: Bool = false, seatlessIfFull: Bool = false, movesOwn: Bool = false,
    isConfirmed: Bool = false
  ) {
    self.days = Array(Set(days).sorted().prefix(Self.daysMax))
    self.presence = presence
    self.seat = seat
    self.onlyThisSeat = onlyThisSeat
    self.seatlessIfFull = seatlessIfFull
    self.movesOwn = movesOwn
    self.isConfirmed = isConfirmed
  }
}

/// What one of several days comes to.
public struct DayAnswer: Sendable, Hashable {
  /// Which day.
  public let day: Day
  /// What becomes, or became, of it.
  public let answer: Answer

  /// What one of several days comes to.
  public enum Answer: Sendable, Hashable {
    /// The wanted seat, or any.
    case seat(Seat.ID)
    /// The nearest free seat, because the wanted one cannot be had.
    case nearest(Seat.ID, because: Rejection)
    /// A place in the queue; because the wanted seat cannot be had, if one was wanted.
    case queue(because: Rejection?)
    /// From another seat, or from the queue, to the wanted one.
    case move(from: Seat.ID?, to: Seat.ID)
    /// One has the day already; it is left as it is.
    case present(Booking)
    /// Nothing.
    case no(Rejection)
  }
}
