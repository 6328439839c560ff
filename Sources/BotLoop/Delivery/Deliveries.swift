import ServiceLifecycle
import Synchronization
import Waiting

/// Answers and screens on their way to Telegram. Their caller waits for each only for a bounded time, so that a slow
/// chat holds up no other. An orderly stop still finishes what was begun.
final class Deliveries: Service, CustomStringConvertible {
  /// Deliveries under way at the most; beyond that handing one over waits longer, so that less is read.
  static let underWayMax = 2_000

  typealias Work = @Sendable () async -> Void

  private let work: AsyncStream<Work>
  private let incoming: AsyncStream<Work>.Continuation
  private let underWay = Mutex(0)
  private let patienceWhenFull: Duration
  private let finishingMax: Duration

  /// - Parameters:
  ///   - patienceWhenFull: how long handing over waits beyond ``underWayMax``.
  ///   - finishingMax: how long an orderly stop waits for deliveries to finish.
  init(patienceWhenFull: Duration = .seconds(5), finishingMax: Duration = .seconds(2)) {
    (work, incoming) = AsyncStream.makeStream()
    self.patienceWhenFull = patienceWhenFull
    self.finishingMax = finishingMax
  }

  var description: String { "deliveries" }

  /// Whether all that was handed over is done.
  var isIdle: Bool { underWay.withLock { $0 == 0 } }

  func run() async throws {
    await withPatience(afterStop: finishingMax) { await self.carryOut() }
  }

  /// Starts a delivery and waits until it is done, at most for `patience`.
  func perform(patience: Duration, _ work: @escaping Work) async {
    let isFull = underWay.withLock { count in
      count += 1
      return count > Self.underWayMax
    }
    let (done, finish) = AsyncStream.makeStream(of: Void.self)
    // What an update causes belongs to it: drawing its screen may be what ends the process.
    let hold = Hold.current
    hold?.share()
    let delivery: Work = {
      await work()
      await hold?.release()
      self.underWay.withLock { $0 -= 1 }
      finish.finish()
    }
    guard case .enqueued = incoming.yield(delivery) else { return await delivery() }
    let patience = isFull ? patienceWhenFull : patience
    if patience > .zero { await withPatience(patience) { for await _ in done {} } }
  }

  private func carryOut() async {
    await withGracefulShutdownHandler {
      await withDiscardingTaskGroup { group in
        for await work in work { group.addTask { await work() } }
      }
    } onGracefulShutdown: {
      self.incoming.finish()
    }
  }
}
