import Conversation
import Foundation
import Logging
import Persistence
import ServiceLifecycle
import Telegram

/// Makes itself known at the start: asks Telegram who the bot is, and tells it what people find in the bot's
/// own menu; that only when it changed, for the limits are strict.
struct Greeting: Service, CustomStringConvertible {
  let api: any BotAPI
  let bot: UserID
  let store: ChatStore
  let logger: Logger

  private static let commands = "commands"

  var description: String { "greeting" }

  /// - Throws: ``UpdateLoopError`` if Telegram refuses the token.
  func run() async throws {
    try await cancelWhenGracefulShutdown {
      do throws(TelegramError) {
        let bot = try await api.call(GetMe())
        logger.info("Telegram knows the bot", metadata: ["username": "\(bot.username ?? "none")"])
      } catch .tokenRefused {
        throw UpdateLoopError.tokenRefused
      } catch {
        logger.warning("Telegram did not say who the bot is", metadata: ["error": "\(error)"])
      }
      await tellCommands()
    }
    // A service that ends while others are being stopped counts as failed: it stays until it is its turn.
    try? await gracefulShutdown()
  }

  func tellCommands() async {
    let call = SetMyCommands(
      commands: ChatCommand.menuEntries.map {
        BotCommand(command: $0.command.rawValue, description: $0.description)
      }, scope: .allPrivateChats)
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
