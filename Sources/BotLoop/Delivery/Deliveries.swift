import ServiceLifecycle
import Synchronization

/// Answers and screens on their way to Telegram. Whoever hands one over waits for it only for so long: a
/// slow chat holds nobody else up, and an orderly stop still finishes what was begun.
final class Deliveries: Service {
  /// Deliveries under way at the most; beyond that handing one over waits longer, so that less is read.
  static let underWayMax = 2_000
  /// How long handing over waits then.
  static let patienceWhenFull = Duration.seconds(5)
  /// How long an orderly stop waits for deliveries to finish.
  static let finishingMax = Duration.seconds(2)

  typealias Work = @Sendable () async -> Void

  private let work: AsyncStream<Work>
  private let incoming: AsyncStream<Work>.Continuation
  private let underWay = Mutex(0)

  init() {
    (work, incoming) = AsyncStream.makeStream()
  }

  func run() async throws {
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await self.carryOut() }
      group.addTask {
        // Ends the other one, should it take longer.
        try? await gracefulShutdown()
        try? await Task.sleep(for: Self.finishingMax)
      }
      await group.next()
      group.cancelAll()
    }
  }

  /// Starts a delivery and waits until it is done, at most for `patience`.
  func perform(patience: Duration, _ work: @escaping Work) async {
    let isFull = underWay.withLock { count in
      count += 1
      return count > Self.underWayMax
    }
    let (done, finish) = AsyncStream.makeStream(of: Void.self)
    let delivery: Work = {
      await work()
      self.underWay.withLock { $0 -= 1 }
      finish.finish()
    }
    guard case .enqueued = incoming.yield(delivery) else { return await delivery() }
    let patience = isFull ? Self.patienceWhenFull : patience
    if patience > .zero {
      await withTaskGroup(of: Void.self) { group in
        group.addTask { for await _ in done {} }
        group.addTask { try? await Task.sleep(for: patience) }
        await group.next()
        group.cancelAll()
      }
    }
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
