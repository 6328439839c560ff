import Foundation
import ServiceLifecycle
import Synchronization
import Telegram
import Testing

@testable import BotLoop

@Suite("The webhook", .timeLimit(.minutes(30)))
struct WebhookTests {
  @Test("says once that what waited is handled, as soon as nothing waits at Telegram")
  func caughtUp() async throws {
    let telegram = WaitingTelegram(2, 1, 0)
    let told = Gate()
    try await run(telegram, caughtUp: { told.open() }) { await told.pass() }
    #expect(telegram.calls == ["setWebhook", "getWebhookInfo", "getWebhookInfo", "getWebhookInfo"])
  }

  @Test("does not say so when Telegram does not say what waits")
  func unknown() async throws {
    let telegram = WaitingTelegram(1)
    try await run(telegram, caughtUp: { Issue.record("nobody knows that") }) {
      try await eventually { telegram.calls.count == 3 }
    }
  }

  private func run(
    _ telegram: WaitingTelegram, caughtUp: @escaping @Sendable () -> Void,
    until isOver: () async throws -> Void
  ) async throws {
    let url = try #require(URL(string: "https://bot.example.org/spb"))
    let webhook = Webhook(
      api: telegram, address: WebhookAddress(url: url, secret: "s"), logger: TestBot.quiet,
      caughtUp: caughtUp)
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

  init(_ pending: Int...) { state = Mutex((pending, [])) }

  var calls: [String] { state.withLock(\.calls) }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    let pending = state.withLock { state in
      state.calls.append(M.name)
      return method is GetWebhookInfo && !state.pending.isEmpty ? state.pending.removeFirst() : nil
    }
    if let answer = pending.map({ WebhookInfo(pendingUpdates: $0) }) as? M.Answer { return answer }
    if method is SetWebhook, let answer = true as? M.Answer { return answer }
    throw .unavailable(reason: "HTTP 502", effect: .unknown, method: M.name)
  }

  func download(_ file: Telegram.File, bytesMax: Int) async throws(TelegramError) -> Data { Data() }
}
