import Foundation

extension Date {
  /// As lines have it: UTC with milliseconds, «2026-11-25T08:30:00.123Z».
  var logText: String {
    let milliseconds = Int64((timeIntervalSince1970 * 1000).rounded())
    let (seconds, rest) = milliseconds.dividedWithFloor(by: 1000)
    let whole = Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    return "\(whole.dropLast()).\(String(rest + 1000).dropFirst())Z"
  }

  /// The moment of a text in the form of ``logText``; nil for any other text.
  init?(logText text: String) {
    guard let moment = try? Date(text, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    else { return nil }
    self = moment
  }

  /// As names of files have it: «20261125T083000.123Z», which sorts by time.
  var logFileText: String { logText.filter { $0 != "-" && $0 != ":" } }
}

extension Int64 {
  fileprivate func dividedWithFloor(by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}
