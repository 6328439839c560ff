import ArgumentParser
import Foundation
import OfficeConfiguration

/// The command line of the product.
@main
struct Officebot: AsyncParsableCommand {
  /// The program's version, by Semantic Versioning: what `--version` and the log say.
  static let version = "1.0.0"

  static let configuration = CommandConfiguration(
    commandName: "officebot",
    abstract: "A Telegram bot with which the people of one office book desks.",
    version: version,
    subcommands: [
      RunCommand.self, CheckConfigCommand.self, SnapshotCommand.self, VerifyCommand.self, RestoreCommand.self,
      HealthCommand.self,
    ])
}

/// What every command takes.
struct ConfigurationOption: ParsableArguments {
  @Option(
    name: .customLong("config"), help: "The configuration file, config/office.example.yaml explains it.")
  var path: String

  /// The configuration, and everything that a start with it will need was tried; notes go to standard error.
  func rehearse() async throws -> Configuration {
    try await Configuration.rehearsed(
      from: path, environment: ProcessInfo.processInfo.environment,
      isBotRunning: HealthCommand.isBotRunning(on:)
    ) {
      StandardError.print("note: \($0)")
    }
  }

  /// The configuration; what an operator should know of it all the same goes to standard error.
  func load() throws -> Configuration {
    try Configuration.load(from: path, environment: ProcessInfo.processInfo.environment) {
      StandardError.print("note: \($0)")
    }
  }
}
