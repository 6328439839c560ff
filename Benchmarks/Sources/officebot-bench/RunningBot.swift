import Foundation
import Sandbox

/// The real program in a process of its own, against the sandbox in this one.
final class RunningBot {
  struct Failure: Error, CustomStringConvertible { let description: String }

  let sandbox: Sandbox
  let names: [String]
  private let folder: URL
  private var process: Process?
  /// When the process was last begun.
  private(set) var startedAt = ContinuousClock.now

  /// Telegram user id of its only admin.
  static let admin: Int64 = 1

  /// With a snapshot of the largest office.
  private static let timeToStop = Duration.seconds(60)

  /// - Parameters:
  ///   - names: the employees' names.
  ///   - folder: for its configuration and data; there may be data already.
  init(_ sandbox: Sandbox, names: [String], seats: Int, in folder: URL) async throws {
    self.sandbox = sandbox
    self.names = names
    self.folder = folder
    try Data(names.joined(separator: "\n").utf8).write(to: folder.appendingPathComponent("employees.csv"))
    try Data(
      """
      telegram: { api_url: "\(try await sandbox.url)" }
      admins: [\(Self.admin)]
      registration: { mode: open }
      employees: employees.csv
      seats: [{ from: 1, to: \(seats), zone: Окно }]
      data: \(Self.dataFolder)
      retention: { bookings_days: 366 }
      snapshots: { folder: snapshots }
      logs: { folder: logs }
      """.utf8
    ).write(to: folder.appendingPathComponent("office.yaml"))
  }

  /// Runs a bot with a sandbox that limits nothing, for the length of a closure.
  ///
  /// - Parameter data: a data folder to begin with; it is copied.
  static func withRunning<Result: Sendable>(
    people: Int, seats: Int = 40, data: URL? = nil,
    _ body: @Sendable @escaping (RunningBot) async throws -> Result
  ) async throws -> Result {
    var settings = Settings()
    settings.flood = nil
    settings.answerWindow = .seconds(300)
    return try await Sandbox.withRunning(settings) { sandbox in
      try await withScratchFolder { folder in
        if let data {
          try FileManager.default.copyItem(at: data, to: folder.appendingPathComponent(dataFolder))
        }
        let bot = try await RunningBot(sandbox, names: names(people), seats: seats, in: folder)
        try bot.start(isPaced: false)
        do {
          let result = try await body(bot)
          try await bot.stop()
          return result
        } catch {
          bot.process?.terminate()
          throw error
        }
      }
    }
  }

  /// The list of names of an office of that many people.
  static func names(_ people: Int) -> [String] { (0..<people).map { "Сотрудник №\(100 + $0)" } }

  private static let dataFolder = "data"

  /// - Parameter isPaced: whether messages go at the pace that Telegram accepts, or as fast as they can.
  func start(isPaced: Bool) throws {
    let process = Process()
    var command = [
      try Self.executable.path, "run", "--config", folder.appendingPathComponent("office.yaml").path,
    ]
    if let pin = Cores.commandForBot { command = pin + command }
    process.executableURL = URL(fileURLWithPath: command[0])
    process.arguments = Array(command.dropFirst())
    var environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"]
    environment["BOT_TOKEN"] = sandbox.settings.token
    environment["OFFICEBOT_PACE"] = isPaced ? nil : "off"
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    startedAt = .now
    try process.run()
    self.process = process
  }

  func stop() async throws {
    guard let process, process.isRunning else { throw Failure(description: "the bot ended by itself") }
    process.terminate()
    let deadline = ContinuousClock.now + Self.timeToStop
    while process.isRunning {
      guard ContinuousClock.now < deadline else { throw Failure(description: "the bot does not stop") }
      try await Task.sleep(for: .milliseconds(20))
    }
  }

  /// What the kernel says of its process now.
  var figures: ProcessFigures {
    get throws {
      guard let process else { throw Failure(description: "the bot does not run") }
      return try ProcessFigures(of: process.processIdentifier)
    }
  }

  /// `officebot` as it was built with this program.
  private static var executable: URL {
    get throws {
      let own = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
      let file = own.deletingLastPathComponent().appendingPathComponent("officebot")
      guard FileManager.default.isExecutableFile(atPath: file.path) else {
        throw Failure(description: "there is no \(file.path); `make bench` builds it")
      }
      return file
    }
  }
}
