import Foundation
import OfficeActor
import Persistence
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("What ended the process", .timeLimit(.minutes(30)))
struct CrashGuardTests {
  private let folder = FileManager.default.temporaryDirectory.appending(path: "guard-\(UUID().uuidString)")

  /// Lets processes die with work in hand, suspects one at a time, as each start does.
  private func die(under keys: [UInt64]...) async throws {
    for keys in keys {
      let notes = try TestBot.notes(in: folder)
      for key in keys { _ = await notes.begin(key, isWatched: true) }
    }
  }

  @Test("twice is answered with an apology in words alone, to a text and to a tap, and only once")
  func apology() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = try TestOffice()
    let early = try TestBot(office: office)
    let day = TestOffice.tomorrow
    let updates = [early.typed("/menu"), early.tap(.book(Seat.ID("3"), on: day, from: Trail(.menu)))]
    for update in updates { try await die(under: [update.crashKey], [update.crashKey]) }
    let bot = try TestBot(office: office, crashGuard: CrashGuard(notes: TestBot.notes(in: folder)))
    for _ in updates { bot.api.expect("sendMessage") }
    try await bot.running {
      for update in updates + updates { await bot.handler.handle(update) }
    }
    bot.api.expectDone()
    #expect(bot.api.calls.allSatisfy { $0.text?.hasPrefix("Простите, на этом я дважды сломался") == true })
    #expect(bot.api.calls.map(\.labels) == [["Меню"], ["Меню"]])
    #expect(bot.api.answers.map(\.text).first??.hasPrefix("Простите") == true)
    #expect(bot.api.answers.count == 1)
    #expect(office.storage.commits.isEmpty)
  }

  @Test("once is handled like any other, and is free of suspicion then")
  func once() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let office = try TestOffice()
    let early = try TestBot(office: office)
    let update = early.tap(.book(Seat.ID("3"), on: TestOffice.tomorrow, from: Trail(.menu)))
    try await die(under: [update.crashKey])
    let notes = try TestBot.notes(in: folder)
    #expect(notes.diedUnder == 1)
    let bot = try TestBot(
      ScriptedTelegram(isScripted: false), office: office, crashGuard: CrashGuard(notes: notes))
    try await bot.running { await bot.handler.handle(update) }
    #expect(bot.api.answers.map(\.text) == ["ср 25 ноября: место 3 вместо 2."])
    #expect(try TestBot.notes(in: folder).diedUnder == 0)
    #expect(await notes.begin(update.crashKey) == .innocent)
  }

  @Test("is found out, too, if it needs longer than the next suspect waits for it")
  func slow() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await die(under: [1, 2])
    let crashGuard = CrashGuard(notes: try TestBot.notes(in: folder))
    let (begun, slow) = (Gate(), Gate())
    let folder = folder
    try await withThrowingTaskGroup { group in
      group.addTask {
        _ = await crashGuard.watch(1, passingOver: { Issue.record("passed over") }) {
          begun.open()
          await slow.pass()
        }
      }
      await begun.pass()
      group.addTask {
        _ = await crashGuard.watch(2, passingOver: { Issue.record("passed over") }) {}
        // What a start would find if the process died now.
        let found = try TestBot.notes(in: folder)
        #expect(await found.begin(1) == .condemned)
        slow.open()
      }
      try await group.waitForAll()
    }
  }

  @Test("is found out: suspects are in hand one at a time, the innocent beside them")
  func oneAtATime() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    try await die(under: [1, 2, 3])
    let crashGuard = CrashGuard(notes: try TestBot.notes(in: folder))
    let inHand = InHand()
    let innocent = Gate()
    await withTaskGroup { group in
      for key in [1, 2, 3] as [UInt64] {
        group.addTask {
          _ = await crashGuard.watch(key, passingOver: { Issue.record("passed over") }) {
            inHand.begin()
            await innocent.pass()
            inHand.end()
          }
        }
      }
      group.addTask { _ = await crashGuard.watch(4, passingOver: {}) { innocent.open() } }
    }
    #expect(inHand.most == 1)
    #expect(try TestBot.notes(in: folder).diedUnder == 0)
  }

  @Test("with an update's screen counts for the update, which is in hand until that is drawn")
  func drawing() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let bot = try TestBot(
      office: TestOffice(), crashGuard: CrashGuard(notes: TestBot.notes(in: folder)))
    let picture = Gate()
    bot.api.expect("sendPhoto", after: picture)
    let folder = folder
    try await bot.running {
      await bot.handler.handle(bot.typed("/menu"))
      let diedUnder = try TestBot.notes(in: folder).diedUnder
      #expect(diedUnder == 1)
      picture.open()
    }
    #expect(try TestBot.notes(in: folder).diedUnder == 0)
  }

  @Test("a job is left out once and tried again the next time")
  func jobs() async throws {
    defer { try? FileManager.default.removeItem(at: folder) }
    let key = "job cleanup".stableDigest
    try await die(under: [key], [key])
    let crashGuard = CrashGuard(notes: try TestBot.notes(in: folder))
    let runs = Mutex(0)
    #expect(try await crashGuard.watch(job: "cleanup") { runs.withLock { $0 += 1 } } == false)
    #expect(try await crashGuard.watch(job: "cleanup") { runs.withLock { $0 += 1 } })
    #expect(runs.withLock(\.self) == 1)
  }
}

/// Counts what is in hand at the same time.
private final class InHand: Sendable {
  private let count = Mutex(0)
  private let highest = Mutex(0)

  var most: Int { highest.withLock(\.self) }

  func begin() {
    let now = count.withLock { count in
      count += 1
      return count
    }
    highest.withLock { $0 = max($0, now) }
  }

  func end() { count.withLock { $0 -= 1 } }
}
