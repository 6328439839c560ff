import Foundation
import OfficeActor

extension ScalarRule where Value == TimeOfDay {
  static var timeOfDay: Self {
    let expected = "a time of day such as \"09:30\""
    return Self(expected: expected) { text throws(Refusal) in
      if let time = TimeOfDay(text) { return time }
      guard text.wholeMatch(of: /\d{1,2}:\d{2}/) != nil else {
        throw Refusal(message: "expected \(expected), not \(text.inMessage)")
      }
      throw Refusal(message: "\(text.inMessage) is not written as a time of day from 00:00 to 23:59")
    }
  }
}

extension ScalarRule where Value == QuietHours {
  static var quietHours: Self {
    Self(expected: "two different times of day such as \"22:00-08:00\"") { text in
      let times = text.split(separator: "-", omittingEmptySubsequences: false)
        .map { TimeOfDay(String($0).trimmingCharacters(in: .whitespaces)) }
      guard times.count == 2, let start = times[0], let end = times[1], start != end else { return nil }
      return QuietHours(start: start, end: end)
    }
  }
}

extension ScalarRule where Value == Day {
  static var calendarDate: Self {
    let expected = "a date such as 2027-01-31"
    return Self(expected: expected) { text throws(Refusal) in
      if let day = Day(iso: text) { return day }
      guard text.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil else {
        throw Refusal(message: "expected \(expected), not \(text.inMessage)")
      }
      throw Refusal(message: "\(text.inMessage) is not a day of the calendar")
    }
  }
}

extension ScalarRule where Value == Duration {
  /// A span of time with its units, largest first: `90s`, `30m`, `1h30m`, `7d`.
  static func duration(_ range: ClosedRange<Duration>) -> Self {
    let expected =
      "a span of time from \(range.lowerBound.inMessage) to \(range.upperBound.inMessage), such as 1h30m"
    return Self(expected: expected) { text in
      guard let duration = Duration(configured: text), range.contains(duration) else { return nil }
      return duration
    }
  }
}

extension Duration {
  private static let units: [(name: Character, seconds: Int)] = [
    ("d", 86_400), ("h", 3600), ("m", 60), ("s", 1),
  ]
  private static let digitsMax = 6

  init?(configured text: String) {
    var seconds = 0
    var digits = ""
    var units = Self.units[...]
    for character in text {
      if character.isASCII, character.isNumber {
        digits.append(character)
      } else {
        guard let index = units.firstIndex(where: { $0.name == character }), digits.count <= Self.digitsMax,
          let number = Int(digits)
        else { return nil }
        seconds += number * units[index].seconds
        units = units[(index + 1)...]
        digits = ""
      }
    }
    guard !text.isEmpty, digits.isEmpty else { return nil }
    self = .seconds(seconds)
  }

  /// As the configuration writes it: `1h30m`.
  fileprivate var inMessage: String {
    var rest = Int(components.seconds)
    var text = ""
    for unit in Self.units where rest >= unit.seconds {
      text += "\(rest / unit.seconds)\(unit.name)"
      rest %= unit.seconds
    }
    return text.isEmpty ? "0s" : text
  }
}
