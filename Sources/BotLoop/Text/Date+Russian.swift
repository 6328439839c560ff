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
}
