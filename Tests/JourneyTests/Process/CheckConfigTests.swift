import Foundation
import Sandbox
import Testing

@Suite("check-config", .timeLimit(.minutes(30)))
struct CheckConfigTests {
  @Test("A good configuration is all well, and needs no token")
  func good() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      let (exit, output) = try await bot.run(["check-config"], token: nil)
      #expect(exit == .status(0))
      #expect(output.contains("all is well: Офис, 12 seats, 4 names, Europe/Moscow"))
    }
  }

  @Test("What a start will need is tried, with the true cause at its place, and nothing is left behind")
  func tried() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      let taken = try TakenPort()
      defer { withExtendedLifetime(taken) {} }
      let port = taken.number
      try FileManager.default.createSymbolicLink(
        atPath: bot.folder.root.appending(path: "circle").path, withDestinationPath: "circle")
      var setup = bot.setup
      setup.more = "http: { listen: 127.0.0.1:\(port) }"
      let configuration = setup.configuration(apiURL: try await bot.sandbox.url)
        .replacing("data: ../data", with: "data: /proc/nope")
        .replacing("folder: ../logs", with: "folder: ../config/office.yaml/logs")
        .replacing("folder: ../snapshots", with: "folder: ../circle/snapshots")
      try bot.folder.write(configuration, to: "config/office.yaml")
      let before = try FileManager.default.subpathsOfDirectory(atPath: bot.folder.root.path).sorted()
      for command in ["check-config", "run"] {
        let (exit, output) = try await bot.run([command])
        #expect(exit == .status(1))
        for mistake in [
          "8:7: data: /proc cannot be written to: nothing can be made there",
          "logs.folder: \(bot.folder.configuration.path)/logs cannot be used: a part of its path is a file, not a folder",
          "circle/snapshots cannot be used: links on its path lead in a circle",
          "http.listen: cannot serve 127.0.0.1:\(port): Address already in use",
        ] { #expect(output.contains(mistake), "\(output)") }
      }
      let after = try FileManager.default.subpathsOfDirectory(atPath: bot.folder.root.path).sorted()
      #expect(after.filter { !$0.hasPrefix("output") } == before.filter { !$0.hasPrefix("output") })
    }
  }

  @Test("A bot that runs on the same data is not disturbed, and its own port is only noted")
  func besideRunning() async throws {
    let port = try FreePort.find()
    var setup = OfficeSetup()
    setup.more = "http: { listen: 127.0.0.1:\(port) }"
    try await BotUnderTest.journey(in: setup) { bot in
      let anna = try await bot.anna()
      let before = try FileManager.default.contentsOfDirectory(atPath: bot.data.path).sorted()
      let (exit, output) = try await bot.run(["check-config"], token: nil)
      #expect(exit == .status(0), "\(output)")
      #expect(output.contains("note: ") && output.contains("perhaps by the bot that runs on this data"))
      #expect(output.contains("all is well"))
      #expect(try FileManager.default.contentsOfDirectory(atPath: bot.data.path).sorted() == before)
      try await anna.books(5)
    }
  }

  @Test("The version is said")
  func version() async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      let (exit, output) = try await bot.run(["--version"], token: nil)
      #expect(exit == .status(0))
      #expect(output.trimmingCharacters(in: .whitespacesAndNewlines) == "1.0.0")
    }
  }

  @Test(
    "Every mistake is named with its line, by check-config and by run alike",
    arguments: ["check-config", "run"])
  func mistakes(_ command: String) async throws {
    try await BotUnderTest.journey(isStarted: false) { bot in
      try bot.folder.write(
        """
        office:
          time_zone: Europe/Moskow
          windows: 3
        admins: [Анна]
        seats:
          - { id: "1" }
          - { id: "1" }
        """, to: "config/office.yaml")
      let (exit, output) = try await bot.run([command])
      #expect(exit == .status(1))
      for place in ["office.yaml:2:", "office.yaml:3:", "office.yaml:4:", "office.yaml:7:"] {
        #expect(output.contains(place), "\(output)")
      }
    }
  }

  @Test("A file that is not there, and a seat that is booked but gone, are said in plain words")
  func missing() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      let day = try await anna.books(12)
      #expect(try await bot.stop().exit == .status(0))
      var smaller = bot.setup
      smaller.seats = 11
      try bot.folder.write(
        smaller.configuration(apiURL: try await bot.sandbox.url), to: "config/office.yaml")
      let (exit, output) = try await bot.run(["run"])
      #expect(exit == .status(1))
      #expect(output.contains("seat 12"))
      #expect(output.contains("Смирнова Анна Сергеевна"))
      #expect(output.contains("removed_seats"))

      try bot.folder.write(
        bot.setup.configuration(apiURL: try await bot.sandbox.url), to: "config/office.yaml")
      try await bot.start()
      #expect(try await anna.bookings() == ["\(day.onButton) · место 12"])
    }
  }
}
