import Foundation

@testable import officebot

/// A folder of a test's own, gone when the test is over.
final class TemporaryFolder {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "officebot-\(UUID().uuidString)/config/")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(at: url.deletingLastPathComponent())
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
    return try Configuration.load(from: path("office.yaml"), environment: environment) { _ in }
  }

  /// What is noted about `yaml`, which has no mistakes, with the folder left out.
  func notes(_ yaml: String, environment: [String: String] = [:]) throws -> [String] {
    try write(yaml, to: "office.yaml")
    var notes: [String] = []
    _ = try Configuration.load(from: path("office.yaml"), environment: environment) {
      notes.append($0.description.replacing(path(""), with: ""))
    }
    return notes
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
