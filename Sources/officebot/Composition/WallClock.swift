import Foundation

/// What the bot takes for the time: the machine's, or ahead of it by as many seconds as a file says.
///
/// The demo moves its people's clock forward and writes that file, and so do tests.
struct WallClock: Sendable {
  /// Holds a whole number of seconds as text; nothing if it cannot be read.
  var file: URL?

  /// Who sleeps hears of a clock that was moved after this long.
  static let step = Duration.milliseconds(200)

  var now: Date { Date(timeIntervalSinceNow: ahead) }

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
  private var ahead: TimeInterval {
    guard let file, let text = try? String(contentsOf: file, encoding: .utf8) else { return 0 }
    return TimeInterval(text.trimmingCharacters(in: .whitespacesAndNewlines)) ?? 0
  }
}
