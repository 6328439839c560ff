import ArgumentParser
import Foundation
import OfficeConfiguration
import Sockets
import Vitals

/// `officebot health`: asks the living process how it is doing. For the container's health check.
struct HealthCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health", abstract: "Ask the running bot whether polling, committing and delivering go on.",
    discussion: """
      Of the configuration file only `data` is read, so that mistakes in it, which matter at the next start, do not \
      make a living process look ill. With --data the file need not even be there.
      """)

  @Option(name: .customLong("config"), help: "The configuration file.")
  var path: String?

  @Option(help: "The data folder, instead of the file that names it.")
  var data: String?

  func run() async throws {
    try await reportingFailure {
      let health = try Self.health(of: try folder)
      guard health.isGood else {
        throw StartFailure(description: "process \(health.pid): " + health.problems.joined(separator: "; "))
      }
      print("process \(health.pid) is well, for \(health.uptime) s")
    }
  }

  private var folder: URL {
    get throws {
      switch (path, data) {
      case (let path?, nil): try Configuration.dataFolder(from: path)
      case (nil, let data?): URL(filePath: data, directoryHint: .isDirectory)
      default: throw StartFailure(description: "give either --config or --data")
      }
    }
  }

  /// Less than the container gives the command.
  static let patience = Duration.seconds(8)

  /// Whether a bot that works on a data folder answers.
  static func isBotRunning(on data: URL) -> Bool { (try? health(of: data, within: .seconds(2))) != nil }

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
