import Foundation
import OfficeActor

/// Moments as the tables hold them: UTC, milliseconds, «2026-11-25 08:30:00.000», which SQLite's date
/// functions understand and which sorts as text.
enum Timestamp {
  static func text(_ moment: Date) -> String {
    let milliseconds = Int((moment.timeIntervalSince1970 * 1000).rounded())
    let day = Day(number: Int((Double(milliseconds) / 86_400_000).rounded(.down)))
    let rest = milliseconds - day.number * 86_400_000
    return day.iso + " " + two(rest / 3_600_000) + ":" + two(rest / 60_000 % 60) + ":" + two(rest / 1000 % 60)
      + "." + String(rest % 1000 + 1000).dropFirst()
  }

  /// The moment written exactly as ``text(_:)`` writes it; nil for any other text.
  static func moment(_ text: String) -> Date? {
    let parts = text.split(separator: " ", omittingEmptySubsequences: false)
    guard parts.count == 2, let day = Day(iso: String(parts[0])) else { return nil }
    let clock = parts[1].split(omittingEmptySubsequences: false, whereSeparator: { $0 == ":" || $0 == "." })
    guard clock.map(\.utf8.count) == [2, 2, 2, 3],
      let hour = Int(clock[0]), let minute = Int(clock[1]), let second = Int(clock[2]),
      let millisecond = Int(clock[3])
    else { return nil }
    let milliseconds = day.number * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
    let moment = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    return Self.text(moment) == text ? moment : nil
  }

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
