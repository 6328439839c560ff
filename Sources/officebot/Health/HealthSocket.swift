import Foundation
import Glibc
import ServiceLifecycle
import Sockets

/// Answers each connection to `health.sock` in the data folder with the health of the process, and closes it.
///
/// A socket needs no port and no configuration, and only those who may enter the folder can ask.
final class HealthSocket: Service, CustomStringConvertible {
  private let path: String
  private let descriptor: Int32
  private let answer: @Sendable () -> Data

  /// How many may wait to be answered, which takes no time.
  static let waitingMax: Int32 = 16

  /// Takes the place of a socket that a killed process has left: the data folder is locked by now.
  ///
  /// - Parameter answer: makes the answer to a connection; must not wait for anything.
  init(folder: URL, answer: @escaping @Sendable () -> Data) throws(StartFailure) {
    path = Self.path(in: folder)
    self.answer = answer
    unlink(path)
    do {
      descriptor = try UnixSocket.open(path) { bind($0, $1, $2) == 0 && listen($0, Self.waitingMax) == 0 }
    } catch {
      throw StartFailure(description: "cannot listen on \(path): \(error.reason)")
    }
  }

  static func path(in folder: URL) -> String {
    folder.appending(path: "health.sock").path(percentEncoded: false)
  }

  var description: String { "health" }

  func run() async throws {
    let source = DispatchSource.makeReadSource(
      fileDescriptor: descriptor, queue: DispatchQueue(label: "health"))
    source.setEventHandler { [descriptor, answer] in
      let asking = accept(descriptor, nil, nil)
      guard asking >= 0 else { return }
      // Less than a socket holds: this does not wait for the other side.
      _ = answer().withUnsafeBytes { send(asking, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      close(asking)
    }
    source.setCancelHandler { [descriptor, path] in
      close(descriptor)
      unlink(path)
    }
    source.activate()
    try? await gracefulShutdown()
    source.cancel()
  }
}
