import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram

/// What admins look into besides the office itself, and what they send.
struct AdminRecords: Sendable {
  /// Entries of the journal, the newest first, at most a number of them.
  var journal: @Sendable (JournalQuery, TimeZone, _ countMax: Int) async throws -> [JournalLine]
  /// How many entries of a kind, perhaps with a detail, are about days of a range.
  var journalCount: @Sendable (JournalRecord.Kind, _ detail: String?, ClosedRange<Day>) async throws -> Int
  /// How many people came on days of a range, as the journal tells it.
  var dayCounts: @Sendable (ClosedRange<Day>) async throws -> [Day: DayCount]
  /// What went wrong, the newest first.
  var errors: @Sendable () -> [ErrorGroup]
  /// The contents of a document that somebody sent.
  var document: @Sendable (FileID, _ bytesMax: Int) async throws(TelegramError) -> Data
  /// Keeps names that an admin is asked about, under the number that it returns.
  var keepNames: @Sendable ([EmployeeName], AccountID) async throws -> Int64
  /// The names that an admin was asked about under a number; nil if they are forgotten.
  var keptNames: @Sendable (Int64, AccountID) async throws -> [EmployeeName]?
}

extension AdminRecords {
  /// As they are kept.
  init(database: OfficeDatabase, chats: ChatStore, errors: ErrorLog, api: any BotAPI) {
    self.init(
      journal: { try await database.journal($0, in: $1, atMost: $2) },
      journalCount: { try await database.journalCount(of: $0, detail: $1, about: $2) },
      dayCounts: { try await database.dayCounts(of: $0) },
      errors: { errors.groups() },
      document: { id, bytesMax throws(TelegramError) in
        try await api.download(try await api.call(GetFile(fileID: id)), bytesMax: bytesMax)
      },
      keepNames: { try await chats.keep(names: $0.map(\.text), of: $1.rawValue) },
      keptNames: { try await chats.names($0, of: $1.rawValue)?.compactMap(EmployeeName.init) })
  }
}
