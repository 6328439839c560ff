import Foundation

/// Gives the bot a core of its own where there are two, so that what it can do is not what the sandbox and
/// the people leave of the machine.
enum Cores {
  private static let taskset = "/usr/bin/taskset"

  /// What to put before the bot's command; nil where cores cannot be given.
  static let commandForBot: [String]? = isPossible ? [taskset, "-c", "0"] : nil

  /// Takes this process off the bot's core.
  static func leaveTheBotsAlone() throws {
    guard isPossible else { return }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: taskset)
    process.arguments = [
      "-a", "-p", "-c", "1-\(ProcessInfo.processInfo.processorCount - 1)",
      "\(ProcessInfo.processInfo.processIdentifier)",
    ]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
  }

  private static let isPossible =
    ProcessInfo.processInfo.processorCount > 1 && FileManager.default.isExecutableFile(atPath: taskset)
}
