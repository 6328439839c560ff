import Foundation
import Sandbox
import Testing

@Suite("Watching the bot", .timeLimit(.minutes(30)))
struct HealthTests {
  @Test("health says that the bot is well while it runs, and fails when it does not")
  func health() async throws {
    try await BotUnderTest.journey { bot in
      let anna = try await bot.anna()
      try await anna.books(3)
      let (exit, output) = try await bot.run(["health"], token: nil)
      #expect(exit == .status(0))
      let pid = try #require(bot.pid)
      #expect(output.contains("process \(pid) is well"))

      // What is wrong in the file matters to the next start, not to the process.
      let right = try Data(contentsOf: bot.folder.configuration)
      try bot.folder.write("admins: nobody\nofice: {}\ndata: ../data\n", to: "config/office.yaml")
      #expect(try await bot.run(["health"], token: nil).exit == .status(0))
      try right.write(to: bot.folder.configuration)

      try await bot.kill()
      let (dead, words) = try await bot.run(["health"], token: nil)
      #expect(dead == .status(1))
      #expect(words.contains("no bot runs on this data"))
      // The socket that the killed process left is no obstacle.
      try await bot.start()
      _ = try await anna.bookings()
      #expect(try await bot.run(["health"], token: nil).exit == .status(0))
      try await bot.stop()
      #expect(try await bot.run(["health"], token: nil).exit == .status(1))
    }
  }

  @Test("With an address configured, /healthz and /metrics tell how the bot is doing")
  func metrics() async throws {
    let port = try FreePort.find()
    var setup = OfficeSetup()
    setup.more = "http: { listen: \"127.0.0.1:\(port)\" }"
    try await BotUnderTest.journey(in: setup) { bot in
      let anna = try await bot.anna()
      try await anna.books(3)
      try await bot.handlesEverything()
      let health = try await Self.get("healthz", port)
      #expect(health.status == 200)
      #expect(health.text.contains(#""problems":[]"#))

      let page = try await Self.get("metrics", port)
      #expect(page.status == 200)
      let lines = page.text.split(separator: "\n").map(String.init)
      func value(_ name: String) -> Double? {
        lines.first { $0.hasPrefix("\(name) ") }.flatMap { Double($0.split(separator: " ").last ?? "") }
      }
      #expect(value("officebot_healthy") == 1)
      #expect(try #require(value("officebot_updates_handled_total")) > 3)
      // Registering, opening a day, booking: each tap was answered, each change committed.
      #expect(try #require(value("officebot_tap_answer_seconds_count")) >= 4)
      #expect(try #require(value("officebot_commit_seconds_count")) >= 2)
      #expect(value("officebot_offers_open") == 0)
      #expect(lines.contains { $0.hasPrefix(#"officebot_api_calls_total{method="answerCallbackQuery"} "#) })
      #expect(try await Self.get("elsewhere", port).status == 404)
      #expect(!page.text.contains("Смирнова"), "no names")
    }
  }

  @Test("An address that is taken keeps the bot from starting, in words")
  func takenAddress() async throws {
    let setup = OfficeSetup()
    try await BotUnderTest.journey(in: setup, isStarted: false) { bot in
      let port = try await bot.sandbox.port
      try bot.folder.write(
        setup.configuration(apiURL: try await bot.sandbox.url) + "\nhttp: { listen: \"127.0.0.1:\(port)\" }",
        to: "config/office.yaml")
      let (exit, output) = try await bot.run(["run"])
      #expect(exit == .status(1))
      #expect(output.contains("cannot serve 127.0.0.1:\(port)"))
    }
  }

  private static func get(_ path: String, _ port: Int) async throws -> (status: Int, text: String) {
    try await LocalHTTP.get("http://127.0.0.1:\(port)/\(path)")
  }
}
