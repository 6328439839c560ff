public import Foundation
public import Logging
import Synchronization
import Waiting

/// The Bot API at the pace that Telegram accepts. Every call of the program goes through one of these, so that all
/// waits that Telegram asks for are kept.
///
/// Calls to chats wait in queues: to one chat one at a time, in order; answers before notices; chats in turn. What a
/// newer edit makes pointless is dropped; a chat told to slow down is left alone for so long. Other calls go at once,
/// and again after such a wait, as long as their result is of use. Transient failures are repeated where that cannot
/// do anything twice.
public final class PacedBotAPI: BotAPI {
  private let api: any BotAPI
  private let limits: PaceLimits
  private let timeline: Timeline
  private let pacer: Pacer
  /// Until when Telegram wants none of these calls.
  private let holds = Mutex<[String: Duration]>([:])
  private let fraction: @Sendable () -> Double
  private let logger: Logger

  /// - Parameter fraction: random numbers from 0 to 1, for the pauses between attempts.
  public init<C: Clock>(
    api: any BotAPI, clock: C, limits: PaceLimits = PaceLimits(),
    fraction: @escaping @Sendable () -> Double = { Double.random(in: 0...1) },
    logger: Logger = Logger(label: "telegram")
  ) where C.Duration == Duration {
    self.api = api
    self.limits = limits
    self.timeline = Timeline(clock)
    self.pacer = Pacer(limits, timeline: timeline)
    self.fraction = fraction
    self.logger = logger
  }

  // MARK: To a chat

  /// Makes the call when its turn comes, and again if it failed and twice is the same as once. Cancelling the task
  /// takes it out of the queue, or ends it if it is under way.
  ///
  /// - Parameter key: drops a waiting older call with the same key, which then throws `superseded`.
  /// - Throws: among others `unavailable` with the effect `unknown`: a message that may have arrived is not repeated
  ///   here. The caller knows whether it is worth a second one.
  public func send<M: ChatMethod>(
    _ method: M, lane: Lane, superseding key: SupersessionKey? = nil
  ) async throws(TelegramError) -> M.Answer {
    try await send(to: method.chatID, lane: lane, superseding: key) { method }
  }

  /// The same with a call that is put together only when its turn has come, and anew after every wait: what is
  /// checked while it is put together holds when it goes out.
  ///
  /// - Parameters:
  ///   - failed: told when a call that was put together came to nothing, before the wait for the next attempt.
  ///   - making: the call, to that chat; what it throws is thrown, and nothing is sent.
  /// - Throws: what `making` throws, and ``TelegramError`` as for a call that is ready.
  public func send<M: ChatMethod>(
    to chat: ChatID, lane: Lane, superseding key: SupersessionKey? = nil, failed: () -> Void = {},
    _ making: () async throws(TelegramError) -> M
  ) async throws(TelegramError) -> M.Answer {
    let entry = pacer.entry(for: chat, lane: lane, key: key)
    try await pacer.turn(of: entry).orThrow(method: M.name)
    var attempt = 1
    var holds = 0
    while true {
      var isMade = false
      var hasSubstitute = false
      let failure: TelegramError
      do {
        let method = try await making()
        isMade = true
        hasSubstitute = method.hasSubstitute
        let answer = try await api.call(method)
        pacer.finish(entry)
        return answer
      } catch {
        failure = error
      }
      if isMade { failed() }
      if hasSubstitute, case .unavailable = failure {
        pacer.finish(entry)
        throw failure
      }
      guard isMade,
        let pause = pause(after: failure, attempt: attempt, holds: holds, isRepeatable: M.isIdempotent)
      else {
        pacer.finish(entry, holdingFor: isMade ? rest(after: failure) : .zero)
        throw failure
      }
      logRepeat(after: failure, attempt: attempt + holds, pause: pause)
      if case .retryAfter = failure { holds += 1 } else { attempt += 1 }
      try await pacer.anotherTurn(of: entry, after: pause).orThrow(method: M.name)
    }
  }

  /// Whether a call to this chat would go out at once: no hold, nothing before it, pace to spare.
  public func isDue(chat: ChatID) -> Bool { pacer.isDue(chat) }

  // MARK: Anything else

  /// Makes a call that no chat's pace limits: at once, or when the wait is over that Telegram asked for; and again
  /// after such a wait, or after trouble if that cannot do anything twice, as long as it is of use.
  ///
  /// - Throws: ``TelegramError`` when the call failed and is not repeated.
  public func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    try await patiently(
      M.name, held: M.sharesWaits, usefulFor: M.usefulFor, isRepeatable: M.isIdempotent
    ) { () throws(TelegramError) in try await api.call(method) }
  }

  /// The contents of a file, with the same patience.
  ///
  /// - Throws: ``TelegramError`` when the file cannot be fetched.
  public func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
    try await patiently(
      "file download", held: true, usefulFor: GetFile.usefulFor, isRepeatable: true
    ) { () throws(TelegramError) in try await api.download(file, bytesMax: bytesMax) }
  }

  private func patiently<Answer>(
    _ name: String, held isHeld: Bool, usefulFor span: Duration, isRepeatable: Bool,
    _ call: () async throws(TelegramError) -> Answer
  ) async throws(TelegramError) -> Answer {
    let end = timeline.now() + span
    var attempt = 1
    while true {
      if isHeld, let hold = holds.withLock({ $0[name] }), case let wait = hold - timeline.now(), wait > .zero
      {
        guard hold < end else { throw .retryAfter(wait, method: name) }
        try await sleep(for: wait, method: name)
      }
      let failure: TelegramError
      do { return try await call() } catch { failure = error }
      let pause = pause(after: failure, attempt: attempt, holds: 0, isRepeatable: isRepeatable)
      if isHeld, case .retryAfter(let wait, _) = failure { hold(name, for: wait) }
      guard let pause, timeline.now() + pause < end else { throw failure }
      logRepeat(after: failure, attempt: attempt, pause: pause)
      if case .retryAfter = failure {} else { attempt += 1 }
      try await sleep(for: pause, method: name)
    }
  }

  private func hold(_ name: String, for wait: Duration) {
    let until = timeline.now() + wait
    holds.withLock { $0[name] = max($0[name] ?? .zero, until) }
  }

  private func sleep(for span: Duration, method: String) async throws(TelegramError) {
    guard (try? await timeline.sleep(timeline.now() + span)) != nil else { throw .cancelled(method: method) }
  }

  // MARK: Pauses

  /// Pause before the next attempt, during which the chat is left alone; `nil` if there is no further attempt.
  private func pause(
    after failure: TelegramError, attempt: Int, holds: Int, isRepeatable: Bool
  ) -> Duration? {
    switch failure {
    case .retryAfter(let wait, _): return holds < limits.holdsMax ? wait : nil
    case .unavailable(_, let effect, _) where isRepeatable || effect == .didNotHappen:
      guard attempt < limits.attemptsMax else { return nil }
      return limits.backoff.pause(after: attempt, fraction: fraction())
    default: return nil
    }
  }

  /// How long a chat is left alone after a call that is not repeated.
  private func rest(after failure: TelegramError) -> Duration {
    switch failure {
    case .retryAfter(let wait, _): wait
    case .unavailable: limits.rest
    default: .zero
    }
  }

  private func logRepeat(after failure: TelegramError, attempt: Int, pause: Duration) {
    logger.info(
      "will repeat a call",
      metadata: ["error": "\(failure)", "attempt": "\(attempt)", "pause": "\(pause)"])
  }
}

extension Pacer.Turn {
  /// Returns when the call may be made.
  fileprivate func orThrow(method: String) throws(TelegramError) {
    switch self {
    case .go: return
    case .superseded: throw .superseded(method: method)
    case .cancelled: throw .cancelled(method: method)
    case .full: throw .unavailable(reason: "too many calls wait", effect: .didNotHappen, method: method)
    }
  }
}
