import Foundation
import Sandbox
import Testing

extension BotUnderTest {
  /// Where the bot keeps its snapshots.
  var snapshotFolder: URL { folder.root.appending(path: "snapshots") }

  /// The snapshots that are there, the oldest first.
  func snapshots() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: snapshotFolder.path).sorted()
      .map { snapshotFolder.appending(path: $0) }
  }

  /// Finished snapshots and when each was written: one that comes in the same second takes the other's place.
  func snapshotsWritten() throws -> [URL: Date] {
    let files = try snapshots().filter { $0.lastPathComponent.hasPrefix("office-") }
    return try Dictionary(
      uniqueKeysWithValues: files.map { file in
        let attributes = try FileManager.default.attributesOfItem(atPath: file.path)
        return (file, try #require(attributes[.modificationDate] as? Date))
      })
  }

  /// The finished snapshot that was written last.
  func newestSnapshot() throws -> URL {
    try #require(try snapshots().last { $0.lastPathComponent.hasPrefix("office-") })
  }

  /// How often the bot has restored the office by itself.
  var recoveries: Int {
    folder.outputText.components(separatedBy: "the office was restored from a snapshot").count - 1
  }

  /// Databases in whose place another was put.
  func replacedDatabases() throws -> [URL] {
    try FileManager.default.contentsOfDirectory(atPath: data.path)
      .filter { $0.hasPrefix("office.db.replaced-") }.map { data.appending(path: $0) }
  }

  /// Runs a command of the program and ends it as `kill -9` does, if it has not ended by then.
  func killCommand(_ arguments: [String], after delay: Duration) async throws {
    var environment = setup.environment
    environment["PATH"] = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
    let child = try await ChildProcess.start(
      Executables.bot, arguments + ["--config", folder.configuration.path], environment: environment,
      output: folder.output)
    try await Task.sleep(for: delay)
    child.send(SIGKILL)
    #expect([.signal(SIGKILL), .status(0)].contains(try await child.exit(within: Person.patience)))
  }

  /// The admin of the configuration, whom the bot may write to.
  func admin() async throws -> Person {
    let admin = await sandbox.person("Админ", id: OfficeSetup.admin)
    try await admin.pressStart()
    try await admin.sees("Выберите своё имя")
    return admin
  }
}
