import FloorPlan
import Foundation
import OfficeActor
import Synchronization
import Telegram
import Testing

@testable import BotLoop
@testable import Conversation

@Suite("A picture on its way to Telegram", .timeLimit(.minutes(30)))
struct UploadsTests {
  private let content = ContentID(rawValue: "floor")
  private let forever = Duration.seconds(3_600)

  private func claim(_ uploads: Uploads) async throws -> Uploads.Claim {
    guard case .claimed(let claim) = await uploads.turn(for: content) else { throw Unexpected.timedOut }
    return claim
  }

  @Test("is uploaded by one, and all others get its file id")
  func once() async throws {
    let uploads = Uploads(patience: forever)
    let claim = try await claim(uploads)
    let turns = await withTaskGroup(of: Uploads.Turn.self) { group in
      for _ in 0..<50 { group.addTask { await uploads.turn(for: content) } }
      group.addTask {
        try? await eventually { uploads.waitingCount == 50 }
        uploads.end(claim, as: FileID("file"))
        return .uploaded(FileID("file"))
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(turns == Array(repeating: .uploaded(FileID("file")), count: 51))
    _ = try await self.claim(uploads)
  }

  @Test("is tried by the next one when the first one's upload failed")
  func failed() async throws {
    let uploads = Uploads(patience: forever)
    let first = try await claim(uploads)
    async let second = claim(uploads)
    try await eventually { uploads.waitingCount == 1 }
    async let third = uploads.turn(for: content)
    try await eventually { uploads.waitingCount == 2 }
    uploads.end(first, as: nil)
    let next = try await second
    // The first has no say any more.
    uploads.end(first, as: nil)
    #expect(uploads.waitingCount == 1)
    uploads.end(next, as: FileID("file"))
    #expect(await third == .uploaded(FileID("file")))
  }

  @Test("is not waited for by whoever is cancelled, and the others go on waiting")
  func cancelled() async throws {
    let uploads = Uploads(patience: forever)
    let first = try await claim(uploads)
    let cancelled = Task { await uploads.turn(for: content) }
    try await eventually { uploads.waitingCount == 1 }
    async let other = uploads.turn(for: content)
    try await eventually { uploads.waitingCount == 2 }
    cancelled.cancel()
    #expect(await cancelled.value == .cancelled)
    uploads.end(first, as: FileID("file"))
    #expect(await other == .uploaded(FileID("file")))
  }

  @Test("is uploaded by others, too, when it takes too long; the first file id that comes is everybody's")
  func slow() async throws {
    let uploads = Uploads(patience: .zero)
    let slow = try await claim(uploads)
    let second = try await claim(uploads)
    #expect(slow != second)
    uploads.end(slow, as: FileID("file"))
    uploads.end(second, as: FileID("file"))
    _ = try await claim(uploads)
  }

  @Test("goes up once for all chats that show it at the same time")
  func chats() async throws {
    let bot = try TestBot(ScriptedTelegram(isScripted: false), office: TestOffice(), picturePatience: forever)
    let gate = Gate()
    bot.api.hold(ChatID(901), gate)
    try await bot.running {
      await bot.handler.handle(bot.typed("/start", by: 901))
      try await eventually { gate.arrived == 1 }
      for user in Int64(902)...912 { await bot.handler.handle(bot.typed("/start", by: user)) }
      gate.open()
    }
    #expect(bot.api.summaries.count { $0 == "sendPhoto upload" } == 1)
    #expect(bot.api.summaries.count { $0 == "sendPhoto file-1" } == 11)
  }

  @Test("goes up again from another chat when it did not get through from the first")
  func otherChat() async throws {
    let bot = try TestBot(office: TestOffice(), picturePatience: forever)
    let gate = Gate()
    bot.api.expect("sendPhoto", fails: .personUnreachable(.blocked, method: "sendPhoto"), after: gate)
    bot.api.expect("sendPhoto")
    try await bot.running {
      await bot.handler.handle(bot.typed("/menu"))
      try await eventually { gate.arrived == 1 }
      await bot.handler.handle(bot.typed("/menu", by: TestOffice.boris.rawValue))
      gate.open()
    }
    bot.api.expectDone()
    #expect(bot.api.summaries == ["sendPhoto upload", "sendPhoto upload"])
  }

  @Test("is the same for everybody who is not marked on the floor")
  func shared() throws {
    let renderer = FloorPlanRenderer()
    let office = try TestOffice().state.office
    let ids = office.employees.all.map { employee in
      renderer.contentID(of: DayFloor(office, day: TestOffice.tomorrow, employee: employee).picture)
    }
    // Anna and Boris have seats that day, two others have none.
    #expect(ids.count == 4 && Set(ids).count == 3)
  }
}
