import Foundation
import Sandbox

/// Three hundred people open the same day's floor within a minute, at the pace that Telegram accepts.
enum MorningBenchmark {
  private static let people = 300
  private static let minute = Duration.seconds(60)

  /// How long they wait from the tap to the floor.
  static func figures() async throws -> [Figure] {
    try Cores.leaveTheBotsAlone()
    return try await RunningBot.withRunning(people: people, seats: 100) { bot in
      let visitors = try await Visitor.everybody(of: bot)
      let floor = try await visitors[0].floors()[0]
      try await bot.stop()
      try bot.start(isPaced: true)
      let start = ContinuousClock.now + .seconds(2)
      let waits = try await withThrowingTaskGroup(of: Double.self) { group in
        for (index, visitor) in visitors.enumerated() {
          group.addTask {
            try await Task.sleep(until: start + minute * index / people)
            let tapped = ContinuousClock.now
            try await visitor.opens(floor)
            return tapped.duration(to: .now).seconds * 1000
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }.sorted()
      }
      return [
        Figure(name: "morning.people\(people).floor_p50_ms", value: median(waits), unit: "ms"),
        Figure(name: "morning.people\(people).floor_last_ms", value: waits.last ?? 0, unit: "ms"),
      ]
    }
  }
}
