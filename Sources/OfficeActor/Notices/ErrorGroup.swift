public import Foundation

/// Errors of one kind from one place, within some span of time.
public struct ErrorGroup: Sendable, Hashable {
  /// What went wrong, the log's message.
  public let kind: String
  /// Where in the program: `BotLoop/UpdateLoop.swift:42`.
  public let place: String
  /// How often within the span.
  public let count: Int
  /// The first time within the span.
  public let first: Date
  /// The last time within the span.
  public let last: Date
  /// What was logged with one of them, usually the newest: `error=…, method=sendPhoto`.
  public let example: String

  /// A group of errors.
  public init(kind: String, place: String, count: Int, first: Date, last: Date, example: String) {
    self.kind = kind
    self.place = place
    self.count = count
    self.first = first
    self.last = last
    self.example = example
  }
}
