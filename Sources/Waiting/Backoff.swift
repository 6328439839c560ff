/// Pauses between attempts: each twice as long as the one before, up to a longest one, with a part left to chance so
/// that those who failed together do not come back together.
package struct Backoff: Sendable, Hashable {
  /// Pause after the first failure.
  package var first: Duration
  /// Longest pause of all.
  package var longest: Duration
  /// Part of each pause, from 0 to 1, that chance may take away.
  package var spread: Double

  package init(first: Duration, longest: Duration, spread: Double) {
    self.first = first
    self.longest = longest
    self.spread = spread
  }

  /// The pause after a number of failures in a row.
  ///
  /// - Parameters:
  ///   - failures: at least one.
  ///   - fraction: chance, from 0 for the whole pause to 1 for the shortest.
  package func pause(after failures: Int, fraction: Double = .random(in: 0...1)) -> Duration {
    var pause = first
    for _ in 1..<max(failures, 1) where pause < longest { pause *= 2 }
    return min(pause, longest) * (1 - spread * fraction)
  }
}
