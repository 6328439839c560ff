import Foundation
import Logging
import OfficeActor
import ServiceLifecycle
import Synchronization
import Telegram
import Testing

@testable import officebot

@Suite("The alarm about the disk")
struct DiskAlarmTests {
  @Test("Every admin of the moment is told once, and again only for a new trouble an hour later")
  func once() async throws {
    let moment = Mutex(ContinuousClock.now)
    let chats = Sent()
    let admins = Mutex(Set([1, 2].map(AccountID.init(rawValue:))))
    let trouble = DiskTrouble(now: { moment.withLock { $0 } })
    let alarm = alarm(trouble, chats) { admins.withLock { $0 } }
    try await running(alarm) {
      trouble.note(failure: nil)
      trouble.note(failure: "full")
      trouble.note(failure: "full")
      try await chats.wait(for: 2)
      // Works for a moment, as a disk does that is nearly full.
      trouble.note(failure: nil)
      trouble.note(failure: "full")
      moment.withLock { $0 += .seconds(3601) }
      // SIGHUP: another list of admins.
      admins.withLock { $0 = Set([2, 3].map(AccountID.init(rawValue:))) }
      // The same trouble still.
      trouble.note(failure: "full")
      trouble.note(failure: nil)
      trouble.note(failure: "full")
      try await chats.wait(for: 4)
    }
    #expect(chats.all.map(\.rawValue).sorted() == [1, 2, 2, 3])
  }

  @Test("Whom Telegram makes wait is told after the wait, if it holds still, and holds nobody else up")
  func held() async throws {
    let chats = Sent { chat, number in
      chat == ChatID(1) && number == 1 ? .retryAfter(.milliseconds(300), method: "sendMessage") : nil
    }
    let trouble = DiskTrouble()
    try await running(alarm(trouble, chats) { [AccountID(rawValue: 1), AccountID(rawValue: 2)] }) {
      trouble.note(failure: "full")
      try await chats.wait(for: 3)
    }
    #expect(chats.all.map(\.rawValue).sorted() == [1, 1, 2])
    #expect(chats.all.last == ChatID(1))
  }

  @Test("Once the disk works again nobody is told, and the next failure is news")
  func over() async throws {
    let trouble = DiskTrouble()
    let isOver = Mutex(false)
    let chats = Sent { _, number in
      guard number == 1 else { return nil }
      trouble.note(failure: nil)
      isOver.withLock { $0 = true }
      return .retryAfter(.milliseconds(1), method: "sendMessage")
    }
    try await running(alarm(trouble, chats) { [AccountID(rawValue: 1)] }) {
      trouble.note(failure: "full")
      try await chats.wait(for: 1)
      // The alarm has noticed that there is nothing to tell as soon as a failure is news again.
      let deadline = ContinuousClock.now + .seconds(60)
      while chats.all.count == 1, ContinuousClock.now < deadline {
        trouble.note(failure: "full")
        try await Task.sleep(for: .milliseconds(5))
        if chats.all.count == 1 { trouble.note(failure: nil) }
      }
    }
    #expect(isOver.withLock { $0 } && chats.all.count == 2)
  }

  private func alarm(
    _ trouble: DiskTrouble, _ chats: Sent, admins: @escaping @Sendable () -> Set<AccountID>
  ) -> DiskAlarm {
    let logger = Logger(label: "quiet") { _ in SwiftLogNoOpLogHandler() }
    return DiskAlarm(
      trouble: trouble, admins: admins, language: { _ in .russian },
      api: PacedBotAPI(api: chats, clock: ContinuousClock(), logger: logger), logger: logger)
  }

  /// Lets the alarm listen while something is done, then stops it in order.
  private func running(_ alarm: DiskAlarm, _ body: () async throws -> Void) async throws {
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: alarm)], logger: alarm.logger))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      try await body()
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
  }
}

/// Takes messages, and refuses everything else.
private final class Sent: BotAPI {
  private let chats = Mutex<[ChatID]>([])
  private let failure: @Sendable (ChatID, _ number: Int) -> TelegramError?

  /// - Parameter failure: what a message fails with, if anything; a chat's count from 1.
  init(_ failure: @escaping @Sendable (ChatID, _ number: Int) -> TelegramError? = { _, _ in nil }) {
    self.failure = failure
  }

  var all: [ChatID] { chats.withLock { $0 } }

  func wait(for count: Int) async throws {
    let deadline = ContinuousClock.now + .seconds(240)
    while all.count < count, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    #expect(all.count == count)
  }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    if let message = method as? SendMessage {
      let number = chats.withLock { chats in
        chats.append(message.chatID)
        return chats.count { $0 == message.chatID }
      }
      if let failure = failure(message.chatID, number) { throw failure }
    }
    throw .unavailable(reason: "nobody reads this", effect: .unknown, method: M.name)
  }

  func download(_ file: Telegram.File, bytesMax: Int) async throws(TelegramError) -> Data { Data() }
}
