import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram

/// What admins look into besides the office itself, and what they send.
struct AdminRecords: Sendable {
  /// Entries of the journal, the newest first, so many at the most.
  var journal: @Sendable (JournalQuery, TimeZone, _ countMax: Int) async throws -> [JournalLine]
  /// How many entries of a kind, perhaps with a detail, are about days of a range.
  var journalCount: @Sendable (JournalRecord.Kind, _ detail: String?, ClosedRange<Day>) async throws -> Int
  /// What went wrong, the newest first.
  var errors: @Sendable () -> [ErrorGroup]
  /// The contents of a document that somebody sent.
  var document: @Sendable (FileID, _ bytesMax: Int) async throws(TelegramError) -> Data
}

extension AdminRecords {
  /// As they are kept.
  init(database: OfficeDatabase, errors: ErrorLog, api: any BotAPI) {
    self.init(
      journal: { try await database.journal($0, in: $1, atMost: $2) },
      journalCount: { try await database.journalCount(of: $0, detail: $1, about: $2) },
      errors: { errors.groups() },
      document: { id, bytesMax throws(TelegramError) in
        try await api.download(try await api.call(GetFile(fileID: id)), bytesMax: bytesMax)
      })
  }
}
