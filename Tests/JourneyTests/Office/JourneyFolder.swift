import Foundation

/// A folder of a journey's own, gone when the journey is over.
final class JourneyFolder: Sendable {
  let root: URL

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "officebot-journey-\(UUID().uuidString)")
    for name in ["config", "output"] {
      try FileManager.default.createDirectory(
        at: root.appending(path: name), withIntermediateDirectories: true)
    }
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  var configuration: URL { root.appending(path: "config/office.yaml") }
  /// What the processes wrote to their standard output and error.
  var output: URL { root.appending(path: "output/output.log") }

  var outputText: String { (try? String(contentsOf: output, encoding: .utf8)) ?? "" }

  func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: root.appending(path: name))
  }

  /// The files, the output among them, that contain a text; by their paths.
  func files(containing text: String) throws -> [String] {
    let wanted = Data(text.utf8)
    guard
      let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: [.isRegularFileKey])
    else { return [] }
    return try files.compactMap { $0 as? URL }
      .filter { try $0.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true }
      .filter { try Data(contentsOf: $0).range(of: wanted) != nil }
      .map(\.path)
  }
}
