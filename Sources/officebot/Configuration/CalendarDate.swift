extension Configuration {
  /// A day of the Gregorian calendar, as the file lists closed days.
  struct CalendarDate: Sendable, Hashable {
    let year: Int
    let month: Int
    let day: Int
  }

  enum Weekday: String, Sendable, CaseIterable {
    case mon, tue, wed, thu, fri, sat, sun

    /// ISO 8601: Monday is 1, Sunday 7.
    var isoNumber: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }
  }
}

extension Configuration.CalendarDate {
  /// Reads `2027-01-31`; nil for anything else and for days that no year has.
  init?(_ text: String) {
    guard let match = text.wholeMatch(of: /([0-9]{4})-([0-9]{2})-([0-9]{2})/), let year = Int(match.1),
      let month = Int(match.2), let day = Int(match.3), (1...12).contains(month),
      day >= 1, day <= Self.days(inMonth: month, of: year)
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  private static func days(inMonth month: Int, of year: Int) -> Int {
    switch month {
    case 4, 6, 9, 11: 30
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: 31
    }
  }
}

extension Configuration.CalendarDate: CustomStringConvertible {
  /// ISO 8601, `2027-01-31`.
  var description: String {
    [(year, 4), (month, 2), (day, 2)]
      .map { number, width in String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)" }
      .joined(separator: "-")
  }
}
