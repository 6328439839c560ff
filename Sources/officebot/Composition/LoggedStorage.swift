import Logs
import OfficeActor

/// Storage that logs every business event as soon as it is durable.
struct LoggedStorage: OfficeStorage {
  let storage: any OfficeStorage
  let events: EventLog

  func commit(_ transaction: Transaction) throws(CommitFailure) {
    try storage.commit(transaction)
    for entry in transaction.journal {
      let record = JournalRecord(entry.event)
      events.write(at: entry.at, kind: record.kind.rawValue, fields: record.logFields(by: entry.principal))
    }
  }
}

extension JournalRecord {
  /// The columns that are filled, but for what somebody typed: a reason stays in the journal.
  fileprivate func logFields(by principal: Principal) -> [String: EventLog.Value] {
    let fields: [String: EventLog.Value?] = [
      "account": principal.account.map { .number($0.rawValue) },
      "employee": employee.map { .number($0.rawValue) },
      "name": employeeName.map { .text($0) },
      "booking": booking.map { .number($0.rawValue) },
      "day": day.map { .text($0.iso) },
      "seat": seat.map { .text($0.rawValue) },
      "seat_before": seatBefore.map { .text($0.rawValue) },
      "guest": guest.map { .text($0) },
      "detail": isDetailTyped ? nil : detail.map { .text($0) },
    ]
    return fields.compactMapValues(\.self)
  }
}

extension Principal {
  fileprivate var account: AccountID? { if case .person(let account) = self { account } else { nil } }
}
