public import Foundation
public import Logging
public import OfficeActor
public import ServiceLifecycle

/// Lets deadlines pass, each when its time is over: offers run out, and seats are released that nobody confirmed.
///
/// Only silence lets one pass: while people cannot be heard, or the clock is not believed, they wait. What is due when
/// a wrong clock is put right gets its time anew: one that was behind has put deadlines that are over then.
public final class Deadlines: Service, CustomStringConvertible {
  /// After a failure it is tried again this much later.
  public static let pause = Duration.seconds(5)
  /// A deadline that has come and may have been answered is looked at again this much later.
  public static let unprovenPause = Duration.milliseconds(500)
  /// A rest that took this much longer than it should have: the process, or the machine, stood still.
  public static let overrunMax = Duration.seconds(5)

  private let state: OfficeState
  private let hearing: HearingWatch
  private let isClockBelieved: @Sendable () -> Bool
  private let now: @Sendable () -> Date
  private let instant: @Sendable () -> ContinuousClock.Instant
  private let sleep: @Sendable (Duration) async throws -> Void
  private let logger: Logger
  private let alarm = Alarm()

  /// - Parameters:
  ///   - isClockBelieved: whether what cannot be undone may be done by the clock.
  ///   - now: the wall clock.
  ///   - instant: a clock that nobody moves, and that goes on while the machine is suspended.
  ///   - sleep: waits for a span of real time; throws when cancelled.
  public init(
    state: OfficeState, hearing: HearingWatch, isClockBelieved: @escaping @Sendable () -> Bool = { true },
    now: @escaping @Sendable () -> Date,
    instant: @escaping @Sendable () -> ContinuousClock.Instant = { .now },
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    logger: Logger
  ) {
    self.state = state
    self.hearing = hearing
    self.isClockBelieved = isClockBelieved
    self.now = now
    self.instant = instant
    self.sleep = sleep
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "deadlines" }

  /// Runs until asked to stop.
  ///
  /// - Throws: nothing; failures are logged.
  public func run() async throws {
    await alarm.ringing(at: state.changes) {
      // What came due has its time anew from the recovery on, not from some seconds later.
      await self.alarm.ringing(at: self.hearing.recoveries) {
        var doubted: Clocks?
        while !Task.isShuttingDownGracefully, !Task.isCancelled {
          doubted = self.noteBelief(after: doubted)
          await self.rest(await self.letPass())
        }
      }
    }
  }

  private func rest(_ span: Duration) async {
    let began = instant()
    await alarm.rest { [sleep] in try await sleep(span) }
    if instant() - began > span + Self.overrunMax { hearing.note(.stoodStill) }
  }

  /// Lets pass what is due, and tells how long nothing will be.
  private func letPass() async -> Duration {
    let (moment, office) = (now(), state.office)
    let offer = office.offers.map(\.runsOutAt).min()
    let release = office.nextRelease(at: moment)
    let next = [offer, release].compactMap(\.self).min()
    let due = next.flatMap { $0 <= moment ? $0 : nil }
    switch await hearing.verdict(on: due) {
    case .deaf(let troubles):
      if due != nil { logger.debug("nothing passes unheard", metadata: ["troubles": "\(troubles)"]) }
      return due == nil ? Rest.until(next, from: moment) : Self.pause
    case .recovered(let interruptions):
      // A deadline that is moved by a wrong clock stays where it is put.
      guard isClockBelieved() else { return Rest.max }
      guard await perform(.resumeDeadlines) else { return Self.pause }
      hearing.noteResumed(interruptions: interruptions)
      return .zero
    case .unproven: return Self.unprovenPause
    case .silence(let heardUntil):
      guard let due else { return Rest.until(next, from: moment) }
      // The office reads the clock once more: no single reading costs anybody a seat.
      guard isClockBelieved() else { return Rest.max }
      // Silence is proven up to a moment only, and the commit may take long: what is due later is judged anew.
      let command =
        due == offer ? Command.runOutOffers(dueBy: heardUntil) : .releaseUnconfirmed(dueBy: heardUntil)
      return await perform(command) ? .zero : Self.pause
    }
  }

  /// Notes when a wrong clock was put right. One that is believed because it went on steadily was not set since, and
  /// has put no deadline that is over too soon.
  ///
  /// - Parameter doubted: the clocks at the last look, if the wall clock was not believed then.
  /// - Returns: the same for this look.
  private func noteBelief(after doubted: Clocks?) -> Clocks? {
    let before = clocks
    guard isClockBelieved() else { return before }
    let jump = ClockTrust.jumpMax / .seconds(1)
    if let doubted, abs(clocks.secondsSet(since: doubted)) > jump { hearing.noteOtherRules() }
    return nil
  }

  private var clocks: Clocks { Clocks(wall: now(), instant: instant()) }

  private func perform(_ command: Command) async -> Bool {
    do {
      _ = try await state.perform(command, by: .bot)
      return true
    } catch {
      if case .notSaved = error { hearing.note(.notSaved) }
      logger.error("a deadline could not be dealt with; it is tried again", metadata: ["error": "\(error)"])
      return false
    }
  }
}

/// One moment by both clocks.
private struct Clocks {
  let wall: Date
  let instant: ContinuousClock.Instant

  /// By how many seconds the wall clock was set forward since another moment; negative if it was set back.
  func secondsSet(since earlier: Clocks) -> TimeInterval {
    wall.timeIntervalSince(earlier.wall) - (instant - earlier.instant) / .seconds(1)
  }
}
