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
  let told: ToldTelegram
  let officeName: String
  let office: @Sendable () -> Office
  let adminMenus: AdminMenus
  let logger: Logger

  var description: String { "greeting" }

  /// - Throws: ``UpdateLoopError`` if Telegram refuses the token.
  func run() async throws {
    try await cancelWhenGracefulShutdown {
      do throws(TelegramError) {
        let bot = try await told.api.call(GetMe())
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
    await told.tell("commands", commands(in: office.rules.language))
    for language in Language.allCases where language != office.rules.language {
      await told.tell("commands \(language.rawValue)", commands(in: language, for: language.rawValue))
    }
    for admin in office.rules.admins.sorted() where office.profiles[admin] != nil {
      await adminMenus.tell(admin)
    }
    for language in Language.allCases {
      let tag = language == office.rules.language ? nil : language.rawValue
      let key = tag.map { " \($0)" } ?? ""
      await told.tell(
        "description" + key,
        SetMyDescription(description: language.botDescription(officeName), languageCode: tag))
      await told.tell(
        "short description" + key,
        SetMyShortDescription(shortDescription: language.botShortDescription, languageCode: tag))
    }
  }

  private func commands(in language: Language, for tag: String? = nil) -> SetMyCommands {
    SetMyCommands(commands: BotCommand.entries(in: language), scope: .allPrivateChats, languageCode: tag)
  }
}
