public import Foundation

/// The business events as lines: what happened in the office, one line an event.
///
/// Ids, days, seats and names belong into it, what people typed does not.
public struct EventLog: Sendable {
  /// What an event's field holds.
  public enum Value: Sendable, Hashable {
    case text(String)
    case number(Int64)
  }

  private let redactor: Redactor
  private let queues: [LineQueue]

  init(redactor: Redactor, queues: [LineQueue]) {
    self.redactor = redactor
    self.queues = queues
  }

  /// Logs an event; never waits, never fails.
  ///
  /// - Parameters:
  ///   - moment: when it happened.
  ///   - kind: what happened, in one word: `booked`.
  ///   - fields: about what; written in the order of their names.
  public func write(at moment: Date, kind: String, fields: [String: Value]) {
    var line = LogLine(redactor: redactor)
    line.add("time", moment.logText)
    line.add("event", kind)
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch value {
      case .text(let text): line.add(name, text)
      case .number(let number): line.add(name, number)
      }
    }
    let bytes = line.finished()
    for queue in queues { queue.add(bytes) }
  }
}

extension EventLog.Value: ExpressibleByStringInterpolation, ExpressibleByIntegerLiteral {
  /// A text.
  public init(stringLiteral value: String) { self = .text(value) }
  /// A number.
  public init(integerLiteral value: Int64) { self = .number(value) }
}
