public import Foundation
public import OfficeActor

/// The morning's error digest: if anything went wrong since the last one, admins are owed one.
///
/// Spans reach from one day's time of the digest to another's, however late a digest is made, so that whatever
/// went wrong is in one of them.
public struct ErrorDigest: Sendable {
  private static let name = "digest"

  private let state: OfficeState
  private let history: any JobHistory
  private let time: @Sendable () -> TimeOfDay
  private let hasErrors: @Sendable (_ from: Date, _ through: Date) -> Bool
  private let now: @Sendable () -> Date

  /// - Parameters:
  ///   - time: when it is made, by the office's clock; after a change of it, a digest may repeat what one told.
  ///   - hasErrors: whether the error log has any from one moment to another.
  public init(
    state: OfficeState, history: any JobHistory, at time: @escaping @Sendable () -> TimeOfDay,
    hasErrors: @escaping @Sendable (_ from: Date, _ through: Date) -> Bool,
    now: @escaping @Sendable () -> Date
  ) {
    self.state = state
    self.history = history
    self.time = time
    self.hasErrors = hasErrors
    self.now = now
  }

  /// The job that makes it every day.
  public var job: Job {
    .daily(Self.name, at: time, in: state.office.rules.timeZone) { try await run() }
  }

  private func run() async throws {
    let now = now()
    let from = lastTime(before: try await history.lastRun(of: Self.name) ?? now)
    let through = lastTime(before: now)
    guard from < through,
      hasErrors(from, through) || !state.office.questionsGivenUp(from: from, to: through).isEmpty
    else { return }
    // One for each end, also if the process ends before the job is known to have run.
    _ = try await state.perform(
      .tellAdmins(.errorDigest(from: from, through: through)), by: .bot,
      request: RequestID(rawValue: Int64(through.timeIntervalSince1970)))
  }

  /// When it was last time for a digest.
  private func lastTime(before moment: Date) -> Date {
    let timeZone = state.office.rules.timeZone
    let today = Day(containing: moment, in: timeZone)
    let time = time()
    let todays = time.moment(on: today, in: timeZone)
    return todays <= moment ? todays : time.moment(on: today + -1, in: timeZone)
  }
}
