import Foundation
import FoundationNetworking

/// Asking a server on this machine.
enum LocalHTTP {
  static func get(_ address: String) async throws -> (status: Int, text: String) {
    try await send(URLRequest(url: try url(address)))
  }

  static func post(
    _ address: String, _ body: String, headers: [String: String]
  ) async throws -> (status: Int, text: String) {
    var request = URLRequest(url: try url(address))
    request.httpMethod = "POST"
    request.httpBody = Data(body.utf8)
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    return try await send(request)
  }

  private static func send(_ request: URLRequest) async throws -> (status: Int, text: String) {
    let (body, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: body, as: UTF8.self))
  }

  private static func url(_ address: String) throws -> URL {
    guard let url = URL(string: address) else { throw URLError(.badURL) }
    return url
  }
}

/// A port of loopback on which nobody listens.
enum FreePort {
  static func find() throws -> Int { try TakenPort().number }
}

/// A port of loopback on which somebody listens as long as the value lives.
final class TakenPort: Sendable {
  let number: Int
  private let descriptor: Int32

  init() throws {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { throw ChildProcess.Failure(description: "no socket") }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let isBound = withUnsafeMutablePointer(to: &address) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(descriptor, $0, length) == 0 && listen(descriptor, 1) == 0
          && getsockname(descriptor, $0, &length) == 0
      }
    }
    guard isBound else {
      close(descriptor)
      throw ChildProcess.Failure(description: "no free port")
    }
    self.descriptor = descriptor
    number = Int(UInt16(bigEndian: address.sin_port))
  }

  deinit { close(descriptor) }
}
