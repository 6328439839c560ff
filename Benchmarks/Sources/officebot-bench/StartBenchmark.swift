import Foundation
import OfficeActor
import Sandbox
import TestSupport

/// How soon the bot takes updates after a start with a year of an office's history, and what memory that takes.
enum StartBenchmark {
  private static let people = 300
  private static let seats = 100

  static func figures() async throws -> [Figure] {
    try Cores.leaveTheBotsAlone()
    return try await withScratchFolder { folder in
      let data = folder.appendingPathComponent("year")
      try await year.write(to: data, until: Date())
      return try await figures(
        of: data, people: people, seats: seats, named: ("start.first_poll_ms", "memory.resident_mb"))
    }
  }

  /// Medians of several starts, each with the same data.
  ///
  /// - Parameter names: of the figures.
  static func figures(
    of data: URL, people: Int, seats: Int, starts: Int = 5, named names: (firstPoll: String, resident: String)
  ) async throws -> [Figure] {
    var firstPolls: [Double] = []
    var resident: [Double] = []
    for _ in 0..<starts {
      let figures = try await RunningBot.withRunning(people: people, seats: seats, data: data) { bot in
        try await bot.sandbox.waitUntilPolled()
        let firstPoll = bot.startedAt.duration(to: .now)
        // For what follows a start: the jobs that are due.
        try await Task.sleep(for: .seconds(2))
        return (firstPoll.seconds * 1000, try bot.figures.residentMegabytes)
      }
      firstPolls.append(figures.0)
      resident.append(figures.1)
    }
    return [
      Figure(name: names.firstPoll, value: median(firstPolls), unit: "ms"),
      Figure(name: names.resident, value: median(resident), unit: "MB"),
    ]
  }

  private static var year: OfficeYear {
    OfficeYear(
      names: RunningBot.names(people).compactMap(EmployeeName.init),
      seats: (1...seats).map { Seat(id: Seat.ID("\($0)"), zone: "Окно") },
      rules: OfficeRules(timeZone: TimeZone(identifier: "Europe/Moscow") ?? .gmt, registration: .open))
  }
}
