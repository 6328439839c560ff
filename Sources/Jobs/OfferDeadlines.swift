public import Foundation
public import Logging
public import OfficeActor
public import ServiceLifecycle

/// Lets offers run out, each when its time is over.
public final class OfferDeadlines: Service, CustomStringConvertible {
  /// After a failure it is tried again this much later.
  public static let pause = Duration.seconds(5)

  private let state: OfficeState
  private let now: @Sendable () -> Date
  private let sleep: @Sendable (Duration) async throws -> Void
  private let logger: Logger
  private let alarm = Alarm()

  /// - Parameters:
  ///   - now: the wall clock.
  ///   - sleep: waits for a span of real time; throws when cancelled.
  public init(
    state: OfficeState, now: @escaping @Sendable () -> Date,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    logger: Logger
  ) {
    self.state = state
    self.now = now
    self.sleep = sleep
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "offers' deadlines" }

  /// Runs until asked to stop.
  public func run() async throws {
    await alarm.ringing(at: state.changes) {
      while !Task.isShuttingDownGracefully, !Task.isCancelled {
        let span = await self.runOut()
        await self.alarm.rest { [sleep = self.sleep] in try await sleep(span) }
      }
    }
  }

  /// Passes on what is due, and tells how long nothing will be.
  private func runOut() async -> Duration {
    let next = state.office.offers.map(\.runsOutAt).min()
    guard let next, next <= now() else { return Rest.until(next, from: now()) }
    do {
      _ = try await state.perform(.runOutOffers, by: .bot)
      return .zero
    } catch {
      logger.error("offers were not passed on; it is tried again", metadata: ["error": "\(error)"])
      return Self.pause
    }
  }
}
