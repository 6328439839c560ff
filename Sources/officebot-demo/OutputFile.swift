import Foundation
import Synchronization

/// A file that a process's output goes to, begun anew at each start of the process.
final class OutputFile: Sendable {
  /// Beyond so many bytes nothing more is written: it is a demo.
  private static let bytesMax = 20 * 1_048_576

  private let state: Mutex<(handle: FileHandle?, bytes: Int)>

  init(_ url: URL) {
    _ = FileManager.default.createFile(atPath: url.path, contents: nil)
    state = Mutex((try? FileHandle(forWritingTo: url), 0))
  }

  func append(_ data: Data) {
    state.withLock { state in
      guard state.bytes < Self.bytesMax else { return }
      state.bytes += data.count
      // The page has the same lines; a full disk must not end the demo.
      try? state.handle?.write(contentsOf: data)
    }
  }
}
