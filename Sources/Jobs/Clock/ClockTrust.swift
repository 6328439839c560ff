public import Foundation

/// Whether the wall clock is believed, by what else is known of the time.
///
/// What nobody can undo never trusts one reading of the clock. One that has jumped by more than a day against a
/// clock that nobody moves, or that is at a start far beyond the last moment the data knows, is believed only
/// after an hour of running.
public struct ClockTrust: Sendable {
  /// The largest jump that is taken for a correction.
  public static let jumpMax = Duration.seconds(86_400)
  /// The longest time for which an office may have been closed.
  public static let absenceMax = Duration.seconds(30 * 86_400)
  /// After so much running a clock is believed, whatever it shows; and jumps within this time count as one.
  public static let probation = Duration.seconds(3_600)

  /// What the clock is compared with: it showed this when so much time had passed.
  private struct Reference {
    let wall: Date
    let passed: Duration
    /// How far a believable reading may be behind or ahead.
    let tolerance: ClosedRange<TimeInterval>
    /// Whether it is of this run, not of one before.
    let isOwn: Bool

    init(_ wall: Date, _ passed: Duration) {
      self.wall = wall
      self.passed = passed
      let jump = ClockTrust.jumpMax / .seconds(1)
      tolerance = -jump...jump
      isOwn = true
    }

    /// Any time may have passed, up to an absence.
    init(lastKnown: Date, _ passed: Duration) {
      wall = lastKnown
      self.passed = passed
      tolerance = -.infinity...(ClockTrust.absenceMax / .seconds(1))
      isOwn = false
    }

    func expected(at passed: Duration) -> Date { wall + (passed - self.passed) / .seconds(1) }

    func allows(_ reading: Date, at passed: Duration) -> Bool {
      tolerance.contains(reading.timeIntervalSince(expected(at: passed)))
    }
  }

  /// Kept for a while: compared with the last reading alone, a clock could go any way in jumps of less than a day.
  private var believed: Reference
  /// Since when the clock has shown another time, steadily.
  private var doubted: Reference?

  /// - Parameters:
  ///   - lastKnown: the last moment that the data knows; nil for a new office.
  ///   - wall: what the clock shows at the start.
  ///   - passed: see ``believes(_:passed:)``.
  public init(lastKnown: Date?, wall: Date, passed: Duration) {
    believed = lastKnown.map { Reference(lastKnown: $0, passed) } ?? Reference(wall, passed)
    lastBelieved = lastKnown ?? wall
  }

  /// What the clock showed when it was last believed, or what the data knows of that.
  public private(set) var lastBelieved: Date

  /// Takes a reading of the wall clock.
  ///
  /// - Parameter passed: how long the process has run, by a clock that nobody moves and that goes on while the
  ///   machine is suspended.
  /// - Returns: whether it is believed.
  public mutating func believes(_ wall: Date, passed: Duration) -> Bool {
    let isSteady = doubted.map { $0.allows(wall, at: passed) && passed - $0.passed >= Self.probation }
    let isExpected = believed.allows(wall, at: passed)
    if isExpected || isSteady == true {
      if !isExpected || !believed.isOwn || passed - believed.passed >= Self.probation {
        believed = Reference(wall, passed)
      }
      lastBelieved = wall
      doubted = nil
      return true
    }
    if doubted.map({ !$0.allows(wall, at: passed) }) ?? true { doubted = Reference(wall, passed) }
    return false
  }
}
