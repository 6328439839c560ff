import BotLoop
import Foundation
import Jobs
import Logging
import Logs
import OfficeActor
import OfficeConfiguration
import Persistence
import ServiceLifecycle
import Telegram
import UnixSignals
import Vitals

/// All parts of the bot, put together.
struct Bot {
  let configuration: Configuration
  /// Reads and checks the configuration as it is now.
  let reload: @Sendable () throws(Configuration.Mistakes) -> Configuration
  let token: Secret
  /// How fast messages go out.
  let pace: PaceLimits
  let clock: WallClock
  /// Tests only: a text that ends the process when somebody writes it.
  var trap: String?
  /// The destination of `logger`.
  let logs: ProcessLogs
  let logger: Logger
  let vitals = Vitals()

  /// Runs until SIGTERM or SIGINT, then ends in order.
  ///
  /// - Throws: what kept it from starting or going on, in words for the operator.
  func run() async throws {
    guard let token = BotToken(token.value) else {
      throw StartFailure(description: "BOT_TOKEN does not hold a bot's token")
    }
    // Held until the process ends: no other process works on the same data.
    let lock = try DataFolderLock(folder: configuration.data)
    defer { withExtendedLifetime(lock) {} }
    logs.errors.keep(in: configuration.data, logger: logger)
    let lines = TelegramLines(
      to: configuration.telegram.apiURL, with: token, at: pace, vitals: vitals, logger: logger)
    let office = try await openOffice(through: lines.api)
    let keeper = snapshotKeeper(of: office)
    let talk = try openTalk(in: office, over: lines, as: token.botID)
    logger.info(
      "the office is open",
      metadata: ["office": "\(configuration.office.name)", "version": "\(Officebot.version)"])
    var failure: (any Error)?
    do {
      try await ServiceGroup(
        services: try services(of: office, keeper, talk, over: lines),
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger.forServices
      ).run()
    } catch {
      failure = error
    }
    let closingFailure = await close(office, keeper, talk, lines)
    if let failure = failure ?? closingFailure { throw failure }
    logger.info("the office is closed")
  }

  /// Everything that runs side by side, in the order of starting. Services are stopped in reverse: the webhook's page
  /// first, so that what it took is still handled.
  private func services(
    of office: OpenOffice, _ keeper: SnapshotKeeper, _ talk: Talk, over lines: TelegramLines
  ) throws -> [any Service] {
    let (state, hearing) = (office.state, office.hearing)
    let monitor = Monitor(
      vitals: vitals, state: state, logs: logs, polls: configuration.telegram.webhook == nil,
      now: { clock.now })
    let alarm = DiskAlarm(
      trouble: office.trouble, admins: { state.office.rules.admins },
      language: { state.office.language(of: $0) }, api: lines.api, logger: logger)
    let clockWatch = clockWatch(of: office, keeper)
    let continuing = Continuing { hearing.note(.stoodStill) }
    let inForce = ConfigurationInForce(
      configuration, of: state, logs: logs, load: reload, rulesChanged: { hearing.noteOtherRules() },
      logger: logger)
    let upkeep = upkeep(
      of: office, jobs: jobs(of: office, keeper, talk, by: inForce), talk, by: clockWatch)
    return try watchers(monitor) + [alarm, clockWatch, continuing, upkeep, inForce, talk.loop]
      + [talk.page].compactMap(\.self)
  }

  /// What tells others how the process is doing.
  private func watchers(_ monitor: Monitor) throws -> [any Service] {
    let socket = try HealthSocket(folder: configuration.data) { monitor.health.json }
    guard let address = configuration.http.listen else { return [socket] }
    return [socket, MetricsPage(address: address, monitor: monitor, logger: logger)]
  }

  /// Ends in order.
  ///
  /// - Returns: the first failure.
  private func close(
    _ office: OpenOffice, _ keeper: SnapshotKeeper, _ talk: Talk, _ lines: TelegramLines
  ) async -> (any Error)? {
    await Closing(steps: [
      ("end the polls", { lines.endPolls() }),
      ("end the calls to Telegram", { lines.endCalls() }),
      ("note that nothing is in hand", { await talk.notes?.finish() }),
      ("store which updates are handled", { try await office.state.saveRequests() }),
      ("write a snapshot", { try await keeper.take() }),
      ("close the office's database", { try office.database.close() }),
    ]).run { what, error in
      logger.error("could not \(what)", metadata: ["error": "\(error)"])
    }
  }
}

extension Logger {
  /// What starts and stops the parts tells of every step; that is for debugging.
  var forServices: Logger {
    var logger = self
    if logLevel == .info { logger.logLevel = .notice }
    return logger
  }
}
