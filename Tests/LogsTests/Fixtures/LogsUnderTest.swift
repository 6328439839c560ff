import Foundation
import Logging
import Synchronization
import Testing

@testable import Logs

/// A folder of logs, the streams of a process as files, and a clock that stands still until it is moved.
final class LogsUnderTest: Sendable {
  static let noon = Date(timeIntervalSince1970: 1_795_867_200)

  let root: URL
  private let clock = Mutex(noon)
  private let descriptors = Mutex<[Int32]>([])

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "officebot-logs-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: data, withIntermediateDirectories: true)
  }

  deinit {
    for descriptor in descriptors.withLock({ $0 }) { close(descriptor) }
    try? FileManager.default.removeItem(at: root)
  }

  var folder: URL { root.appending(path: "logs") }
  var data: URL { root.appending(path: "data") }
  var now: Date { clock.withLock { $0 } }

  func pass(_ span: TimeInterval) { clock.withLock { $0 += span } }

  /// The logs of a process that starts now.
  func start(
    level: Logger.Level = .info, hiding secrets: [String] = [], rotation: LogRotation = LogRotation(),
    errorOutput: Int32? = nil
  ) throws -> ProcessLogs {
    ProcessLogs(
      folder: folder, level: level, hiding: secrets, rotation: rotation, output: try stream("stdout"),
      errorOutput: try errorOutput ?? stream("stderr"), now: { [self] in now })
  }

  private func stream(_ name: String) throws -> Int32 {
    let descriptor = open(root.appending(path: name).path, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    try #require(descriptor >= 0)
    descriptors.withLock { $0.append(descriptor) }
    return descriptor
  }

  /// The lines of a log by their fields, numbers as text; a line that is no JSON object fails the test.
  func lines(_ name: String) throws -> [[String: String]] {
    try text(name).split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8))
      return try #require(object as? [String: Any]).mapValues { "\($0)" }
    }
  }

  func messages(_ name: String) throws -> [String] { try lines(name).compactMap { $0["message"] } }

  func text(_ name: String) throws -> String {
    let url = name.hasPrefix("std") ? root.appending(path: name) : folder.appending(path: name)
    guard FileManager.default.fileExists(atPath: url.path) else { return "" }
    return try String(contentsOf: url, encoding: .utf8)
  }

  /// Names of the files in the folder of logs.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  }

  /// Every file with its bytes.
  func everything() throws -> [String: Data] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: root.path)
    let files = names.map { ($0, root.appending(path: $0)) }.filter { !$0.1.isFolder }
    return try Dictionary(uniqueKeysWithValues: files.map { ($0, try Data(contentsOf: $1)) })
  }
}

extension ProcessLogs {
  /// A logger of these logs.
  var logger: Logger { Logger(label: "test") { handler(label: $0) } }
}

extension URL {
  fileprivate var isFolder: Bool { (try? resourceValues(forKeys: [.isDirectoryKey]).isDirectory) ?? false }
}
