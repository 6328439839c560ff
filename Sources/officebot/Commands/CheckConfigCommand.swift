import ArgumentParser
import Foundation

/// `officebot check-config`: says everything that is wrong with the configuration, each with its line.
struct CheckConfigCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check-config", abstract: "Check the configuration file and everything it names.")

  @OptionGroup var config: ConfigurationOption

  func run() throws {
    let configuration = try Configuration.load(orExitWith: config.path)
    print("\(config.path): all is well: \(configuration.summary)")
  }
}

extension Configuration {
  /// The configuration, or an exit with all that is wrong with it.
  static func load(orExitWith path: String) throws -> Configuration {
    do {
      return try load(from: path, environment: ProcessInfo.processInfo.environment)
    } catch {
      throw StartFailure(description: error.description)
    }
  }

  /// «Офис, 24 seats, 30 names, Europe/Moscow».
  fileprivate var summary: String {
    [
      office.name, "\(seats.count) seats", employees.map { "\($0.names.count) names" },
      office.timeZone.identifier,
    ].compactMap(\.self).joined(separator: ", ")
  }
}

/// Why a command ends without having done its work. Its text is for the operator.
struct StartFailure: Error, CustomStringConvertible {
  let description: String
}
