public import Foundation
public import Logging
import Synchronization

/// Everything that one process logs.
///
/// | what | folder | stream | kept in the error log |
/// |---|---|---|---|
/// | business events | `events.jsonl` | standard output | |
/// | the technical log, from its level on | `errors.jsonl`, warnings and worse | standard error | errors and worse |
///
/// A line is a JSON object. Logging never waits and never fails: lines are written by threads of their own, and a
/// folder that takes none costs the files, not the streams. No secret gets through. Callers log nothing that people
/// type, neither as a message nor as metadata: names and guests' names are data, any other text of theirs is not.
public final class ProcessLogs: Sendable {
  /// The business events.
  public let events: EventLog
  /// What went wrong, counted.
  public let errors: ErrorLog

  private let lowestLevel: Mutex<Logger.Level>
  private let now: @Sendable () -> Date
  private let redactor: Redactor
  private let errorFile: LineQueue
  private let errorStream: LineQueue
  private let queues: [LineQueue]

  /// Opens nothing before there is something to write.
  ///
  /// - Parameters:
  ///   - folder: of `events.jsonl` and `errors.jsonl`; may not exist yet.
  ///   - level: see ``level``.
  ///   - secrets: are hidden wherever they appear; of a bot's token also the part after the colon.
  ///   - output: descriptor of standard output.
  ///   - errorOutput: descriptor of standard error.
  ///   - isClockBelieved: whether old files may be removed by the clock.
  public init(
    folder: URL, level: Logger.Level, hiding secrets: [String], rotation: LogRotation = LogRotation(),
    output: Int32 = STDOUT_FILENO, errorOutput: Int32 = STDERR_FILENO,
    now: @escaping @Sendable () -> Date = { Date() },
    isClockBelieved: @escaping @Sendable () -> Bool = { true }
  ) {
    let troubles = Troubles()
    func queue(_ name: String, _ destination: any LineDestination) -> LineQueue {
      LineQueue(name, to: destination) { troubles.tell(of: $0, in: name) }
    }
    func file(_ name: String) -> LineQueue {
      queue(
        name,
        LogFile(folder.appending(path: name), rotation: rotation, now: now, isClockBelieved: isClockBelieved))
    }
    lowestLevel = Mutex(level)
    self.now = now
    redactor = Redactor(hiding: secrets)
    errors = ErrorLog(now: now)
    errorFile = file("errors.jsonl")
    errorStream = queue("standard error", StandardStream(descriptor: errorOutput))
    let eventQueues = [
      file("events.jsonl"), queue("standard output", StandardStream(descriptor: output)),
    ]
    events = EventLog(redactor: redactor, queues: eventQueues)
    queues = eventQueues + [errorFile, errorStream]
    troubles.begin(self)
  }

  /// Makes the handler of a logger, as `LoggingSystem.bootstrap` wants it.
  public func handler(label: String, metadataProvider: Logger.MetadataProvider? = nil) -> any LogHandler {
    LineLogHandler(self, metadataProvider: metadataProvider)
  }

  /// From which level on the technical log takes what is logged; also by loggers that are in use already. Errors
  /// are logged in any case, for they make up the error log.
  public var level: Logger.Level {
    get { lowestLevel.withLock { min($0, .error) } }
    set { lowestLevel.withLock { $0 = newValue } }
  }

  /// Lines that the streams and files together have not taken so far.
  public var linesLost: Int { queues.map(\.linesLost).reduce(0, +) }

  /// Waits until everything logged so far is written, but no longer than a stream that nobody reads deserves.
  /// For the end of the process: blocks the thread.
  ///
  /// - Returns: whether it was written.
  @discardableResult
  public func flush(within patience: Duration = .seconds(2)) -> Bool {
    let group = DispatchGroup()
    for queue in queues {
      group.enter()
      queue.whenWritten { group.leave() }
    }
    group.enter()
    errors.whenClosed { group.leave() }
    return group.wait(timeout: .now() + patience.timeInterval) == .success
  }

  func write(_ level: Logger.Level, _ message: String, at place: String, fields: [(String, String)]) {
    if level >= .error {
      let example = fields.map { "\($0)=\($1)" }.joined(separator: ", ")
      errors.count(
        redactor.redacted(message, bytesMax: ErrorLog.kindBytesMax),
        at: redactor.redacted(place, bytesMax: ErrorLog.kindBytesMax),
        example: redactor.redacted(example, bytesMax: ErrorLog.exampleBytesMax))
    }
    var line = LogLine(redactor: redactor)
    line.add("time", now().logText)
    line.add("level", level.rawValue)
    line.add("message", message)
    line.add("where", place)
    for (name, value) in fields { line.add(name, value) }
    let bytes = line.finished()
    errorStream.add(bytes)
    if level >= .warning { errorFile.add(bytes) }
  }
}
