import OfficeActor

/// A day, a seat, or both, as somebody types them: «завтра 12», «вт», «1 декабря», «место 12», “seat 12”; in any of
/// the languages, on whichever keyboard.
struct TypedPlace: Sendable, Hashable {
  var day: Day?
  /// What stands for a seat, whether there is one or not.
  var seat: String?
  /// Whether it can be nothing else than a day or a seat.
  var isExplicit: Bool

  /// Nil if the text has anything else in it.
  init?(_ text: String, today: Day) {
    guard text.unicodeScalars.count <= Self.lengthMax else { return nil }
    let readings = [text, KeyboardLayout.cyrillic(text), KeyboardLayout.latin(text)]
    guard let place = readings.lazy.compactMap({ TypedPlace(reading: $0, today: today) }).first else {
      return nil
    }
    self = place
  }

  /// A seat alone.
  init(seat: Seat.ID) {
    self.seat = seat.rawValue
    isExplicit = false
  }

  /// A day alone.
  static func day(_ text: String, today: Day) -> Day? {
    guard let place = TypedPlace(text, today: today), place.seat == nil else { return nil }
    return place.day
  }

  private static let lengthMax = 40

  private init?(reading text: String, today: Day) {
    var tokens = Self.tokens(of: text)
    let vocabulary = Vocabulary.all
    let seatWord = tokens.firstIndex(where: vocabulary.seatWords.contains)
    if let seatWord {
      guard tokens.indices.contains(seatWord + 1) else { return nil }
      seat = tokens[seatWord + 1]
      tokens.removeSubrange(seatWord...(seatWord + 1))
    }
    if let (found, range) = Self.firstDay(in: tokens, today: today) {
      day = found
      tokens.removeSubrange(range)
    }
    tokens.removeAll(where: vocabulary.fillers.contains)
    if seat == nil, tokens.count == 1 { seat = tokens.removeFirst() }
    guard tokens.isEmpty, day != nil || seat != nil else { return nil }
    isExplicit = day != nil || seatWord != nil
    // A seat has a number in it; any other single word is no seat.
    if seatWord == nil, let seat, !seat.contains(where: \.isNumber) { return nil }
  }

  private static func tokens(of text: String) -> [String] {
    var spaced = ""
    for character in text.lowercased() {
      switch character {
      case "ё": spaced.append("е")
      case "№", "#": spaced.append(" \(character) ")
      case ",", ";": spaced.append(" ")
      default: spaced.append(character)
      }
    }
    return spaced.split(whereSeparator: \.isWhitespace).map { token in
      var token = token
      while let last = token.last, ".!?".contains(last) { token.removeLast() }
      return String(token)
    }.filter { !$0.isEmpty }
  }

  /// The first day in the words, and which of them tell it.
  private static func firstDay(in tokens: [String], today: Day) -> (Day, Range<Int>)? {
    tokens.indices.lazy.compactMap { start in
      day(at: tokens[start...], today: today).map { ($0.0, start..<start + $0.count) }
    }.first
  }

  private static func day(at tokens: ArraySlice<String>, today: Day) -> (Day, count: Int)? {
    let vocabulary = Vocabulary.all
    let words = Array(tokens.prefix(3))
    guard let first = words.first else { return nil }
    if let days = vocabulary.relativeDays[first] { return (today + days, 1) }
    if let day = Day(iso: first) ?? dotted(first, today: today) { return (day, 1) }
    if let weekday = vocabulary.weekdays[first] {
      if let (day, count) = dated(Array(words.dropFirst()), today: today) { return (day, count + 1) }
      let coming = (0..<7).map { today + $0 }.first { $0.weekday == weekday } ?? today
      // «вт 1», as buttons say it.
      if words.count > 1, let number = Int(words[1]),
        let named = (0..<28).map({ today + $0 }).first(where: {
          $0.weekday == weekday && $0.dayOfMonth == number
        })
      {
        return (named, 2)
      }
      return (coming, 1)
    }
    return dated(words, today: today)
  }

  /// «1 декабря», “December 1”.
  private static func dated(_ words: [String], today: Day) -> (Day, count: Int)? {
    guard words.count > 1 else { return nil }
    let months = Vocabulary.all.months
    let (number, month) =
      months[words[1]].map { (Int(words[0]), $0) } ?? (Int(words[1]), months[words[0]] ?? 0)
    guard let number, month > 0, let day = nearest(number, month, to: today) else { return nil }
    return (day, 2)
  }

  /// «24.11», «24.11.2026», «24/11».
  private static func dotted(_ text: String, today: Day) -> Day? {
    let parts = text.split(whereSeparator: { ".//".contains($0) }).map { Int($0) }
    guard text.contains(where: { "./".contains($0) }), parts.count == 2 || parts.count == 3,
      let day = parts[0], let month = parts[1]
    else { return nil }
    guard parts.count == 3 else { return nearest(day, month, to: today) }
    return parts[2].flatMap { Day(year: $0 < 100 ? 2000 + $0 : $0, month: month, day: day) }
  }

  /// The date of the year that brings it nearest to today.
  private static func nearest(_ number: Int, _ month: Int, to today: Day) -> Day? {
    (today.year - 1...today.year + 1).compactMap { Day(year: $0, month: month, day: number) }
      .min { abs($0.number - today.number) < abs($1.number - today.number) }
  }
}
