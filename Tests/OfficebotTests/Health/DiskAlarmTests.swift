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
  @Test("Every admin is told once, and again only for a new trouble an hour later")
  func once() async throws {
    let moment = Mutex(ContinuousClock.now)
    let chats = Sent()
    let alarm = DiskAlarm(
      admins: [AccountID(rawValue: 1), AccountID(rawValue: 2)], api: chats, logger: Logger(label: "test"),
      now: { moment.withLock { $0 } })
    let group = ServiceGroup(
      configuration: .init(services: [.init(service: alarm)], logger: Logger(label: "test")))
    try await withThrowingTaskGroup(of: Void.self) { tasks in
      tasks.addTask { try await group.run() }
      alarm.note(failure: nil)
      alarm.note(failure: "full")
      alarm.note(failure: "full")
      try await chats.wait(for: 2)
      // Works for a moment, as a disk does that is nearly full.
      alarm.note(failure: nil)
      alarm.note(failure: "full")
      moment.withLock { $0 += .seconds(3601) }
      // The same trouble still.
      alarm.note(failure: "full")
      alarm.note(failure: nil)
      alarm.note(failure: "full")
      try await chats.wait(for: 4)
      await group.triggerGracefulShutdown()
      try await tasks.waitForAll()
    }
    #expect(chats.all.map(\.rawValue).sorted() == [1, 1, 2, 2])
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
