import Foundation
import OfficeConfiguration
import Testing
import Yams

@testable import officebot

@Suite("The three environments")
struct ComposeTests {
  private static let folder = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "../../../deploy/", directoryHint: .isDirectory).standardizedFileURL
  private static let environments = ["prod", "test", "dev"]
  private static let volumes = ["data", "logs", "snapshots"]

  /// The keys that are used of `compose.yaml`; what is missing fails the test.
  private struct Compose: Decodable {
    var services: [String: Service]
    /// Without values: made by the engine.
    var volumes: [String: Nothing?]
  }

  private struct Nothing: Decodable {}

  private struct Service: Decodable {
    var image: String
    var build: [String: String]
    var restart: String
    var stop_grace_period: String
    var mem_limit: String
    var read_only: Bool
    var tmpfs: [String]
    var cap_drop: [String]
    var security_opt: [String]
    var environment: [String: String]
    var volumes: [String]
  }

  private func compose() throws -> Compose {
    // The decoder of Yams knows nothing of `<<`; what it is given here has no more of it.
    let file = try #require(try Yams.load(yaml: Self.text("compose.yaml")))
    return try YAMLDecoder().decode(Compose.self, from: Yams.dump(object: file))
  }

  private static func text(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  @Test("run side by side: each with a token, a configuration and volumes of its own")
  func apart() throws {
    let compose = try compose()
    #expect(Set(compose.services.keys) == Set(Self.environments))
    #expect(
      Set(compose.volumes.keys)
        == Set(Self.environments.flatMap { name in Self.volumes.map { "\(name)-\($0)" } }))
    for name in Self.environments {
      let service = try #require(compose.services[name])
      #expect(
        service.volumes == ["./config/\(name):/config:ro"] + Self.volumes.map { "\(name)-\($0):/\($0)" })
      for (variable, value) in service.environment {
        #expect(value == "${\(name.uppercased())_\(variable):-}")
      }
      #expect(Set(service.environment.keys) == ["BOT_TOKEN", "REGISTRATION_INVITE", "WEBHOOK_SECRET"])
    }
  }

  @Test("come up again, end in order, and can neither write beside their volumes nor take all the memory")
  func limits() throws {
    for (name, service) in try compose().services {
      #expect(service.restart == "unless-stopped", "\(name)")
      #expect(service.stop_grace_period == "30s")
      #expect(service.mem_limit == "256m")
      #expect(service.read_only)
      #expect(service.tmpfs == ["/tmp"])
      #expect(service.cap_drop == ["ALL"])
      #expect(service.security_opt == ["no-new-privileges:true"])
      #expect(service.image.hasPrefix("officebot:"))
      #expect(service.build == ["context": "..", "dockerfile": "deploy/Dockerfile"])
    }
    let image = try Self.text("Dockerfile")
    #expect(image.contains("\nUSER officebot\n"))
    #expect(image.contains(#"CMD ["officebot", "health", "--data", "/data"]"#))
    #expect(image.contains("HEALTHCHECK --interval=30s --timeout=10s"))
    #expect(HealthCommand.patience < .seconds(10))
  }

  @Test("have every secret that they take in .env.example, empty")
  func secrets() throws {
    let used = try Set(
      Self.text("compose.yaml").matches(of: /\$\{([A-Z_]+):-\}/).map { String($0.1) })
    let given = try Self.text(".env.example").split(separator: "\n").filter { !$0.hasPrefix("#") }
    #expect(Set(given) == Set(used.map { "\($0)=" }))
  }

  @Test(
    "begin with a configuration that is right and keeps what is to stay on the volumes",
    arguments: environments)
  func configuration(of name: String) throws {
    let path = Self.folder.appending(path: "config/\(name)/office.yaml").path(percentEncoded: false)
    let configuration = try Configuration.load(from: path, environment: [:]) { note in
      Issue.record("\(note)")
    }
    #expect(configuration.data.path == "/data")
    #expect(configuration.logs.folder.path == "/logs")
    #expect(configuration.snapshots.folder.path == "/snapshots")
    #expect(configuration.telegram.updates == .polling)
  }
}
