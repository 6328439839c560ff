public import Foundation
public import OfficeActor

/// Something that the bot does by itself, at times of its own.
public struct Job: Sendable {
  /// Stable: the last run is remembered under it.
  public let name: String
  /// The first moment after a given one at which the job is due; another one as soon as its time is changed.
  public let nextDue: @Sendable (Date) -> Date
  /// Whether it does by the clock what nobody can undo: it then waits while the clock is not believed.
  public let needsBelievedClock: Bool
  /// What is done. Done twice it must change nothing more.
  public let work: @Sendable () async throws -> Void

  /// A job with a rule of its own.
  public init(
    name: String, nextDue: @escaping @Sendable (Date) -> Date,
    needsBelievedClock: Bool = false, work: @escaping @Sendable () async throws -> Void
  ) {
    self.name = name
    self.nextDue = nextDue
    self.needsBelievedClock = needsBelievedClock
    self.work = work
  }

  /// A job that is due every day at a time of the office's clock, which may be changed while the bot runs.
  public static func daily(
    _ name: String, at time: @escaping @Sendable () -> TimeOfDay, in timeZone: TimeZone,
    needsBelievedClock: Bool = false, work: @escaping @Sendable () async throws -> Void
  ) -> Job {
    Job(
      name: name,
      nextDue: { moment in
        let (today, time) = (Day(containing: moment, in: timeZone), time())
        let due = time.moment(on: today, in: timeZone)
        return due > moment ? due : time.moment(on: today + 1, in: timeZone)
      }, needsBelievedClock: needsBelievedClock, work: work)
  }

  /// A job that is due a while after it last ran.
  public static func every(
    _ pause: Duration, _ name: String, work: @escaping @Sendable () async throws -> Void
  ) -> Job {
    Job(name: name, nextDue: { $0 + pause / .seconds(1) }, work: work)
  }
}
