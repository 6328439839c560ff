import OfficeActor

extension EmployeeName {
  /// The name as far as it fits on a button.
  var onButton: String { text.shortened(to: ScreenButton.labelCodePointsMax - 2) }

  /// «Смирнова А.», for where the full name is too long.
  var short: String { text.shortName }
}

extension GuestName {
  /// «Смирнова А.», for where the full name is too long.
  var short: String { text.shortName }
}

extension String {
  fileprivate var shortName: String {
    let words = split(whereSeparator: \.isWhitespace)
    guard words.count > 1, let initial = words[1].first else { return self }
    return "\(words[0]) \(initial)."
  }
}
