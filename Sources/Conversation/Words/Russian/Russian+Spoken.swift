import OfficeActor

extension Russian: SpokenWords {
  var relativeDays: [String: Int] { ["сегодня": 0, "завтра": 1, "послезавтра": 2] }

  func names(of weekday: Weekday) -> [String] {
    switch weekday {
    case .mon: ["пн", "понедельник", "понедельника"]
    case .tue: ["вт", "вторник", "вторника"]
    case .wed: ["ср", "среда", "среду", "среды"]
    case .thu: ["чт", "четверг", "четверга"]
    case .fri: ["пт", "пятница", "пятницу", "пятницы"]
    case .sat: ["сб", "суббота", "субботу", "субботы"]
    case .sun: ["вс", "воскресенье", "воскресенья"]
    }
  }

  func names(ofMonth month: Int) -> [String] {
    let genitive = genitive(of: month)
    return [genitive, nominative(of: month), String(genitive.prefix(3))]
  }

  var seatWords: Set<String> { ["место", "места", "стол", "номер", "№"] }
  var throughWords: Set<String> { ["до", "по"] }
  var fromWords: Set<String> { ["с", "со", "от"] }
  var fillers: Set<String> { ["в", "во", "на", "числа"] }
}
