public import Foundation

/// A wall-clock time in the office's time zone, to the minute.
public struct TimeOfDay: Sendable, Hashable {
  /// 0 to 1439.
  public let minutesSinceMidnight: Int

  /// A time that every day has.
  public init(hour: Int, minute: Int) {
    precondition((0..<24).contains(hour) && (0..<60).contains(minute), "a time of day")
    minutesSinceMidnight = hour * 60 + minute
  }

  /// Reads `09:30`; nil for anything else and for times that no day has.
  public init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([0-9]{2}):([0-9]{2})/), let hour = Int(match.1), hour < 24,
      let minute = Int(match.2), minute < 60
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  /// 0 to 23.
  public var hour: Int { minutesSinceMidnight / 60 }
  /// 0 to 59.
  public var minute: Int { minutesSinceMidnight % 60 }

  /// The moment at which clocks in a time zone show this time on a day.
  ///
  /// A time that comes twice that day is its first; one that is left out is as long after the day's
  /// beginning as clocks would have shown.
  public func moment(on day: Day, in timeZone: TimeZone) -> Date {
    let start = day.start(in: timeZone)
    let elapsed = start + Double(minutesSinceMidnight * 60)
    // If clocks changed since midnight, they show another time by as much as they were moved.
    let moved = timeZone.secondsFromGMT(for: elapsed) - timeZone.secondsFromGMT(for: start)
    let corrected = elapsed - Double(moved)
    return timeZone.secondsFromGMT(for: corrected) == timeZone.secondsFromGMT(for: elapsed)
      ? corrected : elapsed
  }

  /// How long clocks take from the earlier time to the later one.
  public static func - (later: Self, earlier: Self) -> Duration {
    .seconds((later.minutesSinceMidnight - earlier.minutesSinceMidnight) * 60)
  }
}

extension TimeOfDay: Comparable {
  /// Earlier times come first.
  public static func < (earlier: Self, later: Self) -> Bool {
    earlier.minutesSinceMidnight < later.minutesSinceMidnight
  }
}

extension TimeOfDay: CustomStringConvertible {
  /// `09:30`.
  public var description: String {
    (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)"
  }
}
