import Synchronization

/// How the process is doing: noted by its parts as they work, read by whoever asks.
///
/// Constant in size: numbers, and a few of them for each method of the Bot API and each job, of which there are
/// few. Nobody who notes or asks waits for the disk or for Telegram.
public final class Vitals: Sendable {
  /// What was noted until now.
  struct Notes: Sendable {
    var updatesHandled = 0
    var polledAt: ContinuousClock.Instant
    var telegramAnsweredAt: ContinuousClock.Instant
    var calls: [String: Calls] = [:]
    var tapAnswers = Histogram.seconds
    var commits = Histogram.seconds
    var commitEvents = Histogram.sizes
    var commitFailures = 0
    var commitBeganAt: ContinuousClock.Instant?
    /// Why the last commit did not save anything, if it did not.
    var commitFailure: String?
    var noticeSettledAt: ContinuousClock.Instant
    var snapshotAt: ContinuousClock.Instant?
    var jobs: [String: JobRuns] = [:]
  }

  /// The calls of one method.
  struct Calls: Sendable {
    var count = 0
    var errors: [String: Int] = [:]
  }

  struct JobRuns: Sendable {
    var done = 0
    var failed = 0
  }

  let startedAt: ContinuousClock.Instant
  let now: @Sendable () -> ContinuousClock.Instant
  private let noted: Mutex<Notes>

  /// The vitals of a process that starts.
  public init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) {
    let start = now()
    self.now = now
    startedAt = start
    noted = Mutex(Notes(polledAt: start, telegramAnsweredAt: start, noticeSettledAt: start))
  }

  /// Everything noted so far.
  var notes: Notes { noted.withLock { $0 } }

  // MARK: Telegram

  /// Telegram has said what there is, even if that is nothing.
  public func notePoll() { noted.withLock { [now] in $0.polledAt = now() } }

  /// Updates were handled: what they ask for is decided.
  public func noteUpdates(handled count: Int) { noted.withLock { $0.updatesHandled += count } }

  /// A tap was answered so long after it became known.
  public func noteTap(answeredAfter duration: Duration) { noted.withLock { $0.tapAnswers.add(duration) } }

  /// A call was answered.
  ///
  /// - Parameter error: the kind of error, one of a few; nil if it was done.
  public func noteCall(of method: String, error: String?) {
    noted.withLock { [now] notes in
      notes.calls[method, default: Calls()].count += 1
      if let error {
        notes.calls[method, default: Calls()].errors[error, default: 0] += 1
      } else {
        notes.telegramAnsweredAt = now()
      }
    }
  }

  // MARK: The office

  /// A commit of so many events begins.
  public func noteCommitBegins(events: Int) {
    noted.withLock { [now] notes in
      notes.commitBeganAt = now()
      notes.commitEvents.add(Double(events))
    }
  }

  /// The commit is over.
  ///
  /// - Parameter failure: why nothing can be saved, unless that lies in what was to be saved.
  public func noteCommitEnds(failure: String?) {
    noted.withLock { [now] notes in
      if let began = notes.commitBeganAt { notes.commits.add(now() - began) }
      notes.commitBeganAt = nil
      notes.commitFailure = failure
      if failure != nil { notes.commitFailures += 1 }
    }
  }

  /// A notice was delivered, or it was found that it cannot be.
  public func noteNoticeSettled() { noted.withLock { [now] in $0.noticeSettledAt = now() } }

  // MARK: Jobs

  /// A job ran, or failed and will be tried again.
  public func noteRun(of job: String, isDone: Bool) {
    noted.withLock { notes in
      if isDone {
        notes.jobs[job, default: JobRuns()].done += 1
      } else {
        notes.jobs[job, default: JobRuns()].failed += 1
      }
    }
  }

  /// The newest snapshot is so old.
  public func noteSnapshot(age: Duration) { noted.withLock { [now] in $0.snapshotAt = now() - age } }
}

/// What only the office knows, at the moment of asking.
public struct OfficeFigures: Sendable, Hashable {
  /// Notices that are to be delivered, now or later.
  public var noticesOwed: Int
  /// For how long the oldest notice has been due; nil if none is.
  public var oldestNoticeDueFor: Duration?
  /// Offers that stand.
  public var offersOpen: Int

  /// The figures of an office.
  public init(noticesOwed: Int, oldestNoticeDueFor: Duration?, offersOpen: Int) {
    self.noticesOwed = noticesOwed
    self.oldestNoticeDueFor = oldestNoticeDueFor
    self.offersOpen = offersOpen
  }
}
