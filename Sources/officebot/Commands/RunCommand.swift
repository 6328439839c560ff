import ArgumentParser
import Foundation
import Logging
import Logs
import OfficeConfiguration
import Telegram

/// `officebot run`: the bot, until it is told to stop.
struct RunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Run the bot.",
    discussion: """
      The bot's token comes from the environment: BOT_TOKEN, or BOT_TOKEN_FILE with a file's path.

      OFFICEBOT_PACE=off lets messages go as fast as they can. It is for tests against a server of one's own; \
      Telegram would refuse most of them.

      OFFICEBOT_CLOCK_FILE names a file that says by how many seconds the bot's clock is ahead of the machine's. \
      It is for the demo and for tests, which move the time.

      OFFICEBOT_TRAP is a text that ends the process when somebody writes it to the bot. It is for tests of what \
      becomes of an input that does so.
      """)

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    try await reportingFailure {
      let environment = ProcessInfo.processInfo.environment
      var notes: [Configuration.Finding] = []
      let configuration = try await Configuration.rehearsed(
        from: config.path, environment: environment, isDrawn: false,
        isBotRunning: HealthCommand.isBotRunning(on:)
      ) {
        notes.append($0)
      }
      let token = try Secrets.botToken(environment: environment)
      let pace = try Self.pace
      let clock = WallClock(file: environment["OFFICEBOT_CLOCK_FILE"].map { URL(filePath: $0) })
      let secrets = [token, configuration.registration.invite, configuration.telegram.webhook?.secret]
      let logs = ProcessLogs(
        folder: configuration.logs.folder, level: configuration.logs.level,
        hiding: secrets.compactMap { $0?.value },
        rotation: LogRotation(keptFor: .seconds(86_400 * configuration.retention.errorsDays)),
        now: { clock.now }, isClockBelieved: { clock.isBelieved })
      LoggingSystem.bootstrap { logs.handler(label: $0) }
      // Writing to a stream that nobody reads any more fails; it does not end the process.
      signal(SIGPIPE, SIG_IGN)
      // Nor does a SIGHUP that comes before anybody waits for it.
      signal(SIGHUP, SIG_IGN)
      defer { logs.flush() }
      let logger = Logger(label: "officebot")
      for note in notes { logger.warning("\(note)") }
      do {
        try await Bot(
          configuration: configuration,
          reload: { [path = config.path] () throws(Configuration.Mistakes) in
            try Configuration.load(from: path, environment: environment) { _ in }
          }, token: token, pace: pace, clock: clock,
          trap: environment["OFFICEBOT_TRAP"].flatMap { $0.isEmpty ? nil : $0 }, logs: logs, logger: logger
        ).run()
      } catch {
        logger.critical("the bot cannot go on", metadata: ["error": "\(error)"])
        throw error
      }
    }
  }

  private static var pace: PaceLimits {
    get throws {
      switch ProcessInfo.processInfo.environment["OFFICEBOT_PACE"] {
      case nil, "": PaceLimits()
      case "off": .unlimited
      case _?:
        throw StartFailure(
          description:
            "OFFICEBOT_PACE can only be `off`; without it, messages go at the pace that Telegram accepts")
      }
    }
  }
}
