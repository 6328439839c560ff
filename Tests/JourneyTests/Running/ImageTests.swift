import Foundation
import Sandbox
import Testing

/// The program in the folder that `make check-image` has made as the Dockerfile makes the image.
private struct Image {
  let root: String

  static let current = ProcessInfo.processInfo.environment["OFFICEBOT_IMAGE"].map { Image(root: $0) }
  /// As deploy/runtime-stage makes it.
  static let user = "10001:10001"

  func url(_ path: String) -> URL { URL(filePath: root + path) }

  /// Begins with empty volumes.
  func empty() throws {
    for volume in ["/data", "/logs", "/snapshots"] {
      for file in try FileManager.default.contentsOfDirectory(atPath: root + volume) {
        try FileManager.default.removeItem(atPath: "\(root)\(volume)/\(file)")
      }
    }
  }

  func start(_ arguments: String..., output: URL) async throws -> ChildProcess {
    try await ChildProcess.start(
      URL(filePath: "/usr/sbin/chroot"),
      ["--userspec=\(Self.user)", root, "/usr/local/bin/officebot"] + arguments,
      environment: ["BOT_TOKEN": Settings.defaultToken, "PATH": "/usr/local/bin:/usr/bin:/bin"],
      output: output)
  }
}

@Suite(
  "The image", .enabled(if: Image.current != nil, "it is made by `make check-image`, as root"),
  .timeLimit(.minutes(30)))
struct ImageTests {
  @Test("With nothing but the runtime stage, as its user, the bot draws, knows the time zone and books")
  func journey() async throws {
    let image = try #require(Image.current)
    // The same office outside, whose pictures are known to be right.
    let (drawn, day) = try await pictures { bot in try await bot.start() }
    let setup = OfficeSetup()
    try await Sandbox.withRunning(setup.telegram) { sandbox in
      try image.empty()
      try FileManager.default.createDirectory(at: image.url("/config"), withIntermediateDirectories: true)
      let configuration = setup.configuration(apiURL: try await sandbox.url)
        .replacing("../data", with: "/data").replacing("../logs", with: "/logs")
        .replacing("../snapshots", with: "/snapshots")
      try Data(configuration.utf8).write(to: image.url("/config/office.yaml"))
      try Data(setup.employees.joined(separator: "\n").utf8).write(to: image.url("/config/employees.csv"))
      let output = FileManager.default.temporaryDirectory.appending(
        path: "officebot-image-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: output) }
      let bot = try await image.start("run", "--config", "/config/office.yaml", output: output)
      do {
        let (inside, insideDay) = try await Self.journey(of: await sandbox.person("Анна"))
        #expect(inside == drawn, "the pictures, letters included, are those that are drawn outside")
        #expect(insideDay == day, "it is the same day in the office's time zone")
        // As the image's health check does.
        let health = try await image.start("health", "--data", "/data", output: output)
        #expect(try await health.exit(within: Person.patience) == .status(0))
        let owner = try FileManager.default.attributesOfItem(atPath: image.root + "/data/office.db")
        #expect(owner[.ownerAccountID] as? Int == 10_001)
        bot.send(SIGTERM)
        #expect(try await bot.exit(within: Person.patience) == .status(0))
        #expect(
          try FileManager.default.contentsOfDirectory(atPath: image.root + "/snapshots")
            .contains { $0.hasSuffix(".sqlite") })
      } catch {
        Issue.record("The bot wrote:\n\((try? String(contentsOf: output, encoding: .utf8)) ?? "nothing")")
        bot.send(SIGKILL)
        throw error
      }
    }
  }

  private func pictures(
    starting start: @Sendable @escaping (BotUnderTest) async throws -> Void
  ) async throws -> (pictures: [Data], day: OfferedDay) {
    let seen = Seen()
    try await BotUnderTest.journey(isStarted: false) { bot in
      try await start(bot)
      let (pictures, day) = try await Self.journey(of: await bot.newcomer("Анна"))
      await seen.set(pictures, day)
    }
    return try await seen.get()
  }

  private actor Seen {
    private var result: ([Data], OfferedDay)?
    func set(_ pictures: [Data], _ day: OfferedDay) { result = (pictures, day) }
    func get() throws -> (pictures: [Data], day: OfferedDay) { try #require(result) }
  }

  /// Registers, books, and looks who is in the office.
  ///
  /// - Returns: the pictures seen on the way, and the day.
  private static func journey(of anna: Person) async throws -> (pictures: [Data], day: OfferedDay) {
    try await anna.registers(as: "Смирнова Анна Сергеевна")
    let day = try await anna.opensDay(2)
    var pictures = [try #require(try await anna.chat.last?.picture)]
    let booked = try await anna.taps("5", sees: "Забронировано")
    pictures.append(try #require(booked.picture))
    let people = try await anna.writes("/who", sees: "Кто в офисе")
    pictures.append(try #require(people.picture))
    return (pictures, day)
  }
}
