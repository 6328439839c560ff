import Foundation
import TestSupport

extension TemporaryFolder {
  /// Where the office's database is.
  var database: URL { url.appendingPathComponent("office.db") }

  /// Every file with its bytes, but for the index of a `-wal`, which SQLite makes anew when it needs it.
  func contents(except folder: String? = nil) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: url.path).filter { $0 != folder }
    return try Dictionary(
      uniqueKeysWithValues: names.filter { !$0.hasSuffix("-shm") }.map {
        ($0, try Data(contentsOf: url.appendingPathComponent($0)))
      }.filter { !($0.0.hasSuffix("-wal") && $0.1.isEmpty) })
  }

  /// The files as they are at this instant, as a killed process leaves them, in a folder of their own.
  func copy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    for (name, bytes) in try contents() { try bytes.write(to: copy.url.appendingPathComponent(name)) }
    return copy
  }
}
