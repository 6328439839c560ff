public import Foundation

/// «Мои дни»: the weekdays on which an employee comes; booked by the bot when the day opens (rule 17).
public struct Plan: Sendable, Hashable, Identifiable {
  /// What somebody wants on a weekday.
  public struct Wish: Sendable, Hashable {
    /// The wanted seat; nil if any will do.
    public let seat: Seat.ID?
    /// Since when it is wanted: the older wish goes before the younger.
    public let since: Date

    /// A wish as stored.
    public init(seat: Seat.ID?, since: Date) {
      self.seat = seat
      self.since = since
    }
  }

  /// Why a plan books nothing for the time being.
  public enum Rest: String, Sendable, Hashable, Codable {
    /// «Пауза».
    case paused
    /// Too many bookings in a row were released without an answer.
    case silence
  }

  /// So many releases in a row for silence let a plan rest.
  public static let silentReleasesMax = 3

  /// Whose it is. It belongs to the name, whoever is linked to it.
  public let id: Employee.ID
  /// Since when there is one: the older plan goes before the younger.
  public let createdAt: Date
  /// Never empty: a plan without days is none.
  public var days: [Weekday: Wish]
  /// Nil while it books.
  public var rest: Rest?
  /// Releases since the last answer.
  public var silentReleases: Int
  /// What came of it when it booked last.
  public var last: PlanOutcome?

  /// A plan as stored.
  public init(
    of employee: Employee.ID, createdAt: Date, days: [Weekday: Wish], rest: Rest? = nil,
    silentReleases: Int = 0, last: PlanOutcome? = nil
  ) {
    id = employee
    self.createdAt = createdAt
    self.days = days
    self.rest = rest
    self.silentReleases = silentReleases
    self.last = last
  }

  /// Its weekdays, Monday first.
  public var weekdays: [Weekday] { Weekday.allCases.filter { days[$0] != nil } }
}

/// What a plan is to say about a weekday.
public enum PlanChange: Sendable, Hashable {
  /// One comes; any seat will do.
  case any
  /// One comes, and wants this seat.
  case seat(Seat.ID)
  /// One does not come.
  case remove
}

/// What came of a plan on a day that opened.
public struct PlanOutcome: Sendable, Hashable, Codable {
  /// Which day.
  public let day: Day
  /// The seat that was wanted; nil if any would have done.
  public let wanted: Seat.ID?
  /// The seat that was booked; nil for a place in the queue.
  public let seat: Seat.ID?
  /// Why it is not the wanted one; nil if it is, or if any would have done.
  public let reason: Reason?

  /// Why somebody did not get the seat they wanted.
  public enum Reason: Sendable, Hashable, Codable {
    /// The other one had it more often in the past eight weeks.
    case satThereMoreOften(Employee.ID)
    /// The other one has wanted it for longer.
    case wishedEarlier(Employee.ID)
    /// It is the other one's assigned seat.
    case assigned(Employee.ID)
    /// Somebody had booked it before the day opened for plans.
    case booked(Employee.ID)
    /// It is held for somebody who waits.
    case held
    /// An admin has closed it.
    case closed
    /// The office has it no longer.
    case gone
  }

  /// An outcome as stored.
  public init(day: Day, wanted: Seat.ID?, seat: Seat.ID?, reason: Reason? = nil) {
    self.day = day
    self.wanted = wanted
    self.seat = seat
    self.reason = reason
  }
}

/// A wanted seat that a plan got: who got theirs least often goes first among those who did not.
public struct GrantedWish: Sendable, Hashable {
  /// Whose plan.
  public let employee: Employee.ID
  /// On which day.
  public let day: Day

  /// A granted wish as stored.
  public init(employee: Employee.ID, day: Day) {
    self.employee = employee
    self.day = day
  }
}

/// Why the bot booked something when a day opened.
public enum Opening: Sendable, Hashable {
  /// It is the owner's assigned seat.
  case assigned
  /// It is in the owner's plan, with a wanted seat or without.
  case plan(wanted: Seat.ID?)
}
