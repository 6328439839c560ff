import Foundation

/// The folder that the sample office lives in. It stays between starts.
struct DemoFolder {
  /// The folder itself.
  let root: URL
  /// The bot's configuration file, written anew at each start because the port may be another.
  var configuration: URL { root.appendingPathComponent("office.yaml") }
  /// How many seconds the demo's time is ahead.
  var clock: URL { root.appendingPathComponent("clock") }
  /// What the stand-in for Telegram remembers between starts.
  var telegram: URL { root.appendingPathComponent("telegram.json") }
  /// What the bot wrote to its standard output and error.
  var output: URL { root.appendingPathComponent("bot-output.log") }

  private static let marker = ".officebot-demo"

  /// Makes the folder, empties it if asked to, and writes what the bot starts from.
  init(_ root: URL, isFresh: Bool, port: Int) throws {
    self.root = root.standardizedFileURL
    let files = FileManager.default
    if isFresh { try empty() }
    try files.createDirectory(at: root, withIntermediateDirectories: true)
    try Data().write(to: root.appendingPathComponent(Self.marker))
    for name in ["data", "snapshots", "logs"] {
      try files.createDirectory(at: root.appendingPathComponent(name), withIntermediateDirectories: true)
    }
    try Data(SampleOffice.configuration(port: port).utf8).write(to: configuration, options: .atomic)
    let employees = root.appendingPathComponent("employees.csv")
    if !files.fileExists(atPath: employees.path) {
      try Data((SampleOffice.employees.joined(separator: "\n") + "\n").utf8).write(to: employees)
    }
  }

  /// Deletes what is in the folder, but only if a demo made it.
  private func empty() throws {
    let files = FileManager.default
    guard files.fileExists(atPath: root.path) else { return }
    let contents = try files.contentsOfDirectory(at: root, includingPropertiesForKeys: nil)
    guard contents.isEmpty || contents.contains(where: { $0.lastPathComponent == Self.marker }) else {
      throw NotADemo(path: root.path)
    }
    for item in contents { try files.removeItem(at: item) }
  }

  /// The folder holds something else; nothing in it is deleted.
  struct NotADemo: Error, CustomStringConvertible {
    let path: String
    var description: String { "\(path) — не папка примера: её содержимое не тронуто" }
  }
}
