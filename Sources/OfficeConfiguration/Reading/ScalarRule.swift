import Foundation

/// What the text of one value must be, and the value it then stands for.
struct ScalarRule<Value> {
  struct Refusal: Error { let message: String }

  /// Completes "expected …".
  let expected: String
  let value: (String) throws(Refusal) -> Value

  init(expected: String, value: @escaping (String) throws(Refusal) -> Value) {
    self.expected = expected
    self.value = value
  }

  /// A rule whose only refusal is that the text is not what was expected.
  init(expected: String, parse: @escaping (String) -> Value?) {
    self.init(expected: expected) { text throws(Refusal) in
      guard let value = parse(text) else {
        throw Refusal(message: "expected \(expected), not \(text.inMessage)")
      }
      return value
    }
  }
}

extension ScalarRule where Value == Bool {
  static var flag: Self {
    Self(expected: "true or false", parse: { ["true": true, "false": false][$0] })
  }
}

extension ScalarRule where Value: FixedWidthInteger {
  static func integer(_ range: ClosedRange<Value>) -> Self {
    Self(
      expected: "a whole number from \(range.lowerBound) to \(range.upperBound)",
      parse: { text in Value(text).flatMap { range.contains($0) ? $0 : nil } })
  }
}

extension ScalarRule where Value == String {
  /// Text on one line; spaces around it do not count. A character may have any number of accents, and Telegram
  /// counts each, so there is a bound on them too.
  static func text(_ lengths: ClosedRange<Int>) -> Self {
    Self(
      expected: "text of \(lengths.lowerBound) to \(lengths.upperBound) characters on one line",
      parse: { text in
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard lengths.contains(text.count), text.unicodeScalars.count <= 2 * lengths.upperBound,
          !text.hasControlCharacters
        else { return nil }
        return text
      })
  }
}

extension ScalarRule where Value: CaseIterable & RawRepresentable<String> {
  /// One word of a few.
  static func word() -> Self {
    let words = Value.allCases.map(\.rawValue)
    return Self(expected: "one of \(words.joined(separator: ", "))") { text throws(Refusal) in
      if let value = Value(rawValue: text) { return value }
      let suggestion = text.closest(in: words).map { "; did you mean `\($0)`?" } ?? ""
      throw Refusal(
        message: "\(text.inMessage) is not one of \(words.joined(separator: ", "))\(suggestion)")
    }
  }
}

extension ScalarRule where Value == TimeZone {
  static var timeZone: Self {
    Self(expected: "a time zone such as Europe/Moscow") { text throws(Refusal) in
      if let zone = TimeZone(identifier: text) { return zone }
      let suggestion = text.closest(in: TimeZone.knownTimeZoneIdentifiers).map { "; did you mean \($0)?" }
      throw Refusal(
        message: "\(text.inMessage) is not a time zone\(suggestion ?? " such as Europe/Moscow")")
    }
  }
}

extension ScalarRule where Value == URL {
  /// The address of a server, without a slash at its end.
  static var serverAddress: Self {
    Self(expected: "an address such as https://api.telegram.org") { text in
      guard text.isAddress else { return nil }
      let trimmed = text.reversed().drop { $0 == "/" }.reversed()
      return URL(string: String(trimmed))
    }
  }

  /// The address of a webhook, as it is written but for what has to be encoded: a path may have spaces and letters
  /// of any alphabet.
  static var webhookAddress: Self {
    let expected = "an address such as https://bot.example.org/spb"
    return Self(expected: expected) { text throws(Refusal) in
      guard text.isAddress, let url = URL(string: text), let host = url.host(percentEncoded: true) else {
        throw Refusal(message: "expected \(expected), without `?` and `#`, not \(text.inMessage)")
      }
      guard !host.contains("%") else {
        throw Refusal(
          message: "\(text.inMessage): write the host in its ASCII form, which begins with `xn--`")
      }
      return url
    }
  }
}

extension String {
  /// Whether it is an address of a server, with nothing that has no meaning for this program.
  fileprivate var isAddress: Bool {
    guard let parts = URLComponents(string: self) else { return false }
    return ["http", "https"].contains(parts.scheme?.lowercased()) && parts.host?.isEmpty == false
      && parts.user == nil && parts.query == nil && parts.fragment == nil
      // `/bot<token>` is added to one of them; what stands here is logged.
      && !hasToken
  }
}
