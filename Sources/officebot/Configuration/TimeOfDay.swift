extension Configuration {
  /// A wall-clock time in the office's time zone, to the minute.
  struct TimeOfDay: Sendable, Hashable {
    /// 0 to 1439.
    let minutesSinceMidnight: Int

    init(hour: Int, minute: Int) {
      precondition((0..<24).contains(hour) && (0..<60).contains(minute), "a time of day")
      minutesSinceMidnight = hour * 60 + minute
    }

    var hour: Int { minutesSinceMidnight / 60 }
    var minute: Int { minutesSinceMidnight % 60 }
  }
}

extension Configuration.TimeOfDay {
  /// Reads `09:30`; nil for anything else and for times that no day has.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([0-9]{2}):([0-9]{2})/), let hour = Int(match.1), hour < 24,
      let minute = Int(match.2), minute < 60
    else { return nil }
    self.init(hour: hour, minute: minute)
  }

  static func - (later: Self, earlier: Self) -> Duration {
    .seconds((later.minutesSinceMidnight - earlier.minutesSinceMidnight) * 60)
  }
}

extension Configuration.TimeOfDay: Comparable {
  static func < (earlier: Self, later: Self) -> Bool {
    earlier.minutesSinceMidnight < later.minutesSinceMidnight
  }
}

extension Configuration.TimeOfDay: CustomStringConvertible {
  /// `09:30`.
  var description: String { (hour < 10 ? "0" : "") + "\(hour):" + (minute < 10 ? "0" : "") + "\(minute)" }
}
