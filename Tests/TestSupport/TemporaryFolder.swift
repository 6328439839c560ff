package import Foundation

/// A folder of a test's own inside another one, so that `..` is the test's own too. Gone when the test is over.
package final class TemporaryFolder: Sendable {
  package let url: URL

  package init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "officebot-\(UUID().uuidString)/folder/")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url.deletingLastPathComponent()) }

  package func path(_ name: String) -> String {
    url.appending(path: name).path(percentEncoded: false)
  }

  package func write(_ text: String, to name: String) throws {
    try Data(text.utf8).write(to: url.appending(path: name))
  }
}
