import Foundation
import Sandbox
import Synchronization
import Testing

/// The real program as an operator runs it, against the stand-in for Telegram.
///
///     try await BotUnderTest.journey { bot in
///       let anna = try await bot.newcomer("Анна")
///       …
///     }
final class BotUnderTest: Sendable {
  /// What may go wrong in a journey because the journey brings it about.
  struct Expectations: Sendable {
    /// Refusals of the stand-in that are no mistake of the bot's.
    var refusals: Set<String> = []
    /// Whether taps may stay without an answer, as when the process is killed before it gave one.
    var mayLeaveTapsUnanswered = false

    /// Taps that come a second time have had their answer; Telegram takes no other.
    static let redeliveredTaps = Expectations(refusals: [
      "Bad Request: query is too old and response timeout expired or query ID is invalid"
    ])
    /// The same for a bot that starts anew: what the one before it sent counts for Telegram, and it cannot know.
    static let redeliveredTapsAfterStart = Expectations(
      refusals: redeliveredTaps.refusals.union((1...3).map { "Too Many Requests: retry after \($0)" }))
  }

  let sandbox: Sandbox
  let folder: JourneyFolder
  let setup: OfficeSetup
  /// Every process so far, the last one at the end.
  private let processes = Mutex<[ChildProcess]>([])

  private init(sandbox: Sandbox, folder: JourneyFolder, setup: OfficeSetup) {
    self.sandbox = sandbox
    self.folder = folder
    self.setup = setup
  }

  /// Opens an office, lets people use it, closes it, and sees whether everything was in order.
  ///
  /// - Parameter isStarted: Whether the bot runs when the body begins.
  static func journey(
    in setup: OfficeSetup = OfficeSetup(), expecting expectations: Expectations = Expectations(),
    isStarted: Bool = true, sourceLocation: SourceLocation = #_sourceLocation,
    _ body: @Sendable @escaping (BotUnderTest) async throws -> Void
  ) async throws {
    try await Turns.journeys.take {
      try await Sandbox.withRunning(setup.telegram) { sandbox in
        let folder = try JourneyFolder()
        try folder.write(setup.configuration(apiURL: try await sandbox.url), to: "config/office.yaml")
        try folder.write(setup.employees.joined(separator: "\n"), to: "config/employees.csv")
        let bot = BotUnderTest(sandbox: sandbox, folder: folder, setup: setup)
        do {
          if isStarted { try await bot.start() }
          try await body(bot)
          try await bot.close(expectations, sourceLocation)
        } catch {
          Issue.record("The bot wrote:\n\(folder.outputText.suffix(4_000))", sourceLocation: sourceLocation)
          try? await bot.end()
          throw error
        }
      }
    }
  }

  // MARK: The process

  /// Starts the bot, again on the same data if it ran before.
  ///
  /// - Parameter secrets: variables that hold the token or say where it is; the usual one if left out.
  func start(secrets: [String: String]? = nil) async throws {
    let started = try await launch(["run"], secrets ?? ["BOT_TOKEN": setup.telegram.token])
    processes.withLock { $0.append(started) }
  }

  /// Ends it as `kill -9` does.
  func kill() async throws {
    let running = try running
    running.send(SIGKILL)
    #expect(try await running.exit(within: Person.patience) == .signal(SIGKILL))
  }

  /// Asks it to end, and tells how it did and after how long.
  @discardableResult
  func stop(_ signal: Int32 = SIGTERM) async throws -> (exit: ChildProcess.Exit, took: Duration) {
    let running = try running
    let start = ContinuousClock.now
    running.send(signal)
    let exit = try await running.exit(within: Person.patience)
    return (exit, start.duration(to: .now))
  }

  /// Sends the process a signal that does not end it.
  func signal(_ signal: Int32) throws { try running.send(signal) }

  /// Waits for it to end by itself.
  func exit() async throws -> ChildProcess.Exit { try await running.exit(within: Person.patience) }

  var isRunning: Bool { processes.withLock { $0.last?.isRunning ?? false } }
  var pid: pid_t? { processes.withLock { $0.last?.pid } }

  /// Runs a command of the program to its end.
  func run(
    _ arguments: [String], token: String? = Settings.defaultToken
  ) async throws -> (exit: ChildProcess.Exit, output: String) {
    try await run(arguments, environment: token.map { ["BOT_TOKEN": $0] } ?? [:])
  }

  /// Runs a command of the program to its end, with other secrets in its environment than usual.
  func run(
    _ arguments: [String], environment: [String: String]
  ) async throws -> (exit: ChildProcess.Exit, output: String) {
    let output = folder.root.appending(path: "output/\(UUID().uuidString).log")
    let child = try await launch(arguments, environment, output: output)
    do {
      let exit = try await child.exit(within: Person.patience)
      return (exit, (try? String(contentsOf: output, encoding: .utf8)) ?? "")
    } catch {
      child.send(SIGKILL)
      _ = try? await child.exit(within: Person.patience)
      throw error
    }
  }

  private var running: ChildProcess {
    get throws { try #require(processes.withLock { $0.last }, "the bot was never started") }
  }

  private func launch(
    _ arguments: [String], _ secrets: [String: String], output: URL? = nil
  ) async throws -> ChildProcess {
    var environment = setup.environment.merging(secrets) { $1 }
    environment["PATH"] = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    return try await ChildProcess.start(
      Executables.bot, arguments + ["--config", folder.configuration.path], environment: environment,
      output: output ?? folder.output)
  }

  // MARK: The end

  private func close(_ expectations: Expectations, _ sourceLocation: SourceLocation) async throws {
    if isRunning {
      let (exit, _) = try await stop()
      #expect(exit == .status(0), "\(folder.outputText.suffix(2_000))", sourceLocation: sourceLocation)
    }
    let refused = await sandbox.refusals.filter {
      !expectations.refusals.contains($0.refusal ?? "") && !$0.isNotModified && !$0.isToAbsentAdmin
    }
    let (conflicts, others) = (refused.filter(\.isPollOfTheDead), refused.filter { !$0.isPollOfTheDead })
    #expect(
      others.map { "\($0.method): \($0.refusal ?? "") \($0.parameters)" } == [],
      "calls that Telegram refused", sourceLocation: sourceLocation)
    #expect(
      conflicts.count <= 2 * processes.withLock(\.count), "two polls at the same time",
      sourceLocation: sourceLocation)
    if !expectations.mayLeaveTapsUnanswered {
      let taps = await sandbox.unansweredTaps.map { "\($0.label) in \($0.chat)" }
      #expect(taps == [], "taps without an answer", sourceLocation: sourceLocation)
    }
    let unknown = await sandbox.calls.filter { !$0.unknownParameters.isEmpty }
      .map { "\($0.method): \($0.unknownParameters)" }
    #expect(unknown == [], "parameters that Telegram ignores", sourceLocation: sourceLocation)
    let secret = try #require(setup.telegram.token.split(separator: ":").last)
    #expect(
      try folder.files(containing: String(secret)) == [], "files with the token in them",
      sourceLocation: sourceLocation)
  }

  /// Leaves no process behind.
  private func end() async throws {
    guard let child = processes.withLock({ $0.last }), child.isRunning else { return }
    child.send(SIGKILL)
    _ = try await child.exit(within: Person.patience)
  }

  // MARK: Looking on

  /// Waits until something is so that nobody sees in a chat.
  func waits(
    for what: String, within patience: Duration = Person.patience, until isSo: () async throws -> Bool
  ) async throws {
    let deadline = ContinuousClock.now + patience
    while try await !isSo() {
      guard ContinuousClock.now < deadline else {
        throw ChildProcess.Failure(description: "waited \(patience) for \(what) in vain")
      }
      try await Task.sleep(for: .milliseconds(10))
    }
  }

  /// Waits until Telegram holds nothing back for the bot: all was handled and confirmed.
  func handlesEverything() async throws {
    try await waits(for: "the bot to confirm all updates") { [sandbox] in await sandbox.pendingUpdates == 0 }
  }
}

extension CallRecord {
  /// What was to be shown is there already: a success by another name.
  fileprivate var isNotModified: Bool {
    refusal?.hasPrefix("Bad Request: message is not modified") == true
  }

  /// A notice to the configured admin, who has never opened the bot in most journeys: the bot cannot know that.
  fileprivate var isToAbsentAdmin: Bool {
    method == "sendMessage" && parameters["chat_id"] == "\(OfficeSetup.admin)"
      && refusal == "Bad Request: chat not found"
  }

  /// A poll that was still waiting when its process stopped polling, ended by the next one. Nobody reads
  /// this answer; each process can leave one behind, and one that it gave up on a starved machine.
  var isPollOfTheDead: Bool {
    method == "getUpdates" && refusal?.hasPrefix("Conflict: terminated by other getUpdates request") == true
  }
}
