import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Telegram

@Suite("Transfers", .timeLimit(.minutes(30)))
struct TransferTests {
  private static let yes = #"{"ok":true,"result":true}"#
  private let edit = EditMessageReplyMarkup(chat: ChatID(5), message: MessageID(1))

  @Test("end at once when their task is cancelled, and the server is hung up on", arguments: [0, 1, 2])
  func cancelled(stage: Int) async throws {
    let reached = Mutex(false)
    let hungUp = Mutex(false)
    let server = try TestServer { connection, _ in
      if stage > 0 { _ = connection.readRequest() }
      if stage > 1 { connection.send("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{") }
      reached.withLock { $0 = true }
      // At stage 0 the request is still to be read before the connection's end.
      if stage == 0 { _ = connection.readRequest() }
      let isClosed = connection.waitForClose()
      hungUp.withLock { $0 = isClosed }
    }
    let client = try TelegramClient.testing(server.url)
    let call = Task { try await failure(of: GetMe(), with: client) }
    try await eventually { reached.withLock { $0 } }
    call.cancel()
    #expect(try await call.value == .cancelled(method: "getMe"))
    try await eventually { hungUp.withLock { $0 } }
  }

  @Test("of a cancelled task are not even begun")
  func cancelledBefore() async throws {
    let server = try TestServer.answering(200, Self.yes)
    let client = try TelegramClient.testing(server.url)
    let call = Task {
      withUnsafeCurrentTask { $0?.cancel() }
      return try await failure(of: GetMe(), with: client)
    }
    #expect(try await call.value == .cancelled(method: "getMe"))
    #expect(server.requests.isEmpty)
  }

  @Test("cancelled at any moment all end, each once, and leave room for others")
  func cancelledAtRandom() async throws {
    let server = try TestServer.answering(200, Self.yes)
    let client = try TelegramClient.testing(server.url)
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    let delays = (0..<600).map { _ in Int.random(in: 0..<3000, using: &random) }
    let ended = await withTaskGroup { group in
      for delay in delays {
        group.addTask {
          let call = Task { try? await client.call(self.edit) }
          if delay > 500 { try? await Task.sleep(for: .microseconds(delay)) }
          call.cancel()
          return await call.value
        }
      }
      return await group.reduce(into: 0) { count, _ in count += 1 }
    }
    #expect(ended == 600, "seed \(seed)")
    for _ in 0..<HTTPEngine.transfersMax { _ = try await client.call(edit) }
  }

  @Test("beyond those that may run wait for their turn, and one too many fails at once, undone")
  func bounds() async throws {
    let server = try TestServer { connection, _ in
      while connection.readRequest() != nil { _ = connection.waitForClose() }
    }
    let client = try TelegramClient.testing(server.url)
    let all = HTTPEngine.transfersMax + HTTPEngine.waitingTransfersMax
    let outcomes = await withTaskGroup(of: TelegramError?.self) { group in
      for _ in 0..<all + 5 { group.addTask { try? await failure(of: GetMe(), with: client) } }
      var outcomes: [TelegramError?] = []
      while outcomes.count < 5, let outcome = await group.next() { outcomes.append(outcome) }
      #expect(server.connections <= HTTPEngine.transfersMax)
      client.close()
      while let outcome = await group.next() { outcomes.append(outcome) }
      return outcomes
    }
    let full = TelegramError.unavailable(
      reason: "too many requests wait", effect: .didNotHappen, method: "getMe")
    let closed = TelegramError.unavailable(reason: "the client is closed", effect: .unknown, method: "getMe")
    #expect(outcomes.count { $0 == full } == 5 && outcomes.count { $0 == closed } == all)
    #expect(try await failure(of: GetMe(), with: client) == closed)
  }

  @Test("keep their connection for the next")
  func keepAlive() async throws {
    let server = try TestServer.answering(200, Self.yes)
    let client = try TelegramClient.testing(server.url)
    for _ in 0..<50 { _ = try await client.call(edit) }
    #expect(server.requests.count == 50 && server.connections == 1)
  }

  @Test("in their thousands leave no file and no thread behind")
  func leavesNothing() async {
    // In a process of its own, where nobody else opens files.
    await #expect(processExitsWith: .success) {
      let before = openFiles()
      for _ in 0..<3 {
        let server = try TestServer { connection, note in
          while connection.readRequest() != nil {
            if connection.number % 3 == 0 { return }
            connection.answer(200, #"{"ok":true,"result":true}"#)
          }
        }
        let client = try TelegramClient.testing(server.url)
        await withTaskGroup { group in
          for _ in 0..<1000 {
            group.addTask {
              _ = try? await client.call(EditMessageReplyMarkup(chat: ChatID(5), message: MessageID(1)))
            }
          }
        }
      }
      try await eventually { openFiles() <= before + 2 && threads(named: "telegram-http") == 0 }
    }
  }
}

/// How many files this process has open.
func openFiles() -> Int {
  (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? -1
}

func threads(named name: String) -> Int {
  let tasks = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/task")) ?? []
  return tasks.count { task in
    (try? String(contentsOfFile: "/proc/self/task/\(task)/comm", encoding: .utf8))?.hasPrefix(name) ?? false
  }
}
