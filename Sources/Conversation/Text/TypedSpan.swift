import OfficeActor

/// A span of days as somebody types it: «до 10 декабря», «1–5.12», «с 1 по 5 декабря», «завтра».
struct TypedSpan: Sendable, Hashable {
  let from: Day
  let through: Day

  init(from: Day, through: Day) {
    self.from = from
    self.through = through
  }

  /// A span that is typed where its first day may be chosen already: then what is typed is the last. Nil if it is
  /// anything else, or ends before it begins.
  init?(_ text: String, since first: Day?, today: Day) {
    let span: TypedSpan? =
      if let first { TypedPlace.day(text, today: today).map { TypedSpan(from: first, through: $0) } } else {
        TypedSpan(text, today: today)
      }
    guard let span, span.from <= span.through else { return nil }
    self = span
  }

  /// Nil if the text is anything else.
  init?(_ text: String, today: Day) {
    let words = text.lowercased().replacing("—", with: "–").split(whereSeparator: \.isWhitespace).map(
      String.init)
    let vocabulary = Vocabulary.all
    let kept = words.filter { !vocabulary.fromWords.contains($0) && !vocabulary.fillers.contains($0) }
    if let first = kept.first, vocabulary.throughWords.contains(first) {
      guard let last = TypedPlace.day(kept.dropFirst().joined(separator: " "), today: today) else {
        return nil
      }
      self.init(from: today, through: last)
    } else if let middle = kept.firstIndex(where: vocabulary.throughWords.contains) {
      self.init(kept[..<middle].joined(separator: " "), kept[(middle + 1)...].joined(separator: " "), today)
    } else if let day = TypedPlace.day(kept.joined(separator: " "), today: today) {
      self.init(from: day, through: day)
    } else {
      let joined = kept.joined(separator: " ")
      guard let dash = joined.firstIndex(where: { "-–".contains($0) }) else { return nil }
      self.init(String(joined[..<dash]), String(joined[joined.index(after: dash)...]), today)
    }
  }

  /// The two ends; the first may leave out the month that the last one names: «1» of «1–5.12».
  private init?(_ first: String, _ last: String, _ today: Day) {
    guard let last = TypedPlace.day(last, today: today) else { return nil }
    let first = first.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    if let number = Int(first) {
      let sameMonth = Day(year: last.year, month: last.month, day: number)
      guard let day = sameMonth, day <= last else { return nil }
      self.init(from: day, through: last)
    } else {
      guard let day = TypedPlace.day(first, today: today), day <= last else { return nil }
      self.init(from: day, through: last)
    }
  }
}
