import Foundation
import Sandbox

/// Uses the bot for long and looks at what stays: memory and files.
enum SoakBenchmark {
  private static let people = 16
  /// The bot gets so long to end what nobody waited for, before it is looked at.
  private static let rest = Duration.seconds(2)

  /// - Parameter taps: half of the updates; the others are commands. Each makes two calls of the Bot API.
  static func figures(taps: Int) async throws -> [Figure] {
    try Cores.leaveTheBotsAlone()
    return try await RunningBot.withRunning(people: people) { bot in
      let visitors = try await Visitor.everybody(of: bot)
      let floors = try await visitors[0].floors()
      let tenth = taps / people / 10
      let start = ContinuousClock.now
      var calls = 0
      var samples: [ProcessFigures] = []
      for part in 0..<10 {
        let before = await bot.sandbox.callsCount
        try await visit(visitors, floors, from: part * tenth, times: tenth)
        calls += await bot.sandbox.callsCount - before
        try await Task.sleep(for: rest)
        samples.append(try bot.figures)
        let sample = try bot.figures
        note(
          "\((part + 1) * 10) %: \(String(format: "%.1f", sample.residentMegabytes)) MB, \(sample.files) files, \(sample.sockets) sockets"
        )
      }
      guard let first = samples.first, let last = samples.last else { return [] }
      let unanswered = await bot.sandbox.unansweredTaps.count
      let refused = await bot.sandbox.refusals
      let reasons = Dictionary(grouping: refused) { "\($0.method): \($0.refusal ?? "")" }
      for (reason, calls) in reasons { note("\(calls.count) times \(reason)") }
      return [
        Figure(name: "soak.taps", value: Double(tenth * 10 * people), unit: ""),
        Figure(name: "soak.calls", value: Double(calls), unit: ""),
        Figure(name: "soak.refused_calls", value: Double(refused.count), unit: ""),
        Figure(name: "soak.unanswered_taps", value: Double(unanswered), unit: ""),
        Figure(name: "soak.seconds", value: start.duration(to: .now).seconds, unit: "s"),
        Figure(name: "soak.resident_mb", value: last.residentMegabytes, unit: "MB"),
        Figure(
          name: "memory.soak_growth_mb", value: last.residentMegabytes - first.residentMegabytes, unit: "MB"),
        Figure(name: "files.soak_growth", value: Double(last.files - first.files), unit: ""),
        Figure(name: "sockets.open", value: Double(last.sockets), unit: ""),
      ]
    }
  }

  /// Everybody asks for their bookings and opens a day, and every so often takes another seat on it.
  private static func visit(
    _ visitors: [Visitor], _ floors: [Visitor.Floor], from first: Int, times: Int
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      for (index, visitor) in visitors.enumerated() {
        group.addTask {
          for time in first..<(first + times) {
            try await visitor.asks("/my")
            let floor = floors[(time + index) % floors.count]
            if time % bookingEvery == 0 {
              try await visitor.taps(floor.seats[(time / bookingEvery + index) % floor.seats.count])
            } else {
              try await visitor.opens(floor)
            }
          }
        }
      }
      try await group.waitForAll()
    }
  }

  private static let bookingEvery = 100

  private static func note(_ text: String) {
    FileHandle.standardError.write(Data("soak: \(text)\n".utf8))
  }
}
