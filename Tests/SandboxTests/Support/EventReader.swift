import Foundation
import FoundationNetworking
import Synchronization

@testable import Sandbox

/// Reads server-sent events as they come.
final class EventReader: NSObject, URLSessionDataDelegate, Sendable {
  private let received = Mutex(Data())
  private let changes = Changes()
  private let session = Mutex<URLSession?>(nil)

  init(_ url: URL) {
    super.init()
    let session = URLSession(configuration: .ephemeral, delegate: self, delegateQueue: nil)
    session.dataTask(with: url).resume()
    self.session.withLock { $0 = session }
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    received.withLock { $0 += data }
    changes.note(.log)
  }

  /// Waits until what came so far contains a text.
  func waits(for text: String, within patience: Duration = Person.patience) async throws {
    let deadline = ContinuousClock.now + patience
    while true {
      let version = changes.version
      let all = received.withLock { String(decoding: $0, as: UTF8.self) }
      if all.contains(text) { return }
      let left = ContinuousClock.now.duration(to: deadline)
      guard left > .zero else { throw SandboxError("«\(text)» never came. \(all.suffix(500))") }
      await changes.wait(after: version, atMost: left)
    }
  }

  func close() { session.withLock { $0?.invalidateAndCancel() } }
}
