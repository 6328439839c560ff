public import Foundation
public import Logging
public import ServiceLifecycle
import Waiting

/// When each job last ran; outlives the process.
public protocol JobHistory: Sendable {
  /// The moment at which a job last ran, or nil if it never did.
  func lastRun(of job: String) async throws -> Date?
  /// Remembers that a job ran.
  func remember(run: Date, of job: String) async throws
}

/// Runs jobs when they are due.
///
/// A job that was due while the process was down runs once after the start; one whose time is changed is due at
/// the new time from then on. A job that fails is logged and tried again, and stops no other; no job runs twice
/// at once.
public struct JobRunner: Service, CustomStringConvertible {
  private let jobs: [Job]
  private let history: any JobHistory
  private let now: @Sendable () -> Date
  private let sleep: @Sendable (Duration) async throws -> Void
  private let isClockBelieved: @Sendable () -> Bool
  private let ran: @Sendable (_ job: String, _ isDone: Bool) -> Void
  private let logger: Logger

  /// The wall clock and a job's time may be changed at any time, so no sleep trusts them for longer.
  public static let sleepMax = Duration.seconds(30)
  /// Pauses after failed attempts of one job.
  static let backoff = Backoff(first: .seconds(10), longest: .seconds(600), spread: 0)
  /// A run that lies further ahead than this was dated by a clock that was wrong; by less, the clock was corrected.
  public static let aheadMax = Duration.seconds(600)

  /// - Parameters:
  ///   - now: the wall clock.
  ///   - sleep: waits for a span of real time; throws when cancelled.
  ///   - isClockBelieved: whether what cannot be undone may be done by the clock.
  ///   - ran: told of every job that was done, or that failed and is tried again.
  public init(
    jobs: [Job], history: any JobHistory, now: @escaping @Sendable () -> Date,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    isClockBelieved: @escaping @Sendable () -> Bool = { true },
    ran: @escaping @Sendable (_ job: String, _ isDone: Bool) -> Void = { _, _ in }, logger: Logger
  ) {
    precondition(Set(jobs.map(\.name)).count == jobs.count, "jobs are remembered by their names")
    self.jobs = jobs
    self.history = history
    self.now = now
    self.sleep = sleep
    self.isClockBelieved = isClockBelieved
    self.ran = ran
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "jobs" }

  /// Runs until asked to stop; a job under way is finished first.
  ///
  /// - Throws: nothing; a job that fails is tried again.
  public func run() async throws {
    await withDiscardingTaskGroup { group in
      for job in jobs { group.addTask { await self.run(job) } }
    }
  }

  private func run(_ job: Job) async {
    let start = now()
    var lastRun: Date?
    var failures = 0
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        var last: Date
        if let lastRun {
          last = lastRun
        } else {
          // A new job counts from the first start, however short that was.
          let remembered = try await history.lastRun(of: job.name)
          if remembered == nil { try await history.remember(run: start, of: job.name) }
          last = remembered ?? start
        }
        let moment = now()
        if last > moment + Self.aheadMax / .seconds(1) {
          // Otherwise the job would rest until the moment that the clock showed then, perhaps for days.
          try await history.remember(run: moment, of: job.name)
          last = moment
        }
        lastRun = last
        let due = job.nextDue(last)
        guard due <= moment else {
          await rest(min(.seconds(due.timeIntervalSince(moment)), Self.sleepMax))
          continue
        }
        guard !job.needsBelievedClock || isClockBelieved() else {
          await rest(Self.sleepMax)
          continue
        }
        try await job.work()
        try await history.remember(run: moment, of: job.name)
        lastRun = moment
        failures = 0
        ran(job.name, true)
        logger.info("a job ran", metadata: ["job": "\(job.name)"])
      } catch {
        failures += 1
        let pause = Self.backoff.pause(after: failures)
        ran(job.name, false)
        logger.error(
          "a job failed; it is tried again",
          metadata: ["job": "\(job.name)", "error": "\(error)", "pause": "\(pause)"])
        await rest(pause)
      }
    }
  }

  private func rest(_ span: Duration) async {
    // Ends early when the program stops; the loop then sees that.
    try? await cancelWhenGracefulShutdown { try await sleep(span) }
  }
}
