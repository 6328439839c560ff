import Foundation
import GRDB
import Sandbox
import Testing

@Suite("A database that is damaged or gone", .timeLimit(.minutes(30)))
struct RecoveryTests {
  /// Something that happens to `office.db` while the bot is away.
  enum Loss: Sendable, CaseIterable {
    case removed, emptied, overwritten, truncated

    func happen(to file: URL) throws {
      let bytes = try Data(contentsOf: file)
      switch self {
      case .removed: try FileManager.default.removeItem(at: file)
      case .emptied: try Data().write(to: file)
      case .overwritten: try Data(repeating: 0x5A, count: bytes.count).write(to: file)
      case .truncated: try bytes.prefix(bytes.count / 2).write(to: file)
      }
    }
  }

  @Test(
    "is replaced by the newest good snapshot at the next start, loudly, and kept", arguments: Loss.allCases)
  func recovered(_ loss: Loss) async throws {
    try await BotUnderTest.journey { bot in
      let admin = try await bot.admin()
      let anna = try await bot.anna()
      let day = try await anna.books(5)
      #expect(try await bot.stop().exit == .status(0))
      let newest = try #require(try bot.snapshots().last)
      let good = bot.snapshotFolder.appending(path: "office-20200101T000000Z.sqlite")
      try FileManager.default.moveItem(at: newest, to: good)
      try Data("испорчен".utf8).write(to: newest)
      let file = bot.data.appending(path: "office.db")
      try loss.happen(to: file)
      let left = try? Data(contentsOf: file)

      try await bot.start()
      try await admin.sees("офис восстановлен из снимка.\nМогло пропасть то, что сделано с ")
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
      let output = bot.folder.outputText
      #expect(output.contains("a snapshot is no good; an older one is tried"))
      #expect(output.contains("the office was restored from a snapshot; what happened since may be lost"))
      #expect(output.contains(good.lastPathComponent))
      let aside = try FileManager.default.contentsOfDirectory(atPath: bot.data.path)
        .filter { $0.hasPrefix("office.db.replaced-") && $0.hasSuffix("Z") }
      #expect(aside.count == (left == nil ? 0 : 1))
      if let name = aside.first {
        #expect(try Data(contentsOf: bot.data.appending(path: name)) == left, "nothing is deleted")
      }

      // A seat is booked once, whatever is tapped on messages from before.
      #expect(try await bot.boris().opensDay().free == 11)
      #expect(try await bot.stop().exit == .status(0))
      let (exit, verified) = try await bot.run(["verify", try #require(try bot.snapshots().last).path])
      #expect(exit == .status(0), "\(verified)")
    }
  }

  @Test("together with every snapshot is a new office")
  func newOffice() async throws {
    try await BotUnderTest.journey { bot in
      try await bot.anna().books(5)
      #expect(try await bot.stop().exit == .status(0))
      try FileManager.default.removeItem(at: bot.data.appending(path: "office.db"))
      try FileManager.default.removeItem(at: bot.snapshotFolder)
      try await bot.start()
      _ = try await bot.newcomer("Анна").registers(as: "Смирнова Анна Сергеевна")
    }
  }
}
