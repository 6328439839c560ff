package import Foundation
import Glibc

/// What goes through a socket in the file system.
package enum UnixSocket {
  package struct Failure: Error { package let reason: String }

  /// Everything that the process on the other side says before it closes.
  ///
  /// - Parameter patience: how long it may keep silent.
  /// - Throws: ``Failure`` if nothing listens there, or nothing is said in time.
  package static func read(from path: String, within patience: Duration) throws(Failure) -> Data {
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
  ///
  /// - Throws: ``Failure`` with the system's reason.
  package static func open(
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
