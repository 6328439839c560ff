import Foundation
import Glibc
import ServiceLifecycle

/// Tells whoever connects to `health.sock` in the data folder how the process is doing, and closes.
///
/// A socket needs no port and no configuration, and only who may enter the folder can ask.
final class HealthSocket: Service, CustomStringConvertible {
  private let path: String
  private let descriptor: Int32
  private let answer: @Sendable () -> Data

  /// How many may wait to be answered, which takes no time.
  static let waitingMax: Int32 = 16

  /// Takes the place of a socket that a killed process has left: the data folder is locked by now.
  ///
  /// - Parameter answer: what whoever asks is told; must not wait for anything.
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

/// What goes through a socket in the file system.
enum UnixSocket {
  struct Failure: Error { let reason: String }

  /// Everything that the process on the other side says before it closes.
  ///
  /// - Parameter patience: how long it may keep silent.
  static func read(from path: String, within patience: Duration) throws(Failure) -> Data {
    let descriptor = try open(path) { connect($0, $1, $2) == 0 }
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
    var answer = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&answer, 1, Int32(patience / .milliseconds(1))) > 0 else {
      throw Failure(reason: "no answer within \(patience)")
    }
    do {
      // What is said is said at once.
      return try handle.readToEnd() ?? Data()
    } catch {
      throw Failure(reason: "\(error)")
    }
  }

  /// A socket with which `use` succeeded.
  static func open(
    _ path: String, _ use: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Bool
  ) throws(Failure) -> Int32 {
    let folder = URL(filePath: path).deletingLastPathComponent().path(percentEncoded: false)
    let folderDescriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folderDescriptor >= 0 else { throw failure }
    defer { close(folderDescriptor) }
    // An address holds about a hundred bytes, a path may have more.
    let short = "/proc/self/fd/\(folderDescriptor)/\(URL(filePath: path).lastPathComponent)"
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    guard short.utf8.count < MemoryLayout.size(ofValue: address.sun_path) else {
      throw Failure(reason: "its name is too long")
    }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: short.utf8) }
    let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard descriptor >= 0 else { throw failure }
    let done = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        use(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard done else {
      let failure = failure
      close(descriptor)
      throw failure
    }
    return descriptor
  }

  private static var failure: Failure { Failure(reason: String(cString: strerror(errno))) }
}
