public import Foundation

/// A message the bot owes to somebody; kept until delivered.
///
/// Made in the same transaction as its cause. It goes to the account that is linked when it is delivered.
public struct Notice: Sendable, Hashable, Identifiable {
  /// Identifier of a notice.
  public typealias ID = RecordID<Notice>

  /// To whom a notice is owed.
  public enum Recipient: Sendable, Hashable {
    /// The account that is linked to the name at delivery.
    case employee(Employee.ID)
    /// One account: an admin, or somebody who is not linked (any more).
    case account(AccountID)
  }

  /// Identifier of the notice.
  public let id: ID
  /// To whom.
  public let recipient: Recipient
  /// What it says.
  public var content: Content
  /// When its cause happened.
  public let createdAt: Date
  /// It is not delivered before this moment.
  public var dueAt: Date
  /// How often it was sent without an answer that says whether it arrived.
  public var unclearAttempts: Int
  /// Why it can never be delivered, and since when that is known; nil while it is owed.
  public var failure: Failure?

  /// Why a notice was given up.
  public struct Failure: Sendable, Hashable {
    /// Moment since which it is known.
    public let at: Date
    /// Why.
    public let reason: DeliveryFailure

    /// As stored.
    public init(at: Date, reason: DeliveryFailure) {
      self.at = at
      self.reason = reason
    }
  }

  /// A notice as stored; due at once unless it is said.
  public init(
    id: ID, recipient: Recipient, content: Content, createdAt: Date, dueAt: Date? = nil,
    unclearAttempts: Int = 0, failure: Failure? = nil
  ) {
    self.id = id
    self.recipient = recipient
    self.content = content
    self.createdAt = createdAt
    self.dueAt = dueAt ?? createdAt
    self.unclearAttempts = unclearAttempts
    self.failure = failure
  }
}

extension Notice {
  /// What a notice says.
  public enum Content: Sendable, Hashable, Codable {
    /// A freed seat is held for a seatless booking.
    case offer(Offer.ID)
    /// The offer of a seat went to the next one.
    case offerRanOut(BookingSummary, seat: Seat.ID)
    /// «Вы придёте?», about all of a person's bookings for a day.
    case attendanceQuestion(Day)
    /// The same again for those who have not answered.
    case attendanceReminder(Day)
    /// Bookings that were not confirmed in time are gone.
    case released([BookingSummary])
    /// An admin booked or moved something for the person.
    case bookedByAdmin(Booking.ID)
    /// An admin deleted bookings; with the reason, if one was given.
    case cancelledByAdmin(BookingSummary, reason: Reason)
    /// A seat was closed or removed; its booking stands first in the queue.
    case lostSeat(BookingSummary, reason: Reason)
    /// An admin booked several days for the person.
    case daysBookedByAdmin([Booking.ID])
    /// An admin entered an absence, which cancelled these bookings.
    case absenceEnteredByAdmin(from: Day, through: Day, [BookingSummary])
    /// An admin ended an absence.
    case absenceEndedByAdmin(from: Day, through: Day)
    /// An admin assigned a seat to the person.
    case seatAssigned(Seat.ID, on: [Weekday])
    /// A seat is the person's no longer.
    case seatUnassigned(Seat.ID)
    /// A plan did not get the wanted seats, or only a place in the queue; comes without sound.
    case planned([PlanOutcome])
    /// Silence lets the person's plan rest.
    case planRests
    /// A day was closed with all its bookings; nil if no reason was given.
    case dayClosed(Day, [BookingSummary], reason: Reason? = nil)
    /// To an admin: somebody waits to be let in. Changes what stands in the chat about that account's requests.
    case registrationRequested(RegistrationRequest.ID)
    /// To an admin: how many requests wait when they are too many for a message each. Edits the earlier such message.
    case requestsWait
    /// To an admin: as many strangers have asked as the office takes; the next one is turned away.
    case approvalClosed
    /// To an admin: an earlier message is about a request that waits no longer.
    case requestSettled(RequestSummary, message: Int64)
    /// To an admin: nobody waits of whom an earlier message told, or another message tells of them.
    case requestsSettled(message: Int64)
    /// To an admin: who registered in the past minutes.
    case registered([Employee.ID])
    /// To an account: it is let in.
    case registrationApproved
    /// To an account: it is not let in under that name.
    case registrationRefused(name: String)
    /// To an account: it no longer acts for a name.
    case unlinked(name: String, hasLeftGroup: Bool)
    /// To an account: its name was taken off the list.
    case removed(name: String)
    /// To an admin: a day that configuration closes still has bookings.
    case closedDayHasBookings(Day)
    /// To an admin: the company's group, whose members may register, is not what it was.
    case groupTrouble(GroupTrouble)
    /// To an admin: what went wrong between two moments.
    case errorDigest(from: Date, through: Date)
    /// To an admin: the office was restored from a snapshot, what happened after it may be lost.
    case recovered(snapshotAt: Date, through: Date)
    /// To an admin: the clock shows a time that is not believed, and the last one that was.
    case clockDoubted(shown: Date, lastBelieved: Date)
    /// To an admin: something about the running of the bot, in words ready to be read.
    case announcement(String)
  }
}

extension Notice {
  /// Pause, in seconds, before a notice that may have arrived is sent again. The first repetition comes soon, since
  /// most failures are short. Further ones wait for minutes, lest a person get the same message over and over.
  ///
  /// - Parameter count: the attempts so far, at least one.
  static func rest(afterUnclearAttempts count: Int) -> TimeInterval {
    guard count > 1 else { return firstRest }
    return min(longRest * pow(2, Double(min(count, 10) - 2)), longestRest)
  }

  private static let firstRest: TimeInterval = 10
  private static let longRest: TimeInterval = 10 * 60
  private static let longestRest: TimeInterval = 60 * 60
  /// A notice that is due later than this was put off by a clock that was wrong.
  static let putOffMax: TimeInterval = 86_400
}
