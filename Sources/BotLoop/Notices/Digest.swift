public import Foundation

/// What went wrong in one way, for admins.
public struct DigestGroup: Sendable, Hashable {
  /// What, in a few words.
  public var kind: String
  /// How often.
  public var count: Int
  /// When first.
  public var first: Date
  /// When last.
  public var last: Date
  /// One of them, as it was logged; without secrets.
  public var example: String

  /// A group of a digest.
  public init(kind: String, count: Int, first: Date, last: Date, example: String) {
    self.kind = kind
    self.count = count
    self.first = first
    self.last = last
    self.example = example
  }
}

/// Knows what went wrong.
public protocol DigestSource: Sendable {
  /// What went wrong between two moments, the most frequent first.
  func groups(from: Date, through: Date) async throws -> [DigestGroup]
}
