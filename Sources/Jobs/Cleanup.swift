public import Foundation
public import OfficeActor
public import Persistence

/// The daily cleanup: forgets what is older than configuration wants it kept.
///
/// In small steps, each a transaction of its own, so that nobody's booking waits behind it.
public struct Cleanup: Sendable {
  /// How long things are kept, in days.
  public struct Retention: Sendable, Hashable {
    /// Bookings of past days.
    public var bookingsDays: Int
    /// Entries of the journal.
    public var journalDays: Int

    /// As configured.
    public init(bookingsDays: Int, journalDays: Int) {
      self.bookingsDays = bookingsDays
      self.journalDays = journalDays
    }
  }

  /// Telegram delivers no update again after a day, and its ids may begin anew after a silent week.
  public static let handledUpdatesDays = 7
  /// Rows removed in one step.
  public static let stepRowsMax = 200

  private let state: OfficeState
  private let database: OfficeDatabase
  private let retention: Retention
  private let now: @Sendable () -> Date

  /// The cleanup of an office.
  public init(
    state: OfficeState, database: OfficeDatabase, retention: Retention, now: @escaping @Sendable () -> Date
  ) {
    self.state = state
    self.database = database
    self.retention = retention
    self.now = now
  }

  /// Cleans up; done again it finds nothing left to do.
  public func run() async throws {
    let rules = state.office.rules
    let today = rules.today(at: now())
    let firstKept = today + -retention.bookingsDays
    while state.office.hasBookings(before: firstKept) {
      _ = try await state.perform(.forgetBookings(before: firstKept), by: .bot)
    }
    let journalKept = (today + -retention.journalDays).start(in: rules.timeZone)
    while try database.forgetJournal(before: journalKept, atMost: Self.stepRowsMax) > 0 { await Task.yield() }
    let updatesKept = (today + -Self.handledUpdatesDays).start(in: rules.timeZone)
    while true {
      let old = try database.requests(handledBefore: updatesKept, atMost: Self.stepRowsMax)
      if old.isEmpty { return }
      try await state.forget(old)
    }
  }
}

extension OfficeDatabase: JobHistory {}
