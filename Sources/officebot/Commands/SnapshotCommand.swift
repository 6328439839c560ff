import ArgumentParser
import Foundation
import OfficeConfiguration
import Persistence

/// `officebot snapshot`: a snapshot now, whether the bot runs or not.
struct SnapshotCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "snapshot", abstract: "Take a snapshot now; the bot may go on running.")

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    try await reportingFailure {
      let configuration = try config.load()
      let snapshot = try SnapshotFolder(configuration.snapshots.folder).take(
        ofDataIn: configuration.data, rules: configuration.rules, seats: configuration.seats, at: Date()
      )
      print("\(snapshot.url.path(percentEncoded: false)): written and verified")
    }
  }
}
