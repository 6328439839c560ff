import Foundation
import Sandbox
import TestSupport

/// Starts and screens of the largest office. The bot has one core, the sandbox and the people have the others.
enum LargestOfficeBenchmark {
  static func figures(starts: Int = 3) async throws -> [Figure] {
    try Cores.leaveTheBotsAlone()
    return try await withScratchFolder { folder in
      let data = folder.appendingPathComponent("largest")
      try await LargestOffice.write(to: data)
      return try await StartBenchmark.figures(
        of: data, people: LargestOffice.people, seats: LargestOffice.seats, starts: starts,
        named: ("start.large.first_poll_ms", "start.large.resident_mb")) + screens(data)
    }
  }

  // MARK: Screens

  /// From what somebody writes or taps until they see it, medians.
  private static func screens(_ data: URL, times: Int = 15) async throws -> [Figure] {
    try await RunningBot.withRunning(
      people: LargestOffice.people, seats: LargestOffice.seats, data: data
    ) { bot in
      try await bot.sandbox.waitUntilPolled()
      let visitor = try await begin(
        with: await bot.sandbox.person("Анна", id: OfficeYear.firstAccount))
      let floors = try await visitor.floors()
      var count = 0
      var figures = [
        try await figure("day", times) {
          count += 1
          try await visitor.opens(floors[count % floors.count])
        }
      ]
      figures.append(try await figure("people", times) { try await visitor.asks("/who") })
      figures.append(
        try await figure("colleagues", times) {
          try await visitor.person.tap("Найти коллегу", within: Visitor.patience)
          try await visitor.person.sees("Кого найти?", within: Visitor.patience)
        } after: {
          try await visitor.asks("/who")
        })

      let admin = try await begin(with: await bot.sandbox.person("Админ", id: RunningBot.admin))
      for (name, label, text) in [
        ("admin_bookings", "Брони", "сколько броней"), ("admin_employees", "Сотрудники", "имён"),
        ("admin_seats", "Места", "Мест:"), ("admin_journal", "Журнал", "Журнал"),
        ("admin_statistics", "Статистика", "Статистика:"),
      ] {
        figures.append(
          try await figure(name, times) {
            try await admin.person.tap(label, within: Visitor.patience)
            try await admin.person.sees(text, within: Visitor.patience)
          } after: {
            try await admin.asks("/admin")
          })
      }
      return figures
    }
  }

  /// Opens a person's chat and waits for its first screen.
  private static func begin(with person: Person) async throws -> Visitor {
    try await person.pressStart()
    try await person.waits(for: "the first screen", within: Visitor.patience) { $0.last?.keyboard != nil }
    return Visitor(person: person)
  }

  /// - Parameter before: what leads to where it begins, which is not measured.
  private static func figure(
    _ name: String, _ times: Int, _ step: () async throws -> Void, after before: () async throws -> Void = {}
  ) async throws -> Figure {
    var milliseconds: [Double] = []
    for _ in 0..<times {
      try await before()
      milliseconds.append(try await ContinuousClock().measure { try await step() }.seconds * 1000)
    }
    return Figure(name: "office.seats2000.\(name)_ms", value: median(milliseconds), unit: "ms")
  }
}
