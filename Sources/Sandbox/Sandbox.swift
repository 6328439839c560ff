public import Foundation
public import Logging
public import ServiceLifecycle

/// A local stand-in for the Bot API, with people who use the bot.
///
/// It speaks HTTP on loopback as Telegram does, refuses what Telegram refuses in the same words,
/// remembers every call, and lets tests and the page play the people. Run it as a service, or
/// for the length of a test:
///
///     try await Sandbox.withRunning { sandbox in
///       let anna = await sandbox.person("Анна")
///       try await anna.pressStart()
///       try await anna.tap("Меню")
///     }
public final class Sandbox: Service, Sendable {
  /// How it was set up.
  public let settings: Settings
  /// What goes wrong on purpose.
  public let faults: Faults

  let world: World
  let processes = ProcessSlot()
  private let logger: Logger
  private let listening = Listening()

  /// A sandbox that does not run yet.
  ///
  /// - Throws: When the specification that comes with the sandbox cannot be read.
  public init(_ settings: Settings = Settings(), logger: Logger = Logger(label: "sandbox")) throws {
    let changes = Changes()
    self.settings = settings
    self.logger = logger
    faults = Faults(seed: settings.seed, changes: changes)
    world = World(
      settings: settings, changes: changes, faults: faults, specification: try .bundled())
  }

  /// Runs until the service group shuts down gracefully or the task is cancelled.
  public func run() async throws {
    let server = WebServer(world: world, processes: processes, listening: listening, logger: logger)
    // Polls that wait would keep their connections, and with them the server, for most of a minute.
    try await withTaskCancellationOrGracefulShutdownHandler {
      try await server.run()
    } onCancelOrGracefulShutdown: { [world] in
      Task { await world.close() }
    }
  }

  /// Runs a sandbox for the length of a closure, which gets it when it listens.
  public static func withRunning<Result: Sendable>(
    _ settings: Settings = Settings(), _ body: @Sendable @escaping (Sandbox) async throws -> Result
  ) async throws -> Result {
    var logger = Logger(label: "sandbox")
    logger.logLevel = .error
    let sandbox = try Sandbox(settings, logger: logger)
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: sandbox)], logger: logger))
    return try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      defer { sandbox.listening.set(.failure(CancellationError())) }
      _ = try await sandbox.port
      do {
        let result = try await body(sandbox)
        await sandbox.world.close()
        await group.triggerGracefulShutdown()
        try await tasks.waitForAll()
        return result
      } catch {
        await sandbox.world.close()
        await group.triggerGracefulShutdown()
        try? await tasks.waitForAll()
        throw error
      }
    }
  }

  // MARK: Where it is

  /// The port on loopback, once it listens.
  public var port: Int {
    get async throws { try await listening.port }
  }

  /// What the bot takes for `telegram.api_url`, once it listens.
  public var url: String {
    get async throws { "http://127.0.0.1:\(try await port)" }
  }

  // MARK: People

  /// Somebody with a Telegram account; the same one when the id is known already.
  ///
  /// - Parameters:
  ///   - languageCode: the IETF tag of the app's language.
  ///   - isShown: whether the page shows the chat.
  public func person(
    _ firstName: String, id: Int64? = nil, username: String? = nil, languageCode: String = "ru",
    isShown: Bool = true
  ) async -> Person {
    let account = await world.addAccount(
      id: id, firstName: firstName, username: username, languageCode: languageCode, isShown: isShown)
    return Person(id: account.id, firstName: account.firstName, username: account.username, world: world)
  }

  /// A group chat in which the bot is an administrator.
  public func group(
    _ title: String, id: Int64 = -1_001_000_000_001, members: [Person] = []
  ) async throws -> Group {
    var statuses = Dictionary(uniqueKeysWithValues: members.map { ($0.id, GroupStatus.member) })
    statuses[settings.botID] = .administrator
    try await world.addGroup(id: id, title: title, members: statuses)
    return Group(id: id, title: title, world: world)
  }

  // MARK: Time and updates

  /// Moves the sandbox's clock forward.
  public func advance(by duration: Duration) {
    settings.clock.advance(by: duration)
    world.changes.note(.clock)
  }

  /// Delivers the last confirmed updates once more, whatever the bot's offset is.
  public func redeliverUpdates(last count: Int) async { await world.redeliver(last: count) }

  /// Ends the poll that waits, if one does, as a server does that restarts: what keeps calls from succeeding then
  /// strikes the next poll too.
  public func endPoll() async { await world.endWaitingPoll(.restart) }

  /// Lets a webhook stand in the way of polling, as after an operator's mistake.
  public func setWebhook(_ url: URL) async { await world.setWebhook(url, secret: nil) }

  // MARK: What happened

  /// The calls of the bot, oldest first; polls without updates are left out.
  public var calls: [CallRecord] {
    get async { await world.records }
  }

  /// How many calls there were, polls without updates left out.
  public var callsCount: Int {
    get async { await world.callsCount }
  }

  /// How many bytes of files the bot uploaded.
  public var uploadedBytes: Int {
    get async { await world.uploadedBytes }
  }

  /// Calls that were refused, less those that a fault refused.
  public var refusals: [CallRecord] {
    get async { await world.refusals }
  }

  /// Taps that the bot has not answered.
  public var unansweredTaps: [Tap] {
    get async { await world.unansweredTaps }
  }

  /// How many updates wait for the bot to confirm them.
  public var pendingUpdates: Int {
    get async { await world.queue.events.count }
  }

  /// The commands that people see, as the bot set them.
  public var commands: JSON? {
    get async { await world.defaultCommands }
  }

  /// Forgets the calls so far.
  public func forgetCalls() async { await world.forgetCalls() }
}
