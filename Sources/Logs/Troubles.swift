import Logging
import Synchronization

/// Logs what becomes of the logs themselves: what one of them does not take is told in the others.
final class Troubles: Sendable {
  private struct Logs {
    weak var value: ProcessLogs?
  }

  private let logs = Mutex(Logs())

  /// From now on there are logs to tell it in.
  func begin(_ logs: ProcessLogs) { self.logs.withLock { $0.value = logs } }

  func tell(of change: LineQueue.Change, in log: String) {
    guard let logs = logs.withLock({ $0.value }) else { return }
    let place = "\(#fileID):\(#line)"
    switch change {
    case .failed(let reason):
      logs.write(.error, "a log takes no lines", at: place, fields: [("log", log), ("reason", reason)])
    case .goesOn(let lost):
      logs.write(
        .warning, "lines were lost to a log", at: place, fields: [("lines", "\(lost)"), ("log", log)])
    }
  }
}
