package import OfficeConfiguration

extension TemporaryFolder {
  /// Loads `yaml` as the file `office.yaml` of this folder.
  package func load(_ yaml: String, environment: [String: String] = [:]) throws -> Configuration {
    try write(yaml, to: "office.yaml")
    return try Configuration.load(from: path("office.yaml"), environment: environment) { _ in }
  }

  /// What is noted about `yaml`, which has no mistakes, with the folder left out.
  package func notes(_ yaml: String, environment: [String: String] = [:]) throws -> [String] {
    try write(yaml, to: "office.yaml")
    var notes: [String] = []
    _ = try Configuration.load(from: path("office.yaml"), environment: environment) {
      notes.append($0.description.replacing(path(""), with: ""))
    }
    return notes
  }

  /// What is wrong with `yaml`, one a line, with the folder left out; empty if nothing.
  package func mistakes(_ yaml: String, environment: [String: String] = [:]) throws -> [String] {
    do {
      _ = try load(yaml, environment: environment)
      return []
    } catch let mistakes as Configuration.Mistakes {
      return mistakes.mistakes.map { $0.description.replacing(path(""), with: "") }
    }
  }
}
