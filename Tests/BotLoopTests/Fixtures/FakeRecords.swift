import Foundation
import Logs
import OfficeActor
import Persistence
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

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
    dayCounts: { _ in
      Issue.record("nobody was to read the journal")
      return [:]
    },
    errors: {
      Issue.record("nobody was to look at errors")
      return []
    },
    document: { _, _ throws(TelegramError) in
      Issue.record("nobody was to fetch a document")
      throw .cancelled(method: "test")
    },
    keepNames: { _, _ in
      Issue.record("nobody was to be asked about names")
      return 0
    },
    keptNames: { _, _ in
      Issue.record("nobody was asked about names")
      return nil
    })

  /// Keeps names in memory.
  func keepingNames() -> AdminRecords {
    let lists = KeptNames()
    var records = self
    records.keepNames = { lists.keep($0, $1) }
    records.keptNames = { lists.names($0, $1) }
    return records
  }
}

/// Names that admins are asked about.
private final class KeptNames: Sendable {
  private let lists = Mutex<[(names: [EmployeeName], of: AccountID)]>([])

  func keep(_ names: [EmployeeName], _ account: AccountID) -> Int64 {
    lists.withLock { lists in
      lists.append((names, account))
      return Int64(lists.count)
    }
  }

  func names(_ number: Int64, _ account: AccountID) -> [EmployeeName]? {
    lists.withLock { lists in
      let index = Int(number) - 1
      guard lists.indices.contains(index), lists[index].of == account else { return nil }
      return lists[index].names
    }
  }
}
