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
