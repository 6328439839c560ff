import Foundation
import Sandbox

/// People who come to book, look who is there, and give up what they booked, each going on as soon as they see what
/// they asked for. The bot has one core, the sandbox and the people have the others.
enum VisitsBenchmark {
  private static let people = 200
  private static let seats = 60
  /// How long each number of people is measured.
  private static let time = Duration.seconds(10)

  static func figures(clients: [Int] = [1, 8, 16, 64]) async throws -> [Figure] {
    try Cores.leaveTheBotsAlone()
    return try await RunningBot.withRunning(people: people, seats: seats) { bot in
      let visitors = try await Visitor.everybody(of: bot)
      var figures: [Figure] = []
      for count in clients {
        figures += try await Self.figures(of: Array(visitors.prefix(count)), bot)
      }
      return try await figures + FightBenchmark.figures(of: Array(visitors.prefix(64)))
    }
  }

  private static func figures(of visitors: [Visitor], _ bot: RunningBot) async throws -> [Figure] {
    let before = try bot.figures
    let uploaded = await bot.sandbox.uploadedBytes
    let start = ContinuousClock.now
    let waits = try await withThrowingTaskGroup(of: [Double].self) { group in
      for visitor in visitors {
        group.addTask {
          var visit = Visit(visitor: visitor)
          while ContinuousClock.now < start + time { try await visit.run() }
          return visit.waits
        }
      }
      return try await group.reduce([], +).sorted()
    }
    let elapsed = start.duration(to: .now).seconds
    let processor = try bot.figures.processorSeconds - before.processorSeconds
    let bytes = await bot.sandbox.uploadedBytes - uploaded
    let updates = Double(max(1, waits.count))
    let name = "visits.clients\(visitors.count)"
    return [
      Figure(name: "\(name).updates_per_second", value: updates / elapsed, unit: "1/s"),
      Figure(name: "\(name).processor_ms", value: processor * 1000 / updates, unit: "ms"),
      Figure(name: "\(name).screen_p50_ms", value: waits[waits.count / 2], unit: "ms"),
      Figure(name: "\(name).screen_p99_ms", value: waits[waits.count * 99 / 100], unit: "ms"),
      Figure(
        name: "\(name).uploaded_per_1000_updates", value: Double(bytes) * 1000 / updates / 1024, unit: "KiB"),
      Figure(name: "\(name).resident_mb", value: try bot.figures.residentMegabytes, unit: "MB"),
    ]
  }
}

/// Somebody's visits to the bot.
private struct Visit {
  let visitor: Visitor
  /// From each tap until its screen was seen, in milliseconds.
  private(set) var waits: [Double] = []

  init(visitor: Visitor) {
    self.visitor = visitor
  }

  /// Menu, calendar, day, seat, menu, who is there, the next day, menu, own bookings, the booking, cancel, yes.
  mutating func run() async throws {
    try await tap { $0.text == "Меню" }
    try await tap { $0.text == "Забронировать" }
    try await tap { $0.text.contains(" · ") && !$0.text.hasPrefix("✓") }
    try await tap { Int($0.text) != nil }
    // Somebody else was faster: another visit.
    guard try await visitor.lastMessage().text.hasPrefix("✅") else { return }
    try await tap { $0.text == "Меню" }
    try await tap { $0.text == "Кто в офисе" }
    try await tap { $0.text == "›" }
    try await tap { $0.text == "Меню" }
    try await tap { $0.text == "Мои брони" }
    try await tap { $0.text.contains("место") }
    try await tap { $0.text == "Отменить бронь" }
    try await tap { $0.text == "Да, отменить" }
  }

  /// Taps one of the buttons, whichever, and waits until the message is another.
  private mutating func tap(_ isMeant: (InlineKeyboard.Button) -> Bool) async throws {
    let before = try await visitor.lastMessage()
    let buttons = before.keyboard.map { Array($0.rows.joined()) } ?? []
    guard let data = buttons.filter(isMeant).randomElement()?.data else {
      throw RunningBot.Failure(description: "no such button: \(before.text) \(before.labels)")
    }
    let start = ContinuousClock.now
    _ = try await visitor.person.startTap(data: data, on: before.id)
    try await visitor.person.waits(for: "another screen", within: Visitor.patience) { $0.last != before }
    waits.append(start.duration(to: .now).seconds * 1000)
  }
}
