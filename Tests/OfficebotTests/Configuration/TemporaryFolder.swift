import Foundation

@testable import officebot

/// A folder of a test's own, gone when the test is over.
struct TemporaryFolder {
  let url: URL

  /// Runs `body` with a new folder and removes it afterwards.
  static func use<Result>(_ body: (TemporaryFolder) throws -> Result) throws -> Result {
    let url = FileManager.default.temporaryDirectory.appending(path: "officebot-\(UUID().uuidString)/config/")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }
    return try body(TemporaryFolder(url: url))
  }

  func path(_ name: String) -> String {
    url.appending(path: name).path(percentEncoded: false)
  }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }

  /// Loads `yaml` as the file `office.yaml` of this folder.
  func load(_ yaml: String, environment: [String: String] = [:]) throws -> Configuration {
    try write(yaml, to: "office.yaml")
    return try Configuration.load(from: path("office.yaml"), environment: environment)
  }

  /// What is wrong with `yaml`, one a line, with the folder left out; empty if nothing.
  func mistakes(_ yaml: String, environment: [String: String] = [:]) throws -> [String] {
    do {
      _ = try load(yaml, environment: environment)
      return []
    } catch let mistakes as ConfigurationMistakes {
      return mistakes.mistakes.map { $0.description.replacing(path(""), with: "") }
    }
  }
}
