import Foundation
import Synchronization
import Testing

@testable import Telegram

@Suite("Through a proxy", .timeLimit(.minutes(30)))
struct ProxyTests {
  static let me = #"{"ok":true,"result":{"id":7,"is_bot":true,"first_name":"b"}}"#

  @Test("an HTTP proxy is asked for the whole address")
  func http() async throws {
    let proxy = try TestServer.answering(200, Self.me)
    let client = try TelegramClient.testing("http://telegram.invalid", proxy: .address(proxy.url))
    #expect(try await client.call(GetMe()).id == UserID(7))
    #expect(proxy.requests.first?.line == "POST http://telegram.invalid/bot\(tokenText)/getMe HTTP/1.1")
  }

  @Test("an HTTP proxy in front of https is asked for a tunnel and never sees the token")
  func tunnel() async throws {
    let heard = Mutex("")
    let proxy = try TestServer { connection, _ in
      let head = connection.readHead() ?? ""
      connection.send("HTTP/1.1 200 Connection established\r\n\r\n")
      let hello = connection.read(200) ?? Data()
      heard.withLock { $0 = head + String(decoding: hello, as: UTF8.self) }
      connection.send("this is not TLS")
    }
    let client = try TelegramClient.testing("https://telegram.invalid", proxy: .address(proxy.url))
    let error = try await failure(of: GetMe(), with: client)
    #expect(
      error == .unavailable(reason: "no trusted TLS connection", effect: .didNotHappen, method: "getMe"))
    #expect(heard.withLock { $0 }.hasPrefix("CONNECT telegram.invalid:443 HTTP/1.1\r\n"))
    #expect(!heard.withLock { $0 }.contains("LEAKED"))
  }

  @Test("a proxy that refuses the tunnel certainly did nothing", arguments: [403, 407, 502])
  func refusedTunnel(status: Int) async throws {
    let proxy = try TestServer { connection, _ in
      _ = connection.readHead()
      connection.answer(status, "no")
    }
    let client = try TelegramClient.testing("https://telegram.invalid", proxy: .address(proxy.url))
    let error = try await failure(of: GetMe(), with: client)
    #expect(error == .unavailable(reason: "the proxy refused", effect: .didNotHappen, method: "getMe"))
  }

  @Test("socks5h leaves the name to the proxy")
  func socks() async throws {
    let server = try TestServer.answering(200, Self.me)
    let asked = Mutex("")
    let proxy = try socksProxy(to: server.port) { host in asked.withLock { $0 = host } }
    let client = try TelegramClient.testing(
      "http://telegram.invalid:8081", proxy: .address("socks5h://127.0.0.1:\(proxy.port)"))
    #expect(try await client.call(GetMe()).id == UserID(7))
    #expect(asked.withLock { $0 } == "telegram.invalid:8081")
    #expect(server.requests.first?.headers["host"] == "telegram.invalid:8081")
  }

  @Test("a SOCKS proxy that finds no way certainly did nothing")
  func refusedSocks() async throws {
    let proxy = try TestServer { connection, _ in
      _ = connection.read(4)
      connection.send(Data([5, 0]))
      _ = connection.read(5)
      connection.send(Data([5, 4, 0, 1, 0, 0, 0, 0, 0, 0]))
      _ = connection.waitForClose()
    }
    let client = try TelegramClient.testing(
      "http://telegram.invalid", proxy: .address("socks5h://127.0.0.1:\(proxy.port)"))
    let error = try await failure(of: GetMe(), with: client)
    #expect(error == .unavailable(reason: "the proxy refused", effect: .didNotHappen, method: "getMe"))
  }

  @Test("the environment names the proxy, unless the client goes directly")
  func environment() async {
    // In a process of its own, because the environment is everybody's.
    await #expect(processExitsWith: .success) {
      for name in [
        "http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY", "no_proxy", "NO_PROXY",
      ] {
        unsetenv(name)
      }
      for (name, url) in [
        ("http_proxy", "http://telegram.invalid"), ("ALL_PROXY", "http://telegram.invalid"),
        ("https_proxy", "https://telegram.invalid"), ("HTTPS_PROXY", "https://telegram.invalid"),
      ] {
        let proxy = try TestServer.answering(200, ProxyTests.me)
        setenv(name, proxy.url, 1)
        let client = try TelegramClient.testing(url, proxy: .fromEnvironment)
        _ = try? await client.call(GetMe())
        unsetenv(name)
        try #require(proxy.connections == 1, "\(name)")
      }
      let server = try TestServer.answering(200, ProxyTests.me)
      setenv("http_proxy", "http://127.0.0.1:1", 1)
      _ = try await TelegramClient.testing(server.url, proxy: .direct).call(GetMe())
    }
  }

  @Test("its address and password are in no description")
  func hidden() {
    var dumped = ""
    dump(Proxy.address("http://me:PASSWORD@proxy"), to: &dumped)
    #expect(!("\(Proxy.address("http://me:PASSWORD@proxy"))" + dumped).contains("PASSWORD"))
  }

  /// SOCKS5 without a password, which leads everywhere to one port.
  private func socksProxy(
    to port: UInt16, asked: @escaping @Sendable (String) -> Void
  ) throws -> TestServer {
    try TestServer { connection, _ in
      guard let greeting = connection.read(2), connection.read(Int(greeting[1])) != nil else { return }
      connection.send(Data([5, 0]))
      // Only a host name (3) is accepted: socks5h resolves nothing itself.
      guard let ask = connection.read(5), ask[3] == 3, let rest = connection.read(Int(ask[4]) + 2) else {
        return
      }
      let hostPort = Int(rest[rest.endIndex - 2]) << 8 | Int(rest[rest.endIndex - 1])
      asked("\(String(decoding: rest.dropLast(2), as: UTF8.self)):\(hostPort)")
      connection.send(Data([5, 0, 0, 1, 127, 0, 0, 1, 0, 0]))
      let server = TestServer.connect(port: port)
      connection.relay(with: server)
      close(server)
    }
  }
}
