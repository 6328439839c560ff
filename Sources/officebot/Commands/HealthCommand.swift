import ArgumentParser
import Foundation
import Vitals

/// `officebot health`: asks the living process how it is doing. For the container's health check.
struct HealthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Ask the running bot whether polling, committing and delivering go on.")

  @OptionGroup var config: ConfigurationOption

  func run() async throws {
    try await reportingFailure {
      let configuration = try Configuration.load(
        from: config.path, environment: ProcessInfo.processInfo.environment
      ) { _ in }
      let health = try Self.health(of: configuration.data)
      guard health.isGood else {
        throw StartFailure(description: "process \(health.pid): " + health.problems.joined(separator: "; "))
      }
      print("process \(health.pid) is well, for \(health.uptime) s")
    }
  }

  /// Less than the container gives the command.
  static let patience = Duration.seconds(8)

  static func health(of data: URL, within patience: Duration = patience) throws(StartFailure) -> Health {
    let path = HealthSocket.path(in: data)
    do {
      return try JSONDecoder().decode(Health.self, from: UnixSocket.read(from: path, within: patience))
    } catch let failure as UnixSocket.Failure {
      throw StartFailure(description: "no bot runs on this data: \(path): \(failure.reason)")
    } catch {
      throw StartFailure(description: "\(path) does not answer as officebot does")
    }
  }
}
