import Foundation
import Synchronization

/// A server on the loopback that does with every connection what the test says, on a thread each.
final class TestServer: Sendable {
  let port: UInt16
  private let listener: Int32
  private let log = Log()

  private final class Log: Sendable {
    let requests = Mutex<[Request]>([])
    let connections = Mutex(0)
  }

  enum Trouble: Error { case noPort }

  /// - Parameter behave: gets the connection and a place to note requests in.
  init(_ behave: @escaping @Sendable (Connection, _ note: @Sendable (Request) -> Void) -> Void) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in.loopback(port: 0)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 1024) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw Trouble.noPort }
    self.listener = listener
    self.port = UInt16(bigEndian: address.sin_port)
    Thread.detachNewThread { [log] in
      while true {
        let socket = accept(listener, nil, nil)
        guard socket >= 0 else { break }
        let number = log.connections.withLock { count in
          defer { count += 1 }
          return count
        }
        Thread.detachNewThread {
          behave(Connection(socket: socket, number: number)) { request in
            log.requests.withLock { $0.append(request) }
          }
          close(socket)
        }
      }
      close(listener)
    }
  }

  /// A server that answers every request so.
  static func answering(_ status: Int = 200, _ body: String, headers: String = "") throws -> TestServer {
    try TestServer { connection, note in
      while let request = connection.readRequest() {
        note(request)
        connection.answer(status, body, headers: headers)
      }
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  var url: String { "http://127.0.0.1:\(port)" }
  var requests: [Request] { log.requests.withLock { $0 } }
  var connections: Int { log.connections.withLock { $0 } }

  /// A socket connected to this server, or -1.
  static func connect(port: UInt16) -> Int32 {
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in.loopback(port: port)
    let result = withUnsafePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    return result == 0 ? socket : -1
  }
}

extension sockaddr_in {
  fileprivate static func loopback(port: UInt16) -> sockaddr_in {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    return address
  }
}
