import Foundation
import Logging
import OfficeConfiguration
import ServiceLifecycle
import TestSupport
import Testing
import Vitals

@testable import officebot

@Suite("The health of a running process")
struct HealthSocketTests {
  @Test("Where no process runs, asking says so")
  func nobody() throws {
    let folder = try TemporaryFolder()
    let failure = #expect(throws: StartFailure.self) { try HealthCommand.health(of: folder.url) }
    #expect(failure?.description.contains("no bot runs on this data") == true)
  }

  @Test("Mistakes in the configuration do not keep anybody from asking, as long as it says where the data is")
  func brokenConfiguration() throws {
    let folder = try TemporaryFolder()
    func dataFolder(_ yaml: String) throws -> String {
      try folder.write(yaml, to: "office.yaml")
      return try Configuration.dataFolder(from: folder.path("office.yaml")).lastPathComponent
    }
    #expect(try dataFolder("admins: nobody\nofice: 1\ndata: here\nemployees: absent.csv\n") == "here")
    #expect(try dataFolder("seats: []\nseats: []\n") == "data", "the default")
    #expect(throws: Configuration.Mistakes.self) { try dataFolder("data: [here]") }
    #expect(throws: Configuration.Mistakes.self) { try dataFolder("data: {") }
  }

  @Test("Whoever asks is told, over and over, in a folder with a long name too")
  func asking() async throws {
    let folder = try TemporaryFolder()
    let data = folder.url.appending(path: String(repeating: "д", count: 100), directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
    // What a killed process leaves behind.
    try Data().write(to: data.appending(path: "health.sock"))
    let health = Health(problems: ["polling: nothing"], pid: 7, uptime: 3)
    let socket = try HealthSocket(folder: data) { health.json }
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: socket)], logger: .init(label: "test")))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      for _ in 1...3 { #expect(try await Self.ask(data) == health) }
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
    #expect(throws: StartFailure.self) { try HealthCommand.health(of: data) }
  }

  /// Asks on a thread of its own: the command blocks, and what answers needs one too.
  private static func ask(_ data: URL) async throws -> Health {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue.global().async {
        continuation.resume(with: Result { try HealthCommand.health(of: data, within: .seconds(240)) })
      }
    }
  }
}
