import OfficeActor

/// What people type for days and seats. All languages are understood, whichever one is read.
protocol SpokenWords {
  /// Days counted from today by their names.
  var relativeDays: [String: Int] { get }
  /// Names and forms of a weekday, in small letters.
  func names(of weekday: Weekday) -> [String]
  /// Names and forms of a month from 1 to 12, in small letters.
  func names(ofMonth month: Int) -> [String]
  /// What stands before the number of a seat.
  var seatWords: Set<String> { get }
  /// What stands before the last day of a span.
  var throughWords: Set<String> { get }
  /// What stands before the first day of a span.
  var fromWords: Set<String> { get }
  /// What means nothing beside a day or a seat.
  var fillers: Set<String> { get }
}

/// All that may be typed, of every language.
struct Vocabulary {
  static let all = Vocabulary()

  let relativeDays: [String: Int]
  let weekdays: [String: Weekday]
  let months: [String: Int]
  let seatWords: Set<String>
  let fillers: Set<String>
  let throughWords: Set<String>
  let fromWords: Set<String>

  private init() {
    let spoken = Language.allCases.map(\.words)
    relativeDays = spoken.reduce(into: [:]) { $0.merge($1.relativeDays) { first, _ in first } }
    weekdays = spoken.reduce(into: [:]) { all, words in
      for weekday in Weekday.allCases { for name in words.names(of: weekday) { all[name] = weekday } }
    }
    months = spoken.reduce(into: [:]) { all, words in
      for month in 1...12 { for name in words.names(ofMonth: month) { all[name] = month } }
    }
    seatWords = spoken.reduce(into: []) { $0.formUnion($1.seatWords) }
    throughWords = spoken.reduce(into: []) { $0.formUnion($1.throughWords) }
    fromWords = spoken.reduce(into: []) { $0.formUnion($1.fromWords) }
    fillers = spoken.reduce(into: []) { $0.formUnion($1.fillers) }
  }
}
