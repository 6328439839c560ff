import Foundation

/// What the system said when something could not be written.
struct SystemFailure: Error, CustomStringConvertible {
  let description: String

  /// The last call's own reason.
  init(_ call: String) { description = "\(call): \(String(cString: strerror(errno)))" }
}

/// Writes every byte; waits where the other end of a pipe takes its time.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemFailure) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      var state = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&state, 1, -1)
    } else if errno != EINTR {
      throw SystemFailure("write")
    }
  }
}
