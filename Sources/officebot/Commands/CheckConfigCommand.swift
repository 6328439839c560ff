import ArgumentParser
import Foundation

/// `officebot check-config`: says everything that is wrong with the configuration, each with its line.
struct CheckConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config", abstract: "Check the configuration file and everything it names.",
    discussion: """
      A day is drawn, and every folder and address that a start will need is tried. Nothing is left behind, and a \
      bot that runs is not disturbed.
      """)

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    try await reportingFailure {
      let configuration = try await config.rehearse()
      print("\(config.path): all is well: \(configuration.summary)")
    }
  }
}

extension Configuration {
  /// «Офис, 24 seats, 30 names, Europe/Moscow».
  fileprivate var summary: String {
    [
      office.name, "\(seats.count) seats", employees.map { "\($0.names.count) names" },
      office.timeZone.identifier,
    ].compactMap(\.self).joined(separator: ", ")
  }
}
