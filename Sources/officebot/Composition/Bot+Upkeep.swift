public import BotLoop
import Foundation
public import Jobs
import OfficeActor
import ServiceLifecycle
import Vitals

extension NoticeMessages: NoticePost {}

extension Bot {
  /// Jobs wait for what people did while the bot was down, but no longer than this: Telegram may be out of reach.
  static let catchingUpMax = Duration.seconds(10)

  /// What goes by the clock: jobs, deadlines, and the delivery of notices.
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
      ],
      when: { [caughtUp = talk.caughtUp] in
        await caughtUp.rest { try await Task.sleep(for: Self.catchingUpMax) }
      },
      logger: logger.forServices)
  }
}
