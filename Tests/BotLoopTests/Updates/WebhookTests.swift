import Foundation
import ServiceLifecycle
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("The webhook", .timeLimit(.minutes(30)))
struct WebhookTests {
  @Test("says that what waited is handled, as soon as nothing waits at Telegram")
  func caughtUp() async throws {
    let telegram = WaitingTelegram(2, 1, 0)
    let told = Gate()
    try await run(telegram, received: { if case .everything = $0 { told.open() } }) { await told.pass() }
    #expect(telegram.calls == ["setWebhook", "getWebhookInfo", "getWebhookInfo", "getWebhookInfo"])
  }

  @Test("does not say so when Telegram does not say what waits")
  func unknown() async throws {
    let telegram = WaitingTelegram(1)
    let told = Mutex<[Reception]>([])
    try await run(telegram, received: { reception in told.withLock { $0.append(reception) } }) {
      try await eventually { !told.withLock { $0.isEmpty } }
    }
    #expect(told.withLock { $0.allSatisfy { $0 == .nothing } })
  }

  @Test("says that updates do not arrive after Telegram has told of a delivery that failed since")
  func failed() async throws {
    let telegram = WaitingTelegram(1, 1, 0, failures: [nil, Date(timeIntervalSince1970: 5)])
    let told = Mutex<[Bool]>([])
    try await run(
      telegram, received: { reception in told.withLock { $0.append(reception != .nothing) } }
    ) { try await eventually { told.withLock { $0.contains(true) } } }
    #expect(told.withLock { $0.prefix(2) } == [false, true])
  }

  private func run(
    _ telegram: WaitingTelegram, received: @escaping @Sendable (Reception) -> Void,
    until isOver: () async throws -> Void
  ) async throws {
    let url = try #require(URL(string: "https://bot.example.org/spb"))
    let webhook = Webhook(
      api: telegram, address: WebhookAddress(url: url, secret: "s"), logger: TestBot.quiet,
      received: received)
    let group = ServiceGroup(services: [webhook], logger: TestBot.quiet)
    async let run: Void = group.run()
    try await isOver()
    await group.triggerGracefulShutdown()
    try await run
  }
}

/// Takes a webhook, and says how many updates wait, as long as it knows.
private final class WaitingTelegram: BotAPI {
  private let state: Mutex<(pending: [Int], calls: [String])>
  /// When a delivery failed last, answer by answer; the last one stays.
  private let failures: [Date?]

  init(_ pending: Int..., failures: [Date?] = []) {
    state = Mutex((pending, []))
    self.failures = failures
  }

  var calls: [String] { state.withLock(\.calls) }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    let (pending, asked) = state.withLock { state in
      state.calls.append(M.name)
      let asked = state.calls.count { $0 == GetWebhookInfo.name }
      return (
        method is GetWebhookInfo && !state.pending.isEmpty ? state.pending.removeFirst() : nil, asked
      )
    }
    let failure = failures.prefix(asked).last ?? nil
    if let answer = pending.map({ WebhookInfo(pendingUpdates: $0, lastFailureAt: failure) }) as? M.Answer {
      return answer
    }
    if method is SetWebhook, let answer = true as? M.Answer { return answer }
    throw .unavailable(reason: "HTTP 502", effect: .unknown, method: M.name)
  }

  func download(_ file: Telegram.File, bytesMax: Int) async throws(TelegramError) -> Data { Data() }
}
