import Foundation
import Glibc

/// An address of this machine, had for as long as the value lives.
///
/// Bound as the servers bind theirs, but nobody is listened to.
package final class HeldAddress {
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
    package var isInUse = false
  }

  private let descriptor: Int32

  package init(_ address: ListenAddress) throws(Problem) {
    var hints = addrinfo()
    hints.ai_flags = AI_PASSIVE
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    var found: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(address.host, String(address.port), &hints, &found)
    guard code == 0, let info = found?.pointee else {
      throw Problem(
        description: "\(address.host) is no address of this machine: \(String(cString: gai_strerror(code)))")
    }
    defer { freeaddrinfo(found) }
    let descriptor = socket(info.ai_family, info.ai_socktype | Int32(SOCK_CLOEXEC.rawValue), info.ai_protocol)
    var isReused: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    guard descriptor >= 0,
      setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isReused, size) == 0,
      bind(descriptor, info.ai_addr, info.ai_addrlen) == 0, listen(descriptor, 1) == 0
    else {
      let code = errno
      if descriptor >= 0 { close(descriptor) }
      throw Problem(
        description: "cannot serve \(address): \(String(cString: strerror(code)))",
        isInUse: code == EADDRINUSE)
    }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }
}
