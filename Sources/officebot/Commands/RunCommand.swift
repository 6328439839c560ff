import ArgumentParser
import Foundation
import Logging

/// `officebot run`: the bot, until it is told to stop.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the bot.",
    discussion: "The bot's token comes from the environment: BOT_TOKEN, or BOT_TOKEN_FILE with a file's path."
  )

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    let configuration = try Configuration.load(orExitWith: config.path)
    let token: Secret
    do {
      token = try Secrets.botToken(environment: ProcessInfo.processInfo.environment)
    } catch {
      throw StartFailure(description: error.message)
    }
    var logger = Logger(label: "officebot") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = configuration.logs.level.swiftLog
    try await Bot(configuration: configuration, token: token, logger: logger).run()
  }
}
