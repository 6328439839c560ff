import Synchronization

/// The bot's process, when whoever runs the sandbox owns it.
public protocol BotProcess: Sendable {
  /// How the process is.
  var status: BotProcessStatus { get }
  /// Starts it, unless it runs.
  func start()
  /// Asks it to end, and ends it when it does not.
  func stop()
  /// Ends it at once, as `kill -9` does.
  func kill()
}

/// How a bot's process is.
public struct BotProcessStatus: Sendable {
  /// Its process id, if it runs.
  public var pid: Int32?
  /// What to tell people about it, in Russian.
  public var text: String
  /// The last lines it wrote.
  public var lines: [String]

  /// A status.
  public init(pid: Int32?, text: String, lines: [String]) {
    self.pid = pid
    self.text = text
    self.lines = lines
  }
}

/// Holds the bot's process, if there is one.
final class ProcessSlot: Sendable {
  // An array of at most one: assigning an optional existential inside a Mutex crashes when compiled
  // by Swift 6.3 without optimisation.
  private let state = Mutex<[any BotProcess]>([])

  var process: (any BotProcess)? {
    get { state.withLock { $0.first } }
    set { state.withLock { $0 = newValue.map { [$0] } ?? [] } }
  }
}

extension Sandbox {
  /// Lets the page show and steer a bot's process.
  public func attach(_ process: any BotProcess) {
    processes.process = process
    world.changes.note(.bot)
  }

  /// Tells the page that the process has a new status.
  public func botProcessChanged() { world.changes.note(.bot) }
}
