import Foundation
import Logs
import OfficeActor
import Persistence
import Telegram
import Testing

@testable import BotLoop

extension AdminRecords {
  /// Fails the test whoever looks.
  static let unexpected = AdminRecords(
    journal: { _, _, _ in
      Issue.record("nobody was to read the journal")
      return []
    },
    journalCount: { _, _, _ in
      Issue.record("nobody was to read the journal")
      return 0
    },
    errors: {
      Issue.record("nobody was to look at errors")
      return []
    },
    document: { _, _ throws(TelegramError) in
      Issue.record("nobody was to fetch a document")
      throw .cancelled(method: "test")
    })
}
