import Logging
import ServiceLifecycle
import Synchronization
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("Deliveries", .timeLimit(.minutes(30)))
struct DeliveriesTests {
  private func running(_ deliveries: Deliveries, _ body: @Sendable @escaping () async throws -> Void)
    async throws
  {
    let group = ServiceGroup(services: [deliveries], logger: TestBot.quiet)
    async let run: Void = group.run()
    try await body()
    await group.triggerGracefulShutdown()
    try await run
  }

  @Test("are waited for when they are quick")
  func quick() async throws {
    let deliveries = Deliveries()
    try await running(deliveries) {
      let isDone = Mutex(false)
      await deliveries.perform(patience: .seconds(3_600)) { isDone.withLock { $0 = true } }
      #expect(isDone.withLock { $0 })
    }
  }

  @Test("hold nobody up longer than the patience, and go on by themselves")
  func slow() async throws {
    let deliveries = Deliveries()
    let gate = Gate()
    let isDone = Gate()
    try await running(deliveries) {
      for patience in [Duration.zero, .milliseconds(20)] {
        await deliveries.perform(patience: patience) {
          await gate.pass()
          isDone.open()
        }
      }
      gate.open()
      await isDone.pass()
    }
  }

  @Test("are waited for beyond their bound, however impatient one is")
  func bound() async throws {
    let deliveries = Deliveries(patienceWhenFull: .seconds(3_600))
    let gate = Gate()
    try await running(deliveries) {
      for _ in 1...Deliveries.underWayMax { await deliveries.perform(patience: .zero) { await gate.pass() } }
      try await eventually { gate.arrived == Deliveries.underWayMax }
      let handedOver = Gate()
      async let last: Void = {
        await deliveries.perform(patience: .zero) { await gate.pass() }
        handedOver.open()
      }()
      try await eventually { gate.arrived == Deliveries.underWayMax + 1 }
      #expect(!handedOver.isOpen)
      gate.open()
      await last
      // And there is room again.
      let closed = Gate()
      await deliveries.perform(patience: .zero) { await closed.pass() }
      closed.open()
    }
  }

  @Test("under way are finished at an orderly stop, unless they take too long")
  func stop() async throws {
    let deliveries = Deliveries()
    let (quick, stuck) = (Gate(), Gate())
    let finished = Mutex<[String]>([])
    try await running(deliveries) {
      await deliveries.perform(patience: .zero) {
        await quick.pass()
        finished.withLock { $0.append("quick") }
      }
      await deliveries.perform(patience: .zero) {
        await stuck.pass()  // Until it is cancelled.
        finished.withLock { $0.append("stuck") }
      }
      try await eventually { quick.arrived == 1 && stuck.arrived == 1 }
      quick.open()
    }
    #expect(finished.withLock { $0 } == ["quick", "stuck"])
  }

  @Test("that come after the stop are made by whoever brings them")
  func afterTheStop() async throws {
    let deliveries = Deliveries()
    try await running(deliveries) {}
    let isDone = Mutex(false)
    await deliveries.perform(patience: .zero) { isDone.withLock { $0 = true } }
    #expect(isDone.withLock { $0 })
  }
}
