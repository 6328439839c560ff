public import Logging

/// The Bot API at the pace that Telegram accepts.
///
/// Calls wait in queues: to one chat one at a time, in order; answers before notices; chats in
/// turn. What a newer edit makes pointless is dropped; a chat told to slow down is left alone for
/// so long; what failed in passing is repeated where that is safe.
public final class PacedBotAPI: Sendable {
  private let api: any BotAPI
  private let limits: PaceLimits
  private let timeline: Timeline
  private let pacer: Pacer
  private let fraction: @Sendable () -> Double
  private let logger: Logger

  /// Times that an answer to a tap is tried; the spinner does not turn much longer.
  static let answerAttemptsMax = 3

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

  /// Makes the call when its turn comes, and again if it failed in passing. Cancelling the task
  /// takes it out of the queue, or ends it if it is under way.
  ///
  /// - Parameters:
  ///   - key: drops a waiting older call with the same key, which then throws `superseded`.
  ///   - repeatable: the caller would rather have it twice than not at all. Idempotent methods
  ///     are repeatable anyway.
  public func send<M: ChatMethod>(
    _ method: M, lane: Lane, superseding key: SupersessionKey? = nil, repeatable: Bool = false
  ) async throws(TelegramError) -> M.Answer {
    try await send(to: method.chat, lane: lane, superseding: key, repeatable: repeatable) { method }
  }

  /// The same with a call that is put together only when its turn has come, so that nothing is
  /// prepared for a call that is dropped before.
  ///
  /// - Parameter making: the call, to that chat; what it throws is thrown, and nothing is sent.
  public func send<M: ChatMethod>(
    to chat: ChatID, lane: Lane, superseding key: SupersessionKey? = nil, repeatable: Bool = false,
    _ making: () async throws(TelegramError) -> M
  ) async throws(TelegramError) -> M.Answer {
    let entry = pacer.entry(for: chat, lane: lane, key: key)
    try await pacer.turn(of: entry).orThrow(method: M.name)
    var made: M?
    var attempt = 1
    var holds = 0
    while true {
      let failure: TelegramError
      do {
        let method = if let made { made } else { try await making() }
        made = method
        let answer = try await api.call(method)
        pacer.finish(entry)
        return answer
      } catch {
        failure = error
      }
      guard made != nil,
        let pause = pause(
          after: failure, attempt: attempt, holds: holds, isRepeatable: repeatable || M.isIdempotent)
      else {
        pacer.finish(entry, holdingFor: failure.wait)
        throw failure
      }
      logRepeat(after: failure, attempt: attempt + holds, pause: pause)
      if case .retryAfter = failure { holds += 1 } else { attempt += 1 }
      try await pacer.anotherTurn(of: entry, after: pause).orThrow(method: M.name)
    }
  }

  /// Answers a tap: at once, because Telegram does not limit the pace of that, and a few times if
  /// it is unavailable.
  public func answer(_ query: AnswerCallbackQuery) async throws(TelegramError) {
    let begin = timeline.now()
    for attempt in 1... {
      do {
        _ = try await api.call(query)
        return
      } catch {
        guard case .unavailable = error, attempt < Self.answerAttemptsMax else { throw error }
        let pause = limits.backoff.pause(afterAttempt: attempt, fraction: fraction())
        guard timeline.now() + pause < begin + AnswerCallbackQuery.usefulFor else { throw error }
        logRepeat(after: error, attempt: attempt, pause: pause)
        guard (try? await timeline.sleep(timeline.now() + pause)) != nil else {
          throw .cancelled(method: AnswerCallbackQuery.name)
        }
      }
    }
  }

  /// Whether a call to this chat would go out at once: no hold, nothing before it, pace to spare.
  public func isDue(chat: ChatID) -> Bool { pacer.isDue(chat) }

  /// How long to leave the chat alone before the next attempt; `nil` if there is to be none.
  private func pause(
    after failure: TelegramError, attempt: Int, holds: Int, isRepeatable: Bool
  ) -> Duration? {
    switch failure {
    case .retryAfter(let wait, _): return holds < limits.holdsMax ? wait : nil
    case .unavailable(_, let effect, _) where isRepeatable || effect == .didNotHappen:
      guard attempt < limits.attemptsMax else { return nil }
      return limits.backoff.pause(afterAttempt: attempt, fraction: fraction())
    default: return nil
    }
  }

  private func logRepeat(after failure: TelegramError, attempt: Int, pause: Duration) {
    logger.info(
      "will repeat a call",
      metadata: ["error": "\(failure)", "attempt": "\(attempt)", "pause": "\(pause)"])
  }
}

extension Pacer.Turn {
  /// Returns when the call is to be made.
  fileprivate func orThrow(method: String) throws(TelegramError) {
    switch self {
    case .go: return
    case .superseded: throw .superseded(method: method)
    case .cancelled: throw .cancelled(method: method)
    case .full: throw .unavailable(reason: "too many calls wait", effect: .didNotHappen, method: method)
    }
  }
}

extension TelegramError {
  /// How long Telegram wants the chat to be left alone.
  fileprivate var wait: Duration {
    if case .retryAfter(let wait, _) = self { wait } else { .zero }
  }
}
