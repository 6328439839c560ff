import OfficeActor
import Vitals

/// Storage that notes how it fares.
struct MeasuredStorage: OfficeStorage {
  let storage: any OfficeStorage
  let vitals: Vitals
  let trouble: DiskTrouble
  /// Told when a commit begins.
  var begins: @Sendable () -> Void = {}
  /// Told when it is over, and whether the disk took a change, or would have.
  var isSaving: @Sendable (Bool) -> Void = { _ in }

  func commit(_ transaction: Transaction) throws(CommitFailure) {
    begins()
    vitals.noteCommitBegins(events: transaction.journal.count)
    do {
      try storage.commit(transaction)
    } catch {
      // A contradiction lies in the records: the disk did what it should.
      if case .storage(let reason) = error { note(failure: reason) } else { note(failure: nil) }
      throw error
    }
    note(failure: nil)
    if transaction.changes.contains(where: \.settlesNotice) { vitals.noteNoticeSettled() }
  }

  private func note(failure: String?) {
    vitals.noteCommitEnds(failure: failure)
    trouble.note(failure: failure)
    isSaving(failure == nil)
  }
}

extension RecordChange {
  fileprivate var settlesNotice: Bool {
    switch self {
    case .removeNotice: true
    case .putNotice(let notice): notice.failure != nil
    default: false
    }
  }
}
