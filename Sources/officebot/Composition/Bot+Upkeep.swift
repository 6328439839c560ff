public import BotLoop
import FloorPlan
import Foundation
public import Jobs
import OfficeActor
import ServiceLifecycle

// What runs by itself.

extension NoticeMessages: NoticePost {}

extension Bot {
  /// Jobs wait for what people did while the bot was down, but no longer than this: Telegram may be out of reach.
  static let catchingUpMax = Duration.seconds(10)

  /// What the office has to know before anybody acts in it.
  func open(_ state: OfficeState) async throws(StartFailure) {
    do throws(Refusal) {
      for command in [.adoptSeats, .tellOfClosedDays] as [Command] {
        _ = try await state.perform(command, by: .bot)
      }
    } catch {
      if case .rejected(.seatsVanished(let bookings)) = error {
        throw StartFailure(vanishedSeatsOf: bookings, in: state.office)
      }
      throw StartFailure(description: "the office could not be opened: \(error)")
    }
  }

  /// Draws a day once people are answered: a plan that cannot be drawn is told before somebody asks for it, and the
  /// first who does waits no longer than the second.
  func trialDay(drawnBy renderer: FloorPlanRenderer) -> TrialDay {
    TrialDay(logger: logger) { [configuration] () throws(RenderingError) in
      _ = try await configuration.drawTrialDay(with: renderer)
    }
  }

  /// What goes by the clock, and the delivery of notices.
  ///
  /// - Parameter caughtUp: rings when what people did while the bot was down is handled.
  func upkeep(
    of state: OfficeState, with timed: [any Service], delivering post: NoticeMessages, by watch: ClockWatch,
    after caughtUp: Alarm
  ) -> Upkeep {
    let (now, sleep): (@Sendable () -> Date, @Sendable (Duration) async throws -> Void) = (
      { clock.now }, { try await clock.sleep($0) }
    )
    return Upkeep(
      services: timed + [
        Courier(
          state: state, post: post, now: now, isClockBelieved: { watch.isBelieved }, sleep: sleep,
          logger: logger)
      ],
      when: { await caughtUp.rest { try await Task.sleep(for: Self.catchingUpMax) } },
      logger: logger.forServices)
  }
}
