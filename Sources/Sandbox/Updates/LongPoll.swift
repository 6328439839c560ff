import Foundation

/// The rules by which `getUpdates` waits.
struct LongPoll {
  /// A `getUpdates` that waits for updates.
  struct Waiter {
    let ticket: Int
    let continuation: CheckedContinuation<Outcome, Never>
  }

  /// How a wait ends.
  enum Outcome: Sendable {
    case updates
    case conflict
    case webhookSet
    case restart
  }

  /// Longest wait in seconds.
  static let timeoutMax = 50
  /// A waiting poll is answered so long after the first update, so that bursts come together.
  static let wakeUpDelay = Duration.milliseconds(2)
  /// Conflicts that follow quickly are answered late.
  static let conflictPause = Duration.seconds(3)

  private static let sameOffsetPause = Duration.seconds(3)
  private static let sameOffsetBurst = Duration.milliseconds(500)

  /// The poll that waits, if one does.
  var waiter: Waiter?
  private var previousOffset: Int?
  private var previousStart: ContinuousClock.Instant?
  private var nextConflict: ContinuousClock.Instant?
  private var tickets = 0

  /// Slows down a bot that asks for the same updates again and again without confirming any.
  mutating func throttle(
    offset: Int, limit: Int, timeout: Int, at now: ContinuousClock.Instant = .now
  ) -> (limit: Int, timeout: Int) {
    defer {
      previousOffset = offset
      previousStart = now
    }
    guard offset == previousOffset, let start = previousStart else { return (limit, timeout) }
    let since = start.duration(to: now)
    return (
      since < Self.sameOffsetBurst ? 1 : limit, since < Self.sameOffsetPause ? max(timeout, 3) : timeout
    )
  }

  /// A number for the next waiter.
  mutating func ticket() -> Int {
    tickets += 1
    return tickets
  }

  /// How long the answer to a conflict is held back.
  mutating func conflictDelay() -> Duration {
    let now = ContinuousClock.now
    if let nextConflict, now < nextConflict { return Self.conflictPause }
    nextConflict = now + Self.conflictPause
    return .zero
  }
}
