import Foundation
import GRDB
import Sandbox
import TestSupport
import Testing

@Suite("Damaged data", .timeLimit(.minutes(30)))
struct DamagedDataTests {
  /// Something that happens to `office.db` while the bot is away, and what the next start has to say of it.
  struct Damage: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let message: String
    let happen: @Sendable (URL) throws -> Void
  }

  @Test(
    "Without a good snapshot the start ends with a clear message and touches nothing",
    arguments: [
      Damage(testDescription: "random bytes", message: "is damaged") { file in
        var chance = SeededRandom(seed: 1)
        try Data((0..<20_000).map { _ in UInt8.random(in: 0...255, using: &chance) }).write(to: file)
      },
      Damage(testDescription: "half of it", message: "is damaged") { file in
        let whole = try Data(contentsOf: file)
        try whole.prefix(whole.count / 2).write(to: file)
      },
      Damage(testDescription: "its first hundred bytes", message: "is damaged") { file in
        try Data(contentsOf: file).prefix(100).write(to: file)
      },
      Damage(testDescription: "pages overwritten", message: "is damaged") { file in
        var bytes = try Data(contentsOf: file)
        bytes.replaceSubrange(4096..<(3 * 4096), with: Data(repeating: 0x5A, count: 2 * 4096))
        try bytes.write(to: file)
      },
      Damage(testDescription: "nothing in it", message: "is damaged: the file is empty") { file in
        try Data().write(to: file)
      },
      Damage(testDescription: "a text", message: "is damaged") { file in
        try Data("this is no database\n".utf8).write(to: file)
      },
      Damage(testDescription: "a database of something else", message: "it is not a database of officebot") {
        file in
        try FileManager.default.removeItem(at: file)
        try execute("CREATE TABLE song (title TEXT)", in: file)
      },
      Damage(testDescription: "from a newer program", message: "was written by a newer version of officebot")
      { file in
        try execute("INSERT INTO grdb_migrations (identifier) VALUES ('999 from the future')", in: file)
      },
    ])
  func damaged(_ damage: Damage) async throws {
    try await BotUnderTest.journey { bot in
      try await bot.anna().books(5)
      #expect(try await bot.stop().exit == .status(0))
      for snapshot in try bot.snapshots() { try Data("испорчен".utf8).write(to: snapshot) }
      try damage.happen(bot.data.appending(path: "office.db"))
      let left = try Self.files(in: bot.data)
      await bot.sandbox.forgetCalls()

      let (exit, output) = try await bot.run(["run"])
      #expect(exit == .status(1))
      #expect(output.contains(damage.message), "\(output)")
      #expect(output.contains("it was left untouched"), "\(output)")
      #expect(output.contains("office.db"))
      #expect(!output.contains("Fatal error"))
      #expect(try Self.files(in: bot.data) == left)
      #expect(await bot.sandbox.calls.map(\.method) == [], "Telegram hears nothing of it")
    }
  }

  private static func execute(_ sql: String, in file: URL) throws {
    let queue = try DatabaseQueue(path: file.path)
    try queue.writeWithoutTransaction { try $0.execute(sql: sql) }
    try queue.close()
  }

  /// All that was there, byte for byte, but for the lock, which every start takes, the error log, which tells of
  /// it, `-shm`, which is no data, and files without anything in them, which SQLite makes when it looks.
  private static func files(in data: URL) throws -> [String: Data] {
    let names = try FileManager.default.contentsOfDirectory(atPath: data.path)
      .filter { $0 != "office.lock" && !$0.hasPrefix("errors.db") && !$0.hasSuffix("-shm") }
    return Dictionary(
      uniqueKeysWithValues: try names.map { ($0, try Data(contentsOf: data.appending(path: $0))) }
        .filter { $0.0 == "office.db" || !$0.1.isEmpty })
  }
}
