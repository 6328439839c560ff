import Foundation

/// A server on the loopback that knows no discretion: whatever it answers has the address in it that it was
/// asked for, as pages of proxies and gateways do, and with that the token.
final class TalkativeServer: Sendable {
  /// What it answers to an address.
  typealias Answer = @Sendable (_ address: String) -> String

  let url: String
  private let listener: Int32

  struct Failure: Error {}

  init(_ answer: @escaping Answer) throws {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && listen(listener, 64) == 0
          && getsockname(listener, $0, &length) == 0
      }
    }
    guard isBound else { throw Failure() }
    self.listener = listener
    url = "http://127.0.0.1:\(UInt16(bigEndian: address.sin_port))"
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { break }
        Self.serve(connection, answer)
        close(connection)
      }
      close(listener)
    }
  }

  deinit { shutdown(listener, Int32(SHUT_RDWR)) }

  /// Answers one request. Its body is left unread but for what came with the head: these calls are small.
  private static func serve(_ connection: Int32, _ answer: Answer) {
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    let got = recv(connection, &chunk, chunk.count, 0)
    guard got > 0 else { return }
    let head = String(decoding: chunk[..<got], as: UTF8.self)
    let address = head.split(separator: " ", maxSplits: 2).dropFirst().first.map(String.init) ?? ""
    let bytes = Array(answer(address).utf8)
    _ = send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL))
  }
}
