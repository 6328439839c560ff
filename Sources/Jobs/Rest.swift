import Foundation

/// How long one that waits for a moment may rest.
enum Rest {
  /// The wall clock may be changed at any time, so no rest trusts it for longer.
  static let max = Duration.seconds(30)

  /// Until the next moment, if there is one.
  static func until(_ next: Date?, from now: Date) -> Duration {
    guard let next else { return max }
    return min(.seconds(Swift.max(0, next.timeIntervalSince(now))), max)
  }
}
