import Foundation

/// The programs that were built beside these tests.
enum Executables {
  static let bot = beside("officebot")
  static let demo = beside("officebot-demo")

  /// Chromium or Chrome, wherever it is installed.
  static let browser: URL? = {
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"]
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.flatMap { folder in names.map { URL(filePath: "\(folder)/\($0)") } }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }()

  private static func beside(_ name: String) -> URL {
    let runner = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    return runner.deletingLastPathComponent().appending(path: name)
  }
}
