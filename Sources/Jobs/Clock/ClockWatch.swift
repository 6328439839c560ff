public import Foundation
public import Logging
public import ServiceLifecycle
import Synchronization

/// Watches the wall clock for everything that cannot be undone.
public final class ClockWatch: Service, CustomStringConvertible {
  /// A moment of both clocks.
  public struct Reading: Sendable {
    /// What the wall clock shows.
    public let wall: Date
    /// How long the process has run, by a clock that nobody moves and that goes on while the machine is suspended.
    public let passed: Duration

    /// A moment.
    public init(wall: Date, passed: Duration) {
      self.wall = wall
      self.passed = passed
    }
  }

  /// How often the data is told of a moment, so that the next start knows one.
  public static let rememberPause = Duration.seconds(600)

  private struct State {
    var trust: ClockTrust
    var rememberedAt: Duration?
  }

  private let state: Mutex<State>
  private let reading: @Sendable () -> Reading
  private let believed: @Sendable (Bool) -> Void
  private let remember: @Sendable (Date) async throws -> Void
  private let doubted: @Sendable (_ shown: Date, _ lastBelieved: Date) async throws -> Void
  private let sleep: @Sendable (Duration) async throws -> Void
  private let logger: Logger

  /// - Parameters:
  ///   - lastKnown: the last moment that the data knows; nil for a new office.
  ///   - believed: told whether the clock is, at every look at it.
  ///   - remember: has the data know a moment that is believed.
  ///   - doubted: told, once, of a clock that is not believed; done again it must change nothing more.
  ///   - sleep: waits for a span of real time; throws when cancelled.
  public init(
    lastKnown: Date?, reading: @escaping @Sendable () -> Reading,
    believed: @escaping @Sendable (Bool) -> Void = { _ in },
    remember: @escaping @Sendable (Date) async throws -> Void,
    doubted: @escaping @Sendable (_ shown: Date, _ lastBelieved: Date) async throws -> Void,
    sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
    logger: Logger
  ) {
    let start = reading()
    state = Mutex(
      State(trust: ClockTrust(lastKnown: lastKnown, wall: start.wall, passed: start.passed)))
    self.reading = reading
    self.believed = believed
    self.remember = remember
    self.doubted = doubted
    self.sleep = sleep
    self.logger = logger
  }

  /// As the log names it.
  public var description: String { "clock" }

  /// Whether what the clock shows now is believed.
  public var isBelieved: Bool {
    let reading = reading()
    let isBelieved = state.withLock { $0.trust.believes(reading.wall, passed: reading.passed) }
    believed(isBelieved)
    return isBelieved
  }

  /// Looks at the clock until asked to stop.
  ///
  /// - Throws: nothing; failures are logged.
  public func run() async throws {
    var isDoubtTold = false
    while !Task.isShuttingDownGracefully, !Task.isCancelled {
      do {
        if isBelieved {
          if isDoubtTold { logger.notice("the clock is believed again") }
          isDoubtTold = false
          try await rememberMoment()
        } else if !isDoubtTold {
          try await tellDoubt()
          isDoubtTold = true
        }
      } catch {
        logger.error("what the clock shows was not noted; it is tried again", metadata: ["error": "\(error)"])
      }
      try? await cancelWhenGracefulShutdown { [sleep] in try await sleep(Rest.max) }
    }
  }

  private func rememberMoment() async throws {
    let reading = reading()
    let isDue = state.withLock { state in
      state.rememberedAt.map { reading.passed - $0 >= Self.rememberPause } ?? true
    }
    guard isDue else { return }
    try await remember(reading.wall)
    state.withLock { $0.rememberedAt = reading.passed }
  }

  private func tellDoubt() async throws {
    let (shown, lastBelieved) = (reading().wall, state.withLock { $0.trust.lastBelieved })
    logger.error(
      "the clock is not believed: for an hour nothing is removed, released or passed on by it",
      metadata: [
        "shows": "\(shown.ISO8601Format())", "last_believed": "\(lastBelieved.ISO8601Format())",
      ])
    try await doubted(shown, lastBelieved)
  }
}
