import Foundation
import Synchronization
import Telegram
import Vitals

/// The Bot API, with a note of every call, and of how long taps wait for their answers.
struct MeasuredBotAPI: BotAPI {
  let api: any BotAPI
  let vitals: Vitals
  /// The same for all that serve one bot: a tap comes with one and is answered through another.
  let taps: TapWatch

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    // A poll for more means that the previous updates are handled.
    if method is GetUpdates { vitals.noteUpdates(handled: taps.takeUpdates()) }
    do {
      let answer = try await api.call(method)
      vitals.noteCall(of: M.name, error: nil)
      if let batch = answer as? UpdateBatch {
        vitals.notePoll()
        taps.begin(batch.updates)
      }
      if let tap = method as? AnswerCallbackQuery, let wait = taps.end(tap.callbackQueryID) {
        vitals.noteTap(answeredAfter: wait)
      }
      return answer
    } catch {
      if let kind = error.kind { vitals.noteCall(of: M.name, error: kind) }
      throw error
    }
  }

  func download(_ file: File, bytesMax: Int) async throws(TelegramError) -> Data {
    try await api.download(file, bytesMax: bytesMax)
  }
}

/// The taps that have not been answered, and since when they are known.
final class TapWatch: Sendable {
  private struct Waiting {
    var taps: [CallbackQueryID: ContinuousClock.Instant] = [:]
    var updates = 0
  }

  /// More than this were never answered: they are forgotten.
  static let tapsMax = 10_000

  private let waiting = Mutex(Waiting())

  func begin(_ updates: [Update]) {
    let now = ContinuousClock.now
    waiting.withLock { waiting in
      waiting.updates += updates.count
      if waiting.taps.count > Self.tapsMax { waiting.taps = [:] }
      for case .callbackQuery(let query)? in updates.map(\.content) { waiting.taps[query.id] = now }
    }
  }

  /// How long the tap has waited; nil if it is not known.
  func end(_ tap: CallbackQueryID) -> Duration? {
    waiting.withLock { $0.taps.removeValue(forKey: tap) }.map { ContinuousClock.now - $0 }
  }

  /// How many updates have come since the last time.
  func takeUpdates() -> Int {
    waiting.withLock { waiting in
      defer { waiting.updates = 0 }
      return waiting.updates
    }
  }
}

extension TelegramError {
  /// What there is to do about it, in a word; nil for what is no trouble.
  fileprivate var kind: String? {
    switch self {
    case .notModified, .superseded, .cancelled: nil
    case .retryAfter: "retry_after"
    case .unavailable: "unavailable"
    case .personUnreachable: "unreachable"
    case .messageGone: "message_gone"
    case .queryTooOld: "query_too_old"
    case .fileRefused: "file_refused"
    case .tokenRefused: "token_refused"
    case .secondPoller, .webhookActive: "conflict"
    case .chatMigrated, .refused: "refused"
    }
  }
}
