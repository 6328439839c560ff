import OfficeActor

extension English: SpokenWords {
  var relativeDays: [String: Int] { ["today": 0, "tomorrow": 1] }

  func names(of weekday: Weekday) -> [String] {
    switch weekday {
    case .mon: ["mon", "monday"]
    case .tue: ["tue", "tues", "tuesday"]
    case .wed: ["wed", "wednesday"]
    case .thu: ["thu", "thur", "thurs", "thursday"]
    case .fri: ["fri", "friday"]
    case .sat: ["sat", "saturday"]
    case .sun: ["sun", "sunday"]
    }
  }

  func names(ofMonth month: Int) -> [String] {
    let name = name(ofMonth: month).lowercased()
    return [name, String(name.prefix(3))]
  }

  var seatWords: Set<String> { ["seat", "desk", "#", "no"] }
  var throughWords: Set<String> { ["until", "till", "through", "to"] }
  var fromWords: Set<String> { ["from"] }
  var fillers: Set<String> { ["on", "the", "of", "for", "at"] }
}
