import Synchronization
import Telegram

/// What polling gives, poll by poll; afterwards nothing comes, as in a quiet night.
final class ScriptedPolls: Sendable {
  enum Answer: Sendable {
    case updates([Update])
    case fails(TelegramError)
  }

  private let script: Mutex<[Answer]>
  private let log = Mutex<[GetUpdates]>([])
  /// Opened when everything was given and the next poll waits.
  let isQuiet = Gate()
  private let never = Gate()

  init(_ script: Answer...) { self.script = Mutex(script) }

  var offsets: [Int64?] { log.withLock { $0.map { $0.offset?.rawValue } } }
  var polls: [GetUpdates] { log.withLock { $0 } }

  func answer(_ poll: GetUpdates) async throws(TelegramError) -> UpdateBatch {
    log.withLock { $0.append(poll) }
    guard poll.timeout > .zero else { return UpdateBatch([]) }
    switch script.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) {
    case .updates(let updates): return UpdateBatch(updates)
    case .fails(let error): throw error
    case nil:
      isQuiet.open()
      await never.pass()
      throw .cancelled(method: GetUpdates.name)
    }
  }
}
