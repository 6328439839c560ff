import Foundation
import Sandbox
import Testing

@Suite("Snapshots on the command line", .timeLimit(.minutes(30)))
struct SnapshotTests {
  @Test("One is written at every orderly end, and by `snapshot` beside the bot that goes on")
  func taken() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.books(5)
      let (exit, output) = try await bot.run(["snapshot"], token: nil)
      #expect(exit == .status(0), "\(output)")
      let first = try #require(try bot.snapshots().first)
      #expect(output.contains(first.path))
      try await anna.books(6, onDay: 2)
      let (verified, contents) = try await bot.run(["verify", first.path], token: nil)
      #expect(verified == .status(0), "\(contents)")
      #expect(contents.contains("all is well"))
      #expect(contents.contains("4 names, 1 of them registered; 1 bookings"))

      #expect(try await bot.stop().exit == .status(0))
      let last = try #require(try bot.snapshots().last)
      #expect(try await bot.run(["verify", last.path]).output.contains("2 bookings"))
    }
  }

  @Test("The office is restored from one only while the bot does not run, and what was there is kept")
  func restored() async throws {
    try await BotUnderTest.journey { bot in
      _ = try await bot.admin()
      let anna = try await bot.anna()
      let day = try await anna.books(5)
      #expect(try await bot.run(["snapshot"]).exit == .status(0))
      let kept = bot.folder.root.appending(path: "kept.sqlite")
      try FileManager.default.copyItem(at: try #require(try bot.snapshots().first), to: kept)

      let (refused, message) = try await bot.run(["restore", kept.path])
      #expect(refused == .status(1))
      #expect(message.contains("in use by process \(try #require(bot.pid))"))

      try await anna.books(6, onDay: 2)
      #expect(try await bot.stop().exit == .status(0))
      let booked = try StoredOffice(in: bot.data).bookings
      let (exit, output) = try await bot.run(["restore", kept.path])
      #expect(exit == .status(0), "\(output)")
      let aside = try #require(
        try FileManager.default.contentsOfDirectory(atPath: bot.data.path)
          .first { $0.hasPrefix("office.db.replaced-") })
      #expect(output.contains(aside))
      #expect(booked.count == 2)
      #expect(try StoredOffice(in: bot.data).bookings.count == 1)

      try await bot.start()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 5"])
    }
  }

  @Test("One that was asked for is there after the stop that restoring it needs, and can be restored")
  func keptOverStop() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(5)
      #expect(try await bot.run(["snapshot"]).exit == .status(0))
      let asked = try #require(try bot.snapshots().last)
      try await anna.books(6, onDay: 2)
      for _ in 1...2 {
        try await bot.handlesEverything()
        #expect(try await bot.stop().exit == .status(0))
        try await bot.start()
        try await anna.writes("/menu", sees: "Ближайшая бронь")
      }
      // What is not confirmed comes again, and the office that is restored has never heard of it.
      try await bot.handlesEverything()
      #expect(try await bot.stop().exit == .status(0))
      let (exit, output) = try await bot.run(["restore", asked.path])
      #expect(exit == .status(0), "\(output)")
      try await bot.start()
      let bookings = try await anna.bookings()
      #expect(bookings == ["\(day.onButton) · место 5"])
    }
  }

  @Test("A file that is no good snapshot is named as such, and nothing is changed")
  func noGood() async throws {
    try await BotUnderTest.journey { bot in
      try await bot.anna().books(5)
      #expect(try await bot.stop().exit == .status(0))
      let file = bot.data.appending(path: "office.db")
      let before = try Data(contentsOf: file)
      let damaged = bot.folder.root.appending(path: "damaged.sqlite")
      try before.prefix(before.count / 2).write(to: damaged)
      for command in ["verify", "restore"] {
        let (exit, output) = try await bot.run([command, damaged.path])
        #expect(exit == .status(1))
        #expect(output.contains("\(damaged.path) is damaged"), "\(output)")
        let missing = try await bot.run([command, damaged.path + "x"])
        #expect(missing.exit == .status(1))
        #expect(missing.output.contains("there is no such file"), "\(missing.output)")
      }
      #expect(try Data(contentsOf: file) == before)
      try FileManager.default.removeItem(at: file)
      let (exit, output) = try await bot.run(["snapshot"])
      #expect(exit == .status(1))
      #expect(output.contains("there is no such file"), "\(output)")
    }
  }
}
