import Conversation
import Foundation
import Logging
import OfficeActor
import Persistence
import ServiceLifecycle
import Telegram

/// Makes itself known at the start: asks Telegram who the bot is, and tells it what people find in the bot's own menu
/// and profile, in every language; each of that only when it changed, for the limits are strict.
struct Greeting: Service, CustomStringConvertible {
  let api: any BotAPI
  let bot: UserID
  let officeName: String
  let office: @Sendable () -> Office
  let store: ChatStore
  let logger: Logger

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
      await tellMenusAndProfile()
    }
    // A service that ends while others are being stopped counts as failed: it stays until it is its turn.
    try? await gracefulShutdown()
  }

  func tellMenusAndProfile() async {
    let office = office()
    await tell("commands", commands(in: office.rules.language))
    for language in Language.allCases where language != office.rules.language {
      await tell("commands \(language.rawValue)", commands(in: language, for: language.rawValue))
    }
    for admin in office.rules.admins.sorted() where office.profiles[admin] != nil {
      let own = SetMyCommands(
        commands: entries(in: office.language(of: admin), isAdmin: true),
        scope: .chat(ChatID(admin.rawValue)))
      await tell("commands of \(admin.rawValue)", own)
    }
    for language in Language.allCases {
      let tag = language == office.rules.language ? nil : language.rawValue
      let key = tag.map { " \($0)" } ?? ""
      await tell(
        "description" + key,
        SetMyDescription(description: language.botDescription(officeName), languageCode: tag))
      await tell(
        "short description" + key,
        SetMyShortDescription(shortDescription: language.botShortDescription, languageCode: tag))
    }
  }

  private func commands(in language: Language, for tag: String? = nil) -> SetMyCommands {
    SetMyCommands(commands: entries(in: language), scope: .allPrivateChats, languageCode: tag)
  }

  private func entries(in language: Language, isAdmin: Bool = false) -> [BotCommand] {
    ChatCommand.menuEntries(in: language, isAdmin: isAdmin).map {
      BotCommand(command: $0.command.rawValue, description: $0.description)
    }
  }

  /// Makes a call unless Telegram was told the same before.
  private func tell(_ what: String, _ call: some BotMethod) async {
    do {
      let value = String(decoding: try JSONEncoder.stable.encode(call), as: UTF8.self)
      guard try await store.told(what, bot: bot.rawValue) != value else { return }
      _ = try await api.call(call)
      try await store.rememberTold(what, value, bot: bot.rawValue)
    } catch {
      logger.warning(
        "Telegram was not told about the bot; the next start tries again",
        metadata: ["what": "\(what)", "error": "\(error)"])
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
