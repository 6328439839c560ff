public import Foundation
public import OfficeActor
public import Persistence

/// The daily cleanup: forgets what is older than configuration wants it kept.
///
/// It works in small steps, each a transaction of its own, so that bookings do not wait behind it.
public struct Cleanup: Sendable {
  /// How long things are kept, in days.
  public struct Retention: Sendable, Hashable {
    /// Bookings of past days.
    public var bookingsDays: Int
    /// Entries of the journal.
    public var journalDays: Int
    /// Notices that could not be delivered.
    public var noticesDays: Int

    /// As configured.
    public init(bookingsDays: Int, journalDays: Int, noticesDays: Int) {
      self.bookingsDays = bookingsDays
      self.journalDays = journalDays
      self.noticesDays = noticesDays
    }
  }

  /// Requests to be registered count for 24 hours after they were made, refusals after they were said, in seconds.
  public static let registrationRequestsKeptFor: TimeInterval = 86_400
  /// Telegram delivers no update again after a day, and its ids may begin anew after a silent week.
  public static let handledUpdatesDays = 7
  /// What the bot remembers of a chat that nobody uses, and of a picture, costs one more message or upload.
  public static let chatsDays = 90
  /// Rows removed in one step.
  public static let stepRowsMax = 200

  private let state: OfficeState
  private let database: OfficeDatabase
  private let chats: ChatStore
  private let retention: Retention
  private let now: @Sendable () -> Date

  /// The cleanup of an office.
  public init(
    state: OfficeState, database: OfficeDatabase, chats: ChatStore, retention: Retention,
    now: @escaping @Sendable () -> Date
  ) {
    self.state = state
    self.database = database
    self.chats = chats
    self.retention = retention
    self.now = now
  }

  /// Cleans up; done again it finds nothing left to do.
  ///
  /// - Throws: an error of the storage; what was removed until then stays removed.
  public func run() async throws {
    let rules = state.office.rules
    let today = rules.today(at: now())
    func firstKept(_ days: Int) -> Date { (today + -days).start(in: rules.timeZone) }
    let firstDay = today + -retention.bookingsDays
    while state.office.hasBookings(before: firstDay) {
      _ = try await state.perform(.forgetBookings(before: firstDay), by: .bot)
    }
    while state.office.hasReleased(before: today) {
      _ = try await state.perform(.forgetReleased(before: today), by: .bot)
    }
    while state.office.hasPlanning(before: today) {
      _ = try await state.perform(.forgetPlanning(before: today), by: .bot)
    }
    let notices = firstKept(retention.noticesDays)
    while !state.office.noticesGivenUp(before: notices).isEmpty {
      _ = try await state.perform(.forgetNotices(before: notices), by: .bot)
    }
    let counted = now() - Self.registrationRequestsKeptFor
    while !state.office.requests(settledBefore: counted).isEmpty {
      _ = try await state.perform(.forgetRequests(settledBefore: counted), by: .bot)
    }
    try await forgetRequests(before: firstKept(Self.handledUpdatesDays))
    let journal = firstKept(retention.journalDays)
    while try database.forgetJournal(before: journal, atMost: Self.stepRowsMax) > 0 { await Task.yield() }
    while try database.shrink() { await Task.yield() }
    while try await chats.forget(before: firstKept(Self.chatsDays), atMost: Self.stepRowsMax) {}
    while try await chats.shrink() {}
  }

  private func forgetRequests(before moment: Date) async throws {
    while case let old = try database.requests(handledBefore: moment, atMost: Self.stepRowsMax), !old.isEmpty
    {
      try await state.forget(old)
    }
  }
}

extension OfficeDatabase: JobHistory {}
