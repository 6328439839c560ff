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
    let alarm = DiskAlarm(
      trouble: trouble, admins: { admins.withLock { $0 } }, api: chats, logger: Logger(label: "test"))
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: alarm)], logger: Logger(label: "test")))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
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
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
    #expect(chats.all.map(\.rawValue).sorted() == [1, 2, 2, 3])
  }
}

/// Takes messages, and refuses everything else.
private final class Sent: BotAPI {
  private let chats = Mutex<[ChatID]>([])

  var all: [ChatID] { chats.withLock { $0 } }

  func wait(for count: Int) async throws {
    let deadline = ContinuousClock.now + .seconds(60)
    while all.count < count, ContinuousClock.now < deadline { try await Task.sleep(for: .milliseconds(5)) }
    #expect(all.count == count)
  }

  func call<M: BotMethod>(_ method: M) async throws(TelegramError) -> M.Answer {
    if let message = method as? SendMessage { chats.withLock { $0.append(message.chat) } }
    throw .unavailable(reason: "nobody reads this", effect: .unknown, method: M.name)
  }

  func download(_ file: Telegram.File, bytesMax: Int) async throws(TelegramError) -> Data { Data() }
}
