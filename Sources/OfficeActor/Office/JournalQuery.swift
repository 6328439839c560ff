public import Foundation

/// An entry of the journal as it was written.
public struct JournalLine: Sendable, Hashable {
  /// Newer entries have higher numbers.
  public let id: Int64
  /// When it happened.
  public let at: Date
  /// The account that did it; nil for the bot itself.
  public let actor: AccountID?
  /// What happened.
  public let record: JournalRecord

  /// An entry, for tests.
  public init(id: Int64, at: Date, actor: AccountID?, record: JournalRecord) {
    self.id = id
    self.at = at
    self.actor = actor
    self.record = record
  }
}

/// Position in the journal from which it is read.
public enum JournalPosition: Sendable, Hashable {
  /// From the newest entry on.
  case newest
  /// What is older than an entry.
  case before(Int64)
  /// What is newer than an entry.
  case after(Int64)
}

/// Selects entries of the journal.
public struct JournalQuery: Sendable, Hashable {
  /// What happened to one person; nil for everybody.
  public var employee: Employee.ID?
  /// What is about a seat, those left behind included; nil for all seats.
  public var seat: Seat.ID?
  /// What happened on a day or is about it; nil for all days.
  public var day: Day?
  /// Nil for all kinds.
  public var kinds: Set<JournalRecord.Kind>?
  /// Next to which entry.
  public var position: JournalPosition

  /// A query; without anything said, all of the journal.
  public init(
    employee: Employee.ID? = nil, seat: Seat.ID? = nil, day: Day? = nil,
    kinds: Set<JournalRecord.Kind>? = nil, position: JournalPosition = .newest
  ) {
    self.employee = employee
    self.seat = seat
    self.day = day
    self.kinds = kinds
    self.position = position
  }
}
