public import Foundation

/// A calendar day in the office's time zone; there is no clock time in it.
///
/// Counted in the proleptic Gregorian calendar, written in ISO 8601 («2026-11-25»).
public struct Day: Sendable, Hashable, Comparable {
  /// Days since 1970-01-01, negative before it.
  public let number: Int

  /// The day that many days after 1970-01-01.
  public init(number: Int) {
    self.number = number
  }

  /// The day that people in `timeZone` call today at `moment`.
  public init(containing moment: Date, in timeZone: TimeZone) {
    let local = moment.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: moment))
    number = Int((local / Self.secondsPerDay).rounded(.down))
  }

  /// The day of a calendar date, or nil where the calendar has no such date (30 February).
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    // Days from civil: years begin in March, so that the leap day is the last of its year.
    let shiftedYear = month > 2 ? year : year - 1
    let era = shiftedYear / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
    guard month == self.month, day == self.dayOfMonth else { return nil }
  }

  /// The day written as «2026-11-25», or nil if the text is not exactly that of a real date.
  public init?(iso text: String) {
    var text = text
    // Read byte by byte: a start reads tens of thousands.
    let parts = text.withUTF8 { bytes -> (year: Int, month: Int, day: Int)? in
      guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
        let year = Int(digits: bytes[0..<4]), let month = Int(digits: bytes[5..<7]),
        let day = Int(digits: bytes[8..<10])
      else { return nil }
      return (year, month, day)
    }
    guard let parts else { return nil }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// «2026-11-25».
  public var iso: String {
    let (year, month, day) = civil
    guard (0...9999).contains(year) else { return "\(year)-\(month)-\(day)" }  // Beyond what ISO writes.
    return String(unsafeUninitializedCapacity: 10) { text in
      // Written digit by digit: every stored record has a day, and a commit stores hundreds of records.
      let digits = [year / 1000, year / 100, year / 10, year, -1, month / 10, month, -1, day / 10, day]
      for (index, digit) in digits.enumerated() {
        text[index] = digit < 0 ? UInt8(ascii: "-") : UInt8(ascii: "0") + UInt8(digit % 10)
      }
      return 10
    }
  }

  /// Calendar year, for example 2026.
  public var year: Int { civil.year }
  /// Month of the year, 1 to 12.
  public var month: Int { civil.month }
  /// Day of the month, 1 to 31.
  public var dayOfMonth: Int { civil.day }

  /// The day of the week.
  public var weekday: Weekday {
    // 1970-01-01 was a Thursday.
    let index = (number + 3) % 7
    return Weekday.allCases[index < 0 ? index + 7 : index]
  }

  /// The moment at which the day begins in a time zone: the first instant that is called this day there.
  ///
  /// Clocks that are put forward at midnight begin the day later than 00:00. A day that a time zone left
  /// out altogether begins with the next one.
  public func start(in timeZone: TimeZone) -> Date {
    let asIfUTC = Date(timeIntervalSince1970: Double(number) * Self.secondsPerDay)
    let eve = asIfUTC - Self.secondsPerDay
    // Midnight by the offset of the day before and by that of the day after, and the change between them.
    var candidates = [eve, asIfUTC + Self.secondsPerDay].map {
      asIfUTC - Double(timeZone.secondsFromGMT(for: $0))
    }
    if let change = timeZone.nextDaylightSavingTimeTransition(after: eve) { candidates.append(change) }
    let first = candidates.filter { Day(containing: $0, in: timeZone) == self }.min()
    return first ?? (self + 1).start(in: timeZone)
  }

  /// The day that many days later (earlier if negative).
  public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }
  /// Earlier days come first.
  public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

  private static let secondsPerDay = 86_400.0

  private var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    let month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    return (
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    )
  }
}

/// A day of the week, Monday first.
public enum Weekday: String, Sendable, Hashable, Codable, CaseIterable {
  case mon, tue, wed, thu, fri, sat, sun
}

extension Set<Weekday> {
  /// From Monday on.
  public var inOrder: [Weekday] { Weekday.allCases.filter(contains) }
}

extension Int {
  /// A number written in ASCII digits alone, of which there are few; nil for anything else.
  package init?(digits: Slice<UnsafeBufferPointer<UInt8>>) {
    self = 0
    for digit in digits {
      guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) else { return nil }
      self = self * 10 + Int(digit - UInt8(ascii: "0"))
    }
  }
}

extension Day: Codable {
  /// From ISO 8601 text.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let day = Day(iso: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a day")
    }
    self = day
  }

  /// As ISO 8601 text.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(iso)
  }
}

extension Day: CustomStringConvertible {
  /// As text.
  public var description: String { iso }
}
