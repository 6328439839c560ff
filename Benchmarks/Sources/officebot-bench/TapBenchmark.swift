import Foundation
import Sandbox

/// Taps through everything: real HTTP, decision, answer, edit. The bot has one core, the sandbox and the
/// people have the others.
enum TapBenchmark {
  /// How long each part is measured.
  private static let time = Duration.seconds(10)
  /// People who tap as fast as they are answered.
  private static let people = 16

  static func figures() async throws -> [Figure] {
    try Cores.leaveTheBotsAlone()
    return try await rates() + latencies() + flood()
  }

  // MARK: How many

  /// Updates handled with answer and edit, everybody tapping again as soon as they see what they tapped.
  private static func rates() async throws -> [Figure] {
    try await RunningBot.withRunning(people: people) { bot in
      let visitors = try await Visitor.everybody(of: bot)
      let floors = try await visitors[0].floors()
      // Days whose pictures Telegram has: looking around.
      let looking = try await rate(of: visitors, bot) { visitor, count in
        try await visitor.opens(floors[count % floors.count])
      }
      // A seat taken changes the day's picture for everybody: decided, stored, drawn, uploaded.
      let booking = try await rate(of: visitors, bot) { visitor, count in
        let floor = floors[count % floors.count]
        let seats = floor.seats
        try await visitor.taps(seats[(Int(visitor.person.id) * 7 + count) % seats.count])
        try await visitor.person.waits(for: "the booking", within: Visitor.patience) {
          $0.last?.text.contains(floor.label) == true
        }
      }
      return [
        Figure(name: "taps.per_second", value: looking.perSecond, unit: "1/s"),
        Figure(name: "taps.processor_ms", value: looking.processorMilliseconds, unit: "ms"),
        Figure(name: "taps.booking_per_second", value: booking.perSecond, unit: "1/s"),
        Figure(name: "taps.booking_processor_ms", value: booking.processorMilliseconds, unit: "ms"),
      ]
    }
  }

  private static func rate(
    of visitors: [Visitor], _ bot: RunningBot, _ step: @Sendable @escaping (Visitor, Int) async throws -> Void
  ) async throws -> (perSecond: Double, processorMilliseconds: Double) {
    let before = try bot.figures
    let start = ContinuousClock.now
    let taps = try await withThrowingTaskGroup(of: Int.self) { group in
      for visitor in visitors {
        group.addTask {
          var count = 0
          while ContinuousClock.now < start + time {
            try await step(visitor, count)
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
    let elapsed = start.duration(to: .now).seconds
    let processor = try bot.figures.processorSeconds - before.processorSeconds
    return (Double(taps) / elapsed, processor * 1000 / Double(max(1, taps)))
  }

  // MARK: How fast

  /// From the tap to the answer, with people who look at what they see for 50 to 150 ms before they tap again.
  /// The names without a number are of eight people.
  private static func latencies() async throws -> [Figure] {
    var figures: [Figure] = []
    for people in [1, 8, 64] {
      let waits = try await waits(people: people)
      let names = people == 8 ? ["tap", "tap.clients8"] : ["tap.clients\(people)"]
      figures += names.flatMap { latencyFigures("\($0).answer", waits) }
    }
    // As long as Telegram itself takes for a picture: one person's edit is no reason for another's wait.
    let slow = Fault(.latency(from: .milliseconds(300), to: .milliseconds(800)), method: "editMessageMedia")
    return try await figures + latencyFigures("tap.slow_edits.answer", waits(people: 8, with: slow))
  }

  private static func waits(people: Int, with fault: Fault? = nil) async throws -> [Double] {
    try await RunningBot.withRunning(people: people) { bot in
      let visitors = try await Visitor.everybody(of: bot)
      let floors = try await visitors[0].floors()
      if let fault { bot.sandbox.faults.switchOn(fault) }
      let start = Date()
      let end = ContinuousClock.now + time
      return try await withThrowingTaskGroup(of: [Double].self) { group in
        for visitor in visitors {
          group.addTask {
            var count = Int(visitor.person.id)
            while ContinuousClock.now < end {
              try await visitor.opens(floors[count % floors.count])
              try await Task.sleep(for: .milliseconds(Int.random(in: 50...150)))
              count += 1
            }
            return try await visitor.waits(since: start)
          }
        }
        return try await group.reduce([], +)
      }
    }
  }

  private static func latencyFigures(_ name: String, _ waits: [Double]) -> [Figure] {
    let sorted = waits.sorted()
    guard let last = sorted.indices.last else { return [] }
    return [("p50", 0.5), ("p99", 0.99)].map { part, share in
      Figure(name: "\(name)_\(part)_ms", value: sorted[Int((Double(last) * share).rounded())], unit: "ms")
    }
  }

  // MARK: Who else

  /// One person taps a hundred times a second, ninety-nine others every four seconds; at Telegram's pace.
  private static func flood() async throws -> [Figure] {
    try await RunningBot.withRunning(people: 100) { bot in
      let visitors = try await Visitor.everybody(of: bot)
      let floors = try await visitors[0].floors()
      try await bot.stop()
      try bot.start(isPaced: true)
      try await visitors[0].asks("/menu")
      let start = Date()
      let end = ContinuousClock.now + time
      return try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          let message = try await visitors[0].lastMessage().id
          var next = ContinuousClock.now
          var count = 0
          while next < end {
            _ = try await visitors[0].person.startTap(data: floors[count % floors.count].open, on: message)
            count += 1
            next += .milliseconds(10)
            try await Task.sleep(until: next)
          }
        }
        for (index, visitor) in visitors.enumerated().dropFirst() {
          group.addTask {
            var next = ContinuousClock.now + .milliseconds(40 * index)
            var count = index
            while next < end {
              try await Task.sleep(until: next)
              try await visitor.taps(floors[count % floors.count].open)
              count += 1
              next += .seconds(4)
            }
          }
        }
        try await group.waitForAll()
        var waits: [Double] = []
        for visitor in visitors.dropFirst() { waits += try await visitor.waits(since: start) }
        return latencyFigures("flood.others.answer", waits)
      }
    }
  }
}
