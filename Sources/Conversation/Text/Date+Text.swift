import Foundation
import OfficeActor

extension Date {
  /// What clocks in a time zone show, to the minute.
  func timeOfDay(in timeZone: TimeZone) -> TimeOfDay {
    let seconds = Int(timeIntervalSince1970.rounded(.down)) + timeZone.secondsFromGMT(for: self)
    let minutes = Int((Double(seconds) / 60).rounded(.down))
    let ofDay = (minutes % 1440 + 1440) % 1440
    return TimeOfDay(hour: ofDay / 60, minute: ofDay % 60)
  }

  /// «24.11 10:05», as clocks in a time zone show it.
  func inText(_ timeZone: TimeZone) -> String {
    let day = Day(containing: self, in: timeZone)
    return "\(day.dayOfMonth.twoDigits).\(day.month.twoDigits) \(timeOfDay(in: timeZone))"
  }

  /// «2026-11-24 10:05», for tables.
  func inTable(_ timeZone: TimeZone) -> String {
    "\(Day(containing: self, in: timeZone).iso) \(timeOfDay(in: timeZone))"
  }
}

extension Int {
  fileprivate var twoDigits: String { self < 10 ? "0\(self)" : "\(self)" }
}
