import BotLoop
import FloorPlan
import Foundation
import Jobs
import Logging
import Logs
import OfficeActor
import Persistence
import ServiceLifecycle
import Telegram
import UnixSignals
import Vitals

/// All parts of the bot, put together.
struct Bot {
  let configuration: Configuration
  /// Reads and checks the configuration as it is now.
  let reload: @Sendable () throws(ConfigurationMistakes) -> Configuration
  let token: Secret
  /// How fast messages go out.
  let pace: PaceLimits
  let clock: WallClock
  /// Tests only: a text that ends the process when somebody writes it.
  var trap: String?
  /// Where `logger` leads to.
  let logs: ProcessLogs
  let logger: Logger
  let vitals = Vitals()

  /// Runs until SIGTERM or SIGINT, then ends in order.
  ///
  /// - Throws: what kept it from starting or going on, in words for the operator.
  func run() async throws {
    let now: @Sendable () -> Date = { clock.now }
    guard let token = BotToken(token.value) else {
      throw StartFailure(description: "BOT_TOKEN does not hold a bot's token")
    }
    // Held until the process ends: nobody else works on the same data.
    let lock = try DataFolderLock(folder: configuration.data)
    defer { withExtendedLifetime(lock) {} }
    logs.errors.keep(in: configuration.data, logger: logger)
    let snapshots = SnapshotFolder(configuration.snapshots.folder)
    let (database, loaded) = try await openOffice(snapshots, at: now())
    // Before anything is written by the present clock.
    let lastKnown = try database.lastKnownMoment()
    let apiURL = configuration.telegram.apiURL.absoluteString
    let client = TelegramClient(token: token, apiURL: apiURL)
    // With connections of its own, so that calls which hang never keep a poll from starting.
    let polling = TelegramClient(token: token, apiURL: apiURL)
    let taps = TapWatch()
    let api = PacedBotAPI(
      api: MeasuredBotAPI(api: client, vitals: vitals, taps: taps), clock: ContinuousClock(), limits: pace,
      logger: logger)
    let trouble = DiskTrouble()
    let hearing = hearing(through: api, database)
    let state = OfficeState(
      loaded.office, handled: loaded.handled,
      storage: LoggedStorage(
        storage: MeasuredStorage(
          storage: database, vitals: vitals, trouble: trouble, begins: { hearing.noteCommitBegins() },
          isSaving: { hearing.noteCommitEnds(isSaved: $0) }),
        events: logs.events),
      now: now, overloaded: { hearing.note(.notSaved) })
    let alarm = DiskAlarm(trouble: trouble, admins: { state.office.rules.admins }, api: api, logger: logger)
    let inForce = ConfigurationInForce(
      configuration, of: state, logs: logs, load: reload, rulesChanged: { hearing.noteOtherRules() },
      logger: logger)
    Allocation.giveBackWhatIsFree()
    try await readEmployees(into: state, isNew: loaded.isNew)
    try await open(state)
    let chats = try ChatStore.opened(in: configuration.data, at: now()) { reason, aside in
      logger.error(
        "what the bot remembered of chats is damaged; it was moved aside, and a new store begun",
        metadata: ["reason": "\(reason)", "moved_to": "\(aside.path(percentEncoded: false))"])
    }
    let notes = openNotes()
    let crashGuard = CrashGuard(notes: notes)
    let group = configuration.registration.mode.group.map { GroupMembership(group: $0, api: api) }
    let webhook = configuration.telegram.webhook
    let secret = webhook?.secret ?? .random
    let caughtUp = Alarm()
    let renderer = FloorPlanRenderer(plan: configuration.floorPlan)
    let bot = BotLoop(
      state: state, officeName: configuration.office.name, bot: token.botID, api: api,
      polling: PacedBotAPI(
        api: MeasuredBotAPI(api: polling, vitals: vitals, taps: taps), clock: ContinuousClock(),
        logger: logger),
      webhook: webhook.map { WebhookAddress(url: $0.url, secret: secret.value) },
      group: group, invitation: configuration.registration.mode.invitation, database: database,
      errors: logs.errors, chats: chats, renderer: renderer,
      crashGuard: crashGuard, trap: trap, logger: logger, now: now,
      received: { reception in
        hearing.note(reception)
        if case .everything = reception { caughtUp.ring() }
      })
    let cleanup = Cleanup(
      state: state, database: database, chats: chats,
      retention: Cleanup.Retention(
        bookingsDays: configuration.retention.bookingsDays, journalDays: configuration.retention.journalDays,
        noticesDays: configuration.retention.noticesDays),
      now: now)
    let keeper = SnapshotKeeper(
      folder: snapshots,
      rotation: SnapshotRotation(
        hourly: configuration.snapshots.keepHourly, daily: configuration.snapshots.keepDaily,
        timeZone: configuration.office.timeZone),
      state: state, database: database, now: now, isClockBelieved: { clock.isBelieved })
    let clockWatch = clockWatch(since: lastKnown, state, database, keeper)
    let digest = ErrorDigest(
      state: state, history: database, at: { inForce.current.jobs.digestAt },
      hasErrors: { [errors = logs.errors] in !errors.groups(from: $0, to: $1).isEmpty }, now: now)
    let leavers = bot.group.map { group in
      Leavers(state: state, logger: logger) { account in await group.standing(of: account) }
    }
    // A folder that cannot be read is the job's to tell.
    if let newest = try? snapshots.snapshots(at: now()).first {
      vitals.noteSnapshot(age: .seconds(now().timeIntervalSince(newest.takenAt)))
    }
    let jobs: [Job] = [
      .daily(
        "cleanup", at: { inForce.current.jobs.cleanupAt }, in: configuration.office.timeZone,
        needsBelievedClock: true
      ) {
        try await cleanup.run()
        logs.errors.forget(before: now() - TimeInterval(86_400 * configuration.retention.errorsDays))
        try await leavers?.run()
      },
      .every(configuration.snapshots.every, "snapshot") {
        try await keeper.take()
        vitals.noteSnapshot(age: .zero)
      },
      digest.job,
    ]
    let runner = JobRunner(
      jobs: (jobs + AttendanceDay(state: state, now: now).jobs).map { $0.watched(by: crashGuard, logger) },
      history: database, now: now,
      sleep: { try await clock.sleep($0) }, isClockBelieved: { clockWatch.isBelieved },
      ran: { vitals.noteRun(of: $0, isDone: $1) }, logger: logger)
    let deadlines = Deadlines(
      state: state, hearing: hearing, isClockBelieved: { clockWatch.isBelieved }, now: now,
      sleep: { try await clock.sleep($0) }, logger: logger)
    let upkeep = upkeep(
      of: state, with: [runner, deadlines, trialDay(drawnBy: renderer)], delivering: bot.notices,
      by: clockWatch, after: caughtUp)
    let continuing = Continuing { hearing.note(.stoodStill) }
    let monitor = Monitor(vitals: vitals, state: state, logs: logs, polls: webhook == nil, now: now)
    // Stopped first, so that what was taken is still handled.
    let page = webhook.map {
      WebhookPage(
        listen: $0.listen, path: $0.path, secret: secret, vitals: vitals, taps: taps, logger: logger,
        take: { await bot.take($0) })
    }
    logger.info(
      "the office is open",
      metadata: ["office": "\(configuration.office.name)", "version": "\(Officebot.version)"])
    var failure: (any Error)?
    do {
      try await ServiceGroup(
        services: try watchers(monitor) + [alarm, clockWatch, continuing, upkeep, inForce, bot]
          + [page].compactMap(\.self),
        gracefulShutdownSignals: [.sigterm, .sigint],
        logger: logger.forServices
      ).run()
    } catch {
      failure = error
    }
    let closing = Closing(steps: [
      ("end the polls", { polling.close() }),
      ("end the calls to Telegram", { client.close() }),
      ("note that nothing is in hand", { await notes?.finish() }),
      ("store which updates are handled", { try await state.saveRequests() }),
      ("write a snapshot", { try await keeper.take() }),
      ("close the office's database", { try database.close() }),
    ])
    let closingFailure = await closing.run { what, error in
      logger.error("could not \(what)", metadata: ["error": "\(error)"])
    }
    if let failure = failure ?? closingFailure { throw failure }
    logger.info("the office is closed")
  }

  /// What tells others how the process is doing.
  private func watchers(_ monitor: Monitor) throws -> [any Service] {
    let socket = try HealthSocket(folder: configuration.data) { monitor.health.json }
    guard let address = configuration.http.listen else { return [socket] }
    return [socket, MetricsPage(address: address, monitor: monitor, logger: logger)]
  }

  /// The file of names is for a new office only; afterwards the office keeps its own list.
  private func readEmployees(into state: OfficeState, isNew: Bool) async throws {
    let names = configuration.employees?.names ?? []
    if isNew {
      guard !names.isEmpty else { return }
      do {
        _ = try await state.perform(.addEmployees(names), by: .bot)
      } catch {
        throw StartFailure(description: "the list of employees could not be stored: \(error)")
      }
    } else {
      let unknown = names.filter { state.office.employees.named($0) == nil }
      guard !unknown.isEmpty else { return }
      logger.warning(
        "names in the employees file are not in the office; the file is read into a new office only",
        metadata: ["names": "\(unknown.count)", "first": "\(unknown[0].text)"])
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
