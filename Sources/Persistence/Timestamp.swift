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
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.count == 23, let day = Day(iso: String(decoding: bytes[..<10], as: UTF8.self)),
        (bytes[10], bytes[13], bytes[16], bytes[19]) == (blank, colon, colon, point),
        let hour = Int(digits: bytes[11..<13]), hour < 24,
        let minute = Int(digits: bytes[14..<16]), minute < 60,
        let second = Int(digits: bytes[17..<19]), second < 60,
        let millisecond = Int(digits: bytes[20..<23])
      else { return nil }
      let milliseconds = day.number * 86_400_000 + ((hour * 60 + minute) * 60 + second) * 1000 + millisecond
      return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }
  }

  private static let blank = UInt8(ascii: " ")
  private static let colon = UInt8(ascii: ":")
  private static let point = UInt8(ascii: ".")

  private static func two(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
