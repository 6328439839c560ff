import Foundation
import Sandbox

/// Everybody wants one seat in the same moment; one of them gets it, and all others are told.
enum FightBenchmark {
  /// How long the last of them waits for an answer: the median of several days.
  static func figures(of visitors: [Visitor]) async throws -> [Figure] {
    guard let first = visitors.first else { return [] }
    var milliseconds: [Double] = []
    for floor in try await first.floors() {
      guard let seat = floor.seats.first else { continue }
      let messages = try await visitors.asyncMap { try await $0.lastMessage().id }
      let waits = try await withThrowingTaskGroup(of: Double.self) { group in
        for (visitor, message) in zip(visitors, messages) {
          group.addTask {
            let start = ContinuousClock.now
            try await visitor.person.tap(data: seat, on: message, within: Visitor.patience)
            return start.duration(to: .now).seconds * 1000
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      milliseconds.append(waits.max() ?? 0)
    }
    return [
      Figure(
        name: "fight.clients\(visitors.count).last_answer_ms", value: median(milliseconds), unit: "ms")
    ]
  }
}

extension Array {
  fileprivate func asyncMap<Result>(_ transform: (Element) async throws -> Result) async rethrows -> [Result]
  {
    var results: [Result] = []
    for element in self { results.append(try await transform(element)) }
    return results
  }
}
