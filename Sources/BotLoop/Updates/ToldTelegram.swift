import Foundation
import Logging
import Persistence
import Telegram

/// What Telegram is told about the bot: each thing only when it changed, for the limits are strict.
struct ToldTelegram: Sendable {
  let api: any BotAPI
  let bot: UserID
  let store: ChatStore
  let logger: Logger

  /// Makes a call unless Telegram was told the same before.
  ///
  /// - Returns: whether Telegram knows it now.
  @discardableResult
  func tell(_ what: String, _ call: some BotMethod) async -> Bool {
    do {
      let value = String(decoding: try JSONEncoder.stable.encode(call), as: UTF8.self)
      guard try await store.told(what, bot: bot.rawValue) != value else { return true }
      _ = try await api.call(call)
      try await store.rememberTold(what, value, bot: bot.rawValue)
      return true
    } catch {
      logger.warning(
        "Telegram was not told about the bot; the next start tries again",
        metadata: ["what": "\(what)", "error": "\(error)"])
      return false
    }
  }
}

extension JSONEncoder {
  fileprivate static var stable: JSONEncoder {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    return encoder
  }
}
