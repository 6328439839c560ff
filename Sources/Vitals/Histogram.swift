/// How often something took how much, in steps that were decided beforehand: constant in size, whatever comes.
public struct Histogram: Sendable, Hashable {
  /// The upper bounds of the steps, growing; what is larger than the last one is counted too.
  public let bounds: [Double]
  /// How many there were in each step, one more than there are bounds.
  public private(set) var counts: [Int]
  /// Everything added up.
  public private(set) var sum = 0.0

  /// From a millisecond to half a minute, in seconds.
  public static let seconds = Histogram(
    bounds: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30])
  /// From one to as many as go into one commit.
  public static let sizes = Histogram(bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512])

  /// An empty one.
  public init(bounds: [Double]) {
    self.bounds = bounds
    counts = Array(repeating: 0, count: bounds.count + 1)
  }

  /// How many were counted.
  public var count: Int { counts.reduce(0, +) }

  /// Counts one more.
  public mutating func add(_ value: Double) {
    counts[bounds.firstIndex { value <= $0 } ?? bounds.count] += 1
    sum += value
  }

  mutating func add(_ duration: Duration) { add(duration / .seconds(1)) }
}
