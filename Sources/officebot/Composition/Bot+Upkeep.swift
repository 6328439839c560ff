public import BotLoop
import FloorPlan
import Foundation
public import Jobs
import OfficeActor
import OfficeConfiguration
import ServiceLifecycle
import Vitals

extension NoticeMessages: NoticePost {}

extension Bot {
  /// Jobs wait for what people did while the bot was down, but no longer than this: Telegram may be out of reach.
  static let catchingUpMax = Duration.seconds(10)

  /// Draws a day once people are answered: a plan that cannot be drawn is told before somebody asks for it, and the
  /// first who does waits no longer than the second.
  private func trialDay(drawnBy renderer: FloorPlanRenderer) -> TrialDay {
    TrialDay(logger: logger) { [configuration] () throws(RenderingError) in
      _ = try await configuration.drawTrialDay(with: renderer)
    }
  }

  /// What goes by the clock: jobs, deadlines, and the delivery of notices; and the trial day.
  func upkeep(of office: OpenOffice, jobs: [Job], _ talk: Talk, by watch: ClockWatch) -> Upkeep {
    let state = office.state
    let (now, sleep): (@Sendable () -> Date, @Sendable (Duration) async throws -> Void) = (
      { clock.now }, { try await clock.sleep($0) }
    )
    let isClockBelieved: @Sendable () -> Bool = { watch.isBelieved }
    return Upkeep(
      services: [
        JobRunner(
          jobs: jobs, history: office.database, now: now, sleep: sleep, isClockBelieved: isClockBelieved,
          ran: { vitals.noteRun(of: $0, isDone: $1) }, logger: logger),
        Deadlines(
          state: state, hearing: office.hearing, isClockBelieved: isClockBelieved, now: now, sleep: sleep,
          logger: logger),
        Courier(
          state: state, post: talk.loop.notices, now: now, isClockBelieved: isClockBelieved, sleep: sleep,
          logger: logger),
        trialDay(drawnBy: talk.renderer),
      ],
      when: { [caughtUp = talk.caughtUp] in
        await caughtUp.rest { try await Task.sleep(for: Self.catchingUpMax) }
      },
      logger: logger.forServices)
  }
}
