import OfficeActor

extension EmployeeName {
  /// «Смирнова А.», for where the full name is too long.
  var short: String {
    let words = text.split(separator: " ")
    guard words.count > 1, let initial = words[1].first else { return text }
    return "\(words[0]) \(initial)."
  }
}
