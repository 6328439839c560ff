import Foundation
import Jobs
import Synchronization

/// What the bot takes for the time: the machine's, or ahead of it by as many seconds as a file says.
///
/// The demo moves its people's clock forward and writes that file, and so do tests. A move of the file by at most a
/// day is time that has passed; a larger one is a jump, as of a machine whose clock is wrong.
final class WallClock: Sendable {
  private struct State {
    /// As the file said last.
    var ahead: TimeInterval
    /// What the file was moved by, but for jumps.
    var moved: TimeInterval = 0
    var isBelieved = false
  }

  /// Longest time after which a sleeping task notices that the clock was moved.
  static let step = Duration.milliseconds(200)

  /// Holds a whole number of seconds as text; nothing if it cannot be read.
  private let file: URL?
  private let start = ContinuousClock.now
  private let state: Mutex<State>

  init(file: URL? = nil) {
    self.file = file
    state = Mutex(State(ahead: Self.ahead(file)))
  }

  var now: Date { Date(timeIntervalSinceNow: ahead) }

  /// The time, and how long the process has run by a clock that nobody moves and that goes on while the machine is
  /// suspended.
  var reading: ClockWatch.Reading {
    let ahead = ahead
    let moved = state.withLock { state in
      let move = ahead - state.ahead
      state.ahead = ahead
      if abs(move) <= ClockTrust.jumpMax / .seconds(1) { state.moved += move }
      return state.moved
    }
    return ClockWatch.Reading(
      wall: Date(timeIntervalSinceNow: ahead), passed: ContinuousClock.now - start + .seconds(moved))
  }

  /// Whether what nobody can undo may be done by the clock; not before anybody has looked into that.
  var isBelieved: Bool {
    get { state.withLock { $0.isBelieved } }
    set { state.withLock { $0.isBelieved = newValue } }
  }

  /// Sleeps for a span of real time, or until the clock is moved.
  func sleep(_ span: Duration) async throws {
    guard file != nil else { return try await Task.sleep(for: span) }
    let before = ahead
    let end = ContinuousClock.now + span
    while ContinuousClock.now < end, ahead == before {
      try await Task.sleep(for: min(Self.step, end - ContinuousClock.now))
    }
  }

  /// Read each time: it is a few bytes, and there is no such file in production.
  private var ahead: TimeInterval { Self.ahead(file) }

  private static func ahead(_ file: URL?) -> TimeInterval {
    guard let file, let text = try? String(contentsOf: file, encoding: .utf8) else { return 0 }
    return TimeInterval(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }
}
