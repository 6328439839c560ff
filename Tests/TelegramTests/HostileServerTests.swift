import Foundation
import Synchronization
import Testing

@testable import Telegram

@Suite("A server that misbehaves", .timeLimit(.minutes(30)))
struct HostileServerTests {
  /// What a server does with a connection on which a request may or may not arrive.
  struct Misdeed: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let reasons: Set<String>
    let act: @Sendable (Connection) -> Void

    init(_ what: String, _ reasons: Set<String>, _ act: @escaping @Sendable (Connection) -> Void) {
      testDescription = what
      self.reasons = reasons
      self.act = act
    }
  }

  private static let lost: Set<String> = ["connection lost"]

  static let misdeeds: [Misdeed] = [
    Misdeed("resets before the answer", lost) { connection in
      _ = connection.readRequest()
      connection.reset()
    },
    Misdeed("closes before the answer", lost) { _ = $0.readRequest() },
    Misdeed("resets in the header", lost) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Le")
      connection.reset()
    },
    Misdeed("closes in the header", lost.union(["HTTP 200 without a Bot API answer"])) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Le")
    },
    Misdeed("resets in the body", lost) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true,")
      connection.reset()
    },
    Misdeed("closes in the body", lost) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"ok\":true,")
    },
    Misdeed("closes in a body without a length", ["HTTP 200 without a Bot API answer"]) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n\r\n{\"ok\":true,")
    },
    Misdeed("breaks off a chunk", lost) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nff\r\n{\"ok\"")
    },
    Misdeed("sends nonsense chunks", ["not an HTTP answer", "connection lost"]) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{\"ok\"")
    },
    Misdeed("does not speak HTTP", ["not an HTTP answer"]) { connection in
      _ = connection.readRequest()
      connection.send(Data((0..<2000).map { UInt8(truncatingIfNeeded: $0 &* 7 | 128) }))
    },
    Misdeed("speaks TLS", ["not an HTTP answer"]) { connection in
      _ = connection.readRequest()
      connection.send(Data([21, 3, 1, 0, 2, 2, 70]))
    },
    Misdeed("never stops its headers", ["answer too long"]) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n")
      while connection.send("X-More: \(String(repeating: "x", count: 1000))\r\n") {}
    },
    Misdeed("sends 100 MB with a length", ["answer too long"]) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\nContent-Length: 104857600\r\n\r\n")
      let megabyte = Data(repeating: 32, count: 1 << 20)
      for _ in 0..<100 where !connection.send(megabyte) { return }
    },
    Misdeed("sends 100 MB without a length", ["answer too long"]) { connection in
      _ = connection.readRequest()
      connection.send("HTTP/1.1 200 OK\r\n\r\n")
      let megabyte = Data(repeating: 32, count: 1 << 20)
      for _ in 0..<100 where !connection.send(megabyte) { return }
    },
  ]

  @Test("is unavailable, with the effect in doubt", arguments: misdeeds)
  func misdeed(_ misdeed: Misdeed) async throws {
    let server = try TestServer { connection, _ in misdeed.act(connection) }
    let client = try TelegramClient.testing(server.url)
    let error = try await failure(of: SendMessage(chat: ChatID(5), text: "x"), with: client)
    guard case .unavailable(let reason, let effect, "sendMessage") = error else { throw error }
    #expect(misdeed.reasons.contains(reason), "\(reason)")
    #expect(effect == .unknown)
  }

  @Test("by hanging up before it listens is unavailable", arguments: [true, false])
  func hangsUp(withReset: Bool) async throws {
    let server = try TestServer { connection, _ in if withReset { connection.reset() } }
    let error = try await failure(of: GetMe(), with: try .testing(server.url))
    // It depends on the moment whether the connection counts as made.
    guard case .unavailable(let reason, _, _) = error else { throw error }
    #expect(["connection lost", "no connection"].contains(reason))
  }

  @Test("by keeping silent is given up when the time is over, and hung up on")
  func silent() async throws {
    let hungUp = Mutex(0)
    let server = try TestServer { connection, _ in
      _ = connection.readRequest()
      if connection.number == 1 { connection.send("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{") }
      if connection.waitForClose() { hungUp.withLock { $0 += 1 } }
    }
    let client = try TelegramClient.testing(server.url)
    for _ in 1...2 {
      let error = try await failure(of: GetMe(), with: client, timeout: .seconds(2))
      #expect(error == .unavailable(reason: "timed out", effect: .unknown, method: "getMe"))
    }
    try await eventually { hungUp.withLock { $0 } == 2 }
  }

  /// A call of little patience.
  private struct Hasty: BotMethod {
    typealias Answer = Bool
    static let name = "hasty"
    static let isIdempotent = true
    var timeLimit: Duration? { .seconds(2) }
  }

  @Test("by keeping silent is given up when the call is of no more use")
  func silentForHasty() async throws {
    let server = try TestServer { connection, _ in
      _ = connection.readRequest()
      _ = connection.waitForClose()
    }
    let error = try await failure(of: Hasty(), with: try .testing(server.url))
    #expect(error == .unavailable(reason: "timed out", effect: .unknown, method: "hasty"))
  }

  @Test("has as long as the call may take: ten seconds for a tap, more for polls and uploads")
  func limits() {
    let tap = AnswerCallbackQuery(query: CallbackQueryID("q"))
    let quick = TimeLimits(connect: .seconds(1), silence: .seconds(1), overall: .seconds(2))
    let poll = GetUpdates(offset: nil, timeout: .seconds(30))
    #expect(TimeLimits.standard.fitting(tap).overall == .seconds(10))
    #expect(quick.fitting(tap).overall == .seconds(2))
    #expect(TimeLimits.standard.fitting(tap, timeout: .seconds(20)).overall == .seconds(20))
    #expect(TimeLimits.standard.fitting(GetMe()) == .standard)
    #expect(quick.fitting(poll).overall == .seconds(32) && quick.fitting(poll).silence == .seconds(31))
  }

  @Test("by keeping silent for longer than bytes may stay away is given up before the time is over")
  func stalled() async throws {
    let server = try TestServer { connection, _ in
      _ = connection.readRequest()
      _ = connection.waitForClose()
    }
    let limits = TimeLimits(connect: .seconds(60), silence: .seconds(2), overall: .seconds(600))
    let client = try TelegramClient.testing(server.url, limits: limits)
    let error = try await failure(of: GetMe(), with: client)
    #expect(error == .unavailable(reason: "timed out", effect: .unknown, method: "getMe"))
  }

  @Test("may keep a poll waiting for as long as the poll says")
  func longPoll() async throws {
    let server = try TestServer { connection, _ in
      _ = connection.readRequest()
      sleep(3)
      connection.answer(200, #"{"ok":true,"result":[]}"#)
    }
    let limits = TimeLimits(connect: .seconds(60), silence: .seconds(1), overall: .seconds(2))
    let client = try TelegramClient.testing(server.url, limits: limits)
    let batch = try await client.call(GetUpdates(offset: nil, timeout: .seconds(50)))
    #expect(batch.updates.isEmpty)
  }

  @Test("that is not there certainly did nothing")
  func notThere() async throws {
    // Only root can listen on the first port, and nobody does.
    let client = try TelegramClient.testing("http://127.0.0.1:1")
    let error = try await failure(of: GetMe(), with: client)
    #expect(error == .unavailable(reason: "no connection", effect: .didNotHappen, method: "getMe"))
  }

  @Test("under a name that does not exist, or an address that is none, certainly did nothing")
  func nameless() async throws {
    for (url, reasons) in [
      ("http://telegram.invalid", ["name not resolved"]),
      ("ftp://127.0.0.1", ["the API's or the proxy's address is malformed"]),
      ("http://[nonsense", ["the API's or the proxy's address is malformed"]),
      ("file:///etc", ["the API's or the proxy's address is malformed"]),
    ] {
      let error = try await failure(of: GetMe(), with: try .testing(url))
      guard case .unavailable(let reason, .didNotHappen, _) = error else { throw error }
      #expect(reasons.contains(reason), "\(url): \(reason)")
    }
  }

  @Test("that lacks a trusted certificate is not told the token")
  func insecure() async throws {
    let heard = Mutex(Data())
    let server = try TestServer { connection, _ in
      if let bytes = connection.read(64) { heard.withLock { $0 = bytes } }
      connection.send("HTTP/1.1 400 Bad Request\r\n\r\n")
    }
    let client = try TelegramClient.testing("https://127.0.0.1:\(server.port)")
    let error = try await failure(of: GetMe(), with: client)
    #expect(
      error == .unavailable(reason: "no trusted TLS connection", effect: .didNotHappen, method: "getMe"))
    #expect(!String(decoding: heard.withLock { $0 }, as: UTF8.self).contains("LEAKED"))
  }

  /// Answers the first request, then closes the connection instead of answering the second; a
  /// third is answered, unless the server is gone by then.
  private func forgetfulServer(staysUp: Bool = true) throws -> (
    url: String, stays: TestServer?, requests: () -> Int
  ) {
    final class Box: Sendable {
      let requests = Mutex(0)
      let server = Mutex<TestServer?>(nil)
    }
    let box = Box()
    let server = try TestServer { connection, _ in
      while connection.readRequest() != nil {
        let count = box.requests.withLock { count in
          count += 1
          return count
        }
        if count == 2, !staysUp { box.server.withLock { $0 = nil } }
        if count == 2 { return }
        connection.answer(
          200, #"{"ok":true,"result":{"message_id":1,"date":1,"chat":{"id":5,"type":"private"}}}"#)
      }
    }
    if !staysUp { box.server.withLock { $0 = server } }
    return (server.url, staysUp ? server : nil, { box.requests.withLock { $0 } })
  }

  @Test(
    "by closing a kept connection instead of answering does not get the message twice",
    arguments: [true, false])
  func keptConnectionBreaks(staysUp: Bool) async throws {
    let server = try forgetfulServer(staysUp: staysUp)
    let client = try TelegramClient.testing(server.url)
    let send = SendMessage(chat: ChatID(5), text: "x")
    _ = try await client.call(send)
    let error = try await failure(of: send, with: client)
    guard case .unavailable(_, .unknown, _) = error else { throw error }
    #expect(server.requests() == 2)
  }

  @Test("by closing a kept connection is asked once more for what may be done twice")
  func keptConnectionBreaksOnEdit() async throws {
    let server = try forgetfulServer()
    let client = try TelegramClient.testing(server.url)
    let edit = EditMessageText(chat: ChatID(5), message: MessageID(1), text: "x")
    for _ in 1...2 { _ = try await client.call(edit) }
    #expect(server.requests() == 3)
  }

  @Test("is not followed elsewhere")
  func redirect() async throws {
    let elsewhere = try TestServer.answering(200, #"{"ok":true,"result":true}"#)
    let server = try TestServer.answering(302, "", headers: "Location: \(elsewhere.url)/\r\n")
    _ = try await failure(of: GetMe(), with: try .testing(server.url))
    #expect(elsewhere.connections == 0)
  }
}
