import Foundation
import Logging
import Persistence
import Telegram

/// Tells Telegram what people find in the bot's own menu; only when it changed, for the limits are strict.
struct Greeting: Sendable {
  let api: any BotAPI
  let bot: UserID
  let store: ChatStore
  let logger: Logger

  private static let commands = "commands"

  func tellCommands() async {
    let call = SetMyCommands(commands: ChatCommand.menuEntries, scope: .allPrivateChats)
    do {
      let value = String(decoding: try JSONEncoder.stable.encode(call), as: UTF8.self)
      guard try await store.told(Self.commands, bot: bot.rawValue) != value else { return }
      _ = try await api.call(call)
      try await store.rememberTold(Self.commands, value, bot: bot.rawValue)
    } catch {
      logger.warning(
        "the list of commands was not set; the next start tries again", metadata: ["error": "\(error)"])
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
