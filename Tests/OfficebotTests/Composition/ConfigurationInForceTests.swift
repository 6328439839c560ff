import Foundation
import Logging
import Logs
import OfficeActor
import OfficeConfiguration
import Persistence
import TestSupport
import Testing

@testable import officebot

@Suite("The configuration in force")
struct ConfigurationInForceTests {
  private static let file = "admins: [1]\nseats: [{ id: a }]\n"

  @Test("reaches the office and the logs on the spot, and names what was applied and what waits")
  func reload() async throws {
    let bot = try ReloadedBot(Self.file)
    let first = Self.file.replacing("[1]", with: "[2, 3]")
    let others = """
      offers: { answer_within: 45m }
      jobs: { digest_at: "08:00" }
      http: { listen: "127.0.0.1:9100" }
      """
    try bot.folder.write(first + others, to: "office.yaml")
    await bot.inForce.reload()
    #expect(bot.state.office.rules.admins == Set([2, 3].map(AccountID.init(rawValue:))))
    #expect(bot.state.office.rules.offers.answerWithin == .seconds(45 * 60))
    #expect(bot.inForce.current.jobs.digestAt == TimeOfDay(hour: 8, minute: 0))
    #expect(bot.inForce.current.http.listen == nil)
    #expect(
      try bot.lines() == [
        [
          "level": "notice", "message": "the configuration was read again", "applied": "admins, offers, jobs",
          "admins_added": "2, 3", "admins_removed": "1",
        ],
        ["level": "warning", "message": "some changes need a restart", "keys": "http"],
      ])

    // The logger that is in use already goes by the new level.
    try bot.folder.write(first + "logs: { level: error }\n", to: "office.yaml")
    await bot.inForce.reload()
    #expect(bot.logger.logLevel == .error)
    #expect(bot.state.office.rules.offers.answerWithin == .seconds(30 * 60), "the default again")
  }

  @Test("tells admins of bookings on days that it closes from now on")
  func closedDays() async throws {
    let bot = try ReloadedBot(Self.file)
    let tomorrow = bot.state.office.rules.today(at: Date()) + 1
    let admin = Principal.person(AccountID(rawValue: 1))
    let name = try #require(EmployeeName("Смирнова Анна"))
    _ = try await bot.state.perform(.addEmployees([name]), by: .bot)
    let employee = try #require(bot.state.office.employees.named(name))
    _ = try await bot.state.perform(
      .book(Seat.ID("a"), on: tomorrow, for: .employee(employee.id)), by: admin)
    try bot.folder.write(
      Self.file + "office: { closed_days: [\(tomorrow.iso)] }\n", to: "office.yaml")
    for _ in 0..<2 { await bot.inForce.reload() }
    #expect(bot.state.office.notices.values.map(\.content) == [.closedDayHasBookings(tomorrow)])
  }

  @Test("stays as it was, and every mistake is told, when the file has any")
  func mistakes() async throws {
    let bot = try ReloadedBot(Self.file)
    let before = bot.inForce.current
    let wrong = "admins: [2]\nseats: [{ id: a }]\noffice: { size: 8 }\nofers: {}\n"
    try bot.folder.write(wrong, to: "office.yaml")
    await bot.inForce.reload()
    #expect(bot.inForce.current == before)
    #expect(bot.state.office.rules == before.rules)
    let lines = try bot.lines()
    #expect(
      lines.first == [
        "level": "error", "message": "the configuration cannot be read again; everything stays as it was",
        "mistakes": "2",
      ])
    #expect(lines.dropFirst().map { $0["level"] } == ["warning", "warning"])
    #expect(lines.dropFirst().first?["message"]?.contains("office.size: is not a key") == true)
    #expect(lines.last?["message"]?.contains("ofers: is not a key") == true)
  }
}

/// What SIGHUP has to do with: the file, the office and the logs.
private struct ReloadedBot {
  let folder: TemporaryFolder
  let state: OfficeState
  let logger: Logger
  let inForce: ConfigurationInForce
  private let logs: ProcessLogs

  init(_ file: String) throws {
    folder = try TemporaryFolder()
    let configuration = try folder.load(file)
    let output = open(folder.path("output"), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o600)
    try #require(output >= 0)
    let logs = ProcessLogs(
      folder: configuration.logs.folder, level: configuration.logs.level, hiding: [],
      errorOutput: output)
    self.logs = logs
    logger = Logger(label: "test") { logs.handler(label: $0) }
    state = OfficeState(
      try Office(rules: configuration.rules, seats: configuration.seats), storage: NoStorage(),
      now: { Date() })
    inForce = ConfigurationInForce(
      configuration, of: state, logs: logs,
      load: { [path = folder.path("office.yaml")] () throws(Configuration.Mistakes) in
        try Configuration.load(from: path, environment: [:]) { _ in }
      }, logger: logger)
  }

  /// What was logged, without times and places.
  func lines() throws -> [[String: String]] {
    logs.flush()
    return try String(contentsOfFile: folder.path("output"), encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode([String: String].self, from: Data($0.utf8))
        .filter { !["time", "where"].contains($0.key) }
    }
  }

  private struct NoStorage: OfficeStorage {
    func commit(_ transaction: Transaction) {}
  }
}
