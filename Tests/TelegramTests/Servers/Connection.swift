import Foundation

/// A request as it arrived.
struct Request: Sendable {
  let line: String
  /// Names in lower case.
  let headers: [String: String]
  let body: Data

  var path: String { line.split(separator: " ").dropFirst().first.map(String.init) ?? "" }
}

/// One accepted connection, used with blocking calls on the server's thread.
final class Connection: Sendable {
  let socket: Int32
  /// From 0, in order of arrival.
  let number: Int

  /// No test server waits longer for anything, in seconds.
  private static let patience = 120
  private static let chunkBytes = 64 * 1024

  init(socket: Int32, number: Int) {
    self.socket = socket
    self.number = number
    var limit = timeval(tv_sec: Self.patience, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
  }

  /// Looks for the head's end before it reads, so that nothing of what follows is taken.
  func readHead() -> String? {
    var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
    for _ in 0..<Self.patience * 1000 {
      let got = recv(socket, &chunk, chunk.count, Int32(MSG_PEEK))
      guard got > 0 else { return nil }
      if let end = Data(chunk[..<got]).range(of: Data("\r\n\r\n".utf8)) {
        return read(end.upperBound).map { String(decoding: $0, as: UTF8.self) }
      }
      usleep(1000)  // the rest of the head is on its way
    }
    return nil
  }

  func readRequest() -> Request? {
    guard let head = readHead() else { return nil }
    let lines = head.split(separator: "\r\n")
    var headers: [String: String] = [:]
    for line in lines.dropFirst() {
      let parts = line.split(separator: ":", maxSplits: 1)
      headers[parts[0].lowercased()] = parts.last.map { $0.trimmingCharacters(in: .whitespaces) }
    }
    guard let body = read(Int(headers["content-length"] ?? "0") ?? 0) else { return nil }
    return Request(line: String(lines[0]), headers: headers, body: body)
  }

  /// Exactly so many bytes, or `nil` if the other side ends first.
  func read(_ count: Int) -> Data? {
    var bytes = Data()
    var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
    while bytes.count < count {
      let got = recv(socket, &chunk, min(chunk.count, count - bytes.count), 0)
      guard got > 0 else { return nil }
      bytes.append(contentsOf: chunk[..<got])
    }
    return bytes
  }

  /// - Returns: `false` if the other side no longer listens.
  @discardableResult
  func send(_ bytes: Data) -> Bool {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Foundation.send(socket, $0.baseAddress?.advanced(by: sent), bytes.count - sent, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      sent += count
    }
    return true
  }

  @discardableResult
  func send(_ text: String) -> Bool { send(Data(text.utf8)) }

  func answer(_ status: Int = 200, _ body: String, headers: String = "") {
    send("HTTP/1.1 \(status) X\r\n\(headers)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// Whether the other side closes within the server's patience, sending nothing more.
  func waitForClose() -> Bool {
    var byte: UInt8 = 0
    let got = recv(socket, &byte, 1, 0)
    return got == 0 || (got < 0 && errno == ECONNRESET)
  }

  /// Ends the connection with a reset instead of a farewell.
  func reset() {
    var linger = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout<Foundation.linger>.size))
  }

  /// Copies both ways until one side ends.
  func relay(with other: Int32) {
    var fds = [
      pollfd(fd: socket, events: Int16(POLLIN), revents: 0),
      pollfd(fd: other, events: Int16(POLLIN), revents: 0),
    ]
    var chunk = [UInt8](repeating: 0, count: Self.chunkBytes)
    while poll(&fds, 2, Int32(Self.patience * 1000)) > 0 {
      for (index, fd) in fds.enumerated() where fd.revents != 0 {
        let got = recv(fd.fd, &chunk, chunk.count, 0)
        guard got > 0 else { return }
        guard Foundation.send(fds[1 - index].fd, chunk, got, Int32(MSG_NOSIGNAL)) == got else { return }
      }
    }
  }
}
