import ArgumentParser
import Foundation
import OfficeConfiguration
import Persistence

/// `officebot restore <file>`: puts the office of a snapshot in the place of the one that is there.
struct RestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Put the office of a snapshot in the place of the one that is there.",
    discussion: """
      The bot must not run. What is replaced is moved aside, not deleted. Admins are told at the next start.
      """)

  @Argument(help: "The snapshot.")
  var file: String

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    try await reportingFailure {
      let configuration = try config.load()
      let snapshot = try Snapshot(file: URL(filePath: file))
      let lock = try DataFolderLock(folder: configuration.data)
      defer { withExtendedLifetime(lock) {} }
      let replaced = try await snapshot.restore(
        into: configuration.data, rules: configuration.rules, seats: configuration.seats, at: Date())
      print("the office is what it was at \(snapshot.takenAt.ISO8601Format())")
      for url in replaced { print("what was there is now \(url.path(percentEncoded: false))") }
    }
  }
}
