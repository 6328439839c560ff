public import BotLoop
import Foundation
public import Jobs
import OfficeActor
import Persistence
import ServiceLifecycle

// What runs by itself.

extension NoticeMessages: NoticePost {}

extension Bot {
  /// Jobs wait for what people did while the bot was down, but no longer than this: Telegram may be out of reach.
  static let catchingUpMax = Duration.seconds(10)

  /// What the office has to know before anybody acts in it.
  func open(_ state: OfficeState, _ database: OfficeDatabase) async throws {
    do {
      _ = try await state.perform(.adoptSeats, by: .bot)
      try await tellOfClosedDays(state, database)
    } catch {
      throw StartFailure(description: "the office could not be opened: \(error)")
    }
  }

  /// Tells admins, once, of each day that configuration closes although it is booked.
  func tellOfClosedDays(_ state: OfficeState, _ database: OfficeDatabase) async throws {
    let office = state.office
    let today = office.rules.today(at: clock.now)
    let booked = office.bookedDays.filter { $0 >= today && office.rules.closes($0) }
    for day in booked.sorted() where !office.closedDays.contains(day) {
      let job = "tell of closed day \(day)"
      guard try database.lastRun(of: job) == nil else { continue }
      _ = try await state.perform(.tellAdmins(.closedDayHasBookings(day)), by: .bot)
      try database.remember(run: clock.now, of: job)
    }
  }

  /// What goes by the clock, and the delivery of notices.
  ///
  /// - Parameter caughtUp: rings when what people did while the bot was down is handled.
  func upkeep(
    of state: OfficeState, with timed: [any Service], delivering post: NoticeMessages, after caughtUp: Alarm
  ) -> Upkeep {
    let (now, sleep): (@Sendable () -> Date, @Sendable (Duration) async throws -> Void) = (
      { clock.now }, { try await clock.sleep($0) }
    )
    return Upkeep(
      services: timed + [Courier(state: state, post: post, now: now, sleep: sleep, logger: logger)],
      when: { await caughtUp.rest { try await Task.sleep(for: Self.catchingUpMax) } },
      logger: logger.forServices)
  }
}
