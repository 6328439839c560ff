import Sandbox
import Synchronization

/// A process that notes what is asked of it.
final class FakeProcess: BotProcess {
  private let noted = Mutex<[String]>([])

  var actions: [String] { noted.withLock { $0 } }
  var status: BotProcessStatus { BotProcessStatus(pid: nil, text: "остановлен", lines: []) }

  func start() { noted.withLock { $0.append("start") } }
  func stop() { noted.withLock { $0.append("stop") } }
  func kill() { noted.withLock { $0.append("kill") } }
}
