/// Pauses between attempts, each twice as long as the one before, up to a longest one.
struct Backoff {
  let first: Duration
  let longest: Duration

  /// - Parameters:
  ///   - failures: so many in a row, at least one.
  ///   - fraction: chance from 0 to 1: it takes up to half of the pause away, so that those who failed together do
  ///     not come back together.
  func pause(after failures: Int, fraction: Double = 0) -> Duration {
    var pause = first
    for _ in 1..<max(failures, 1) where pause < longest { pause *= 2 }
    return min(pause, longest) * (1 - fraction / 2)
  }
}
