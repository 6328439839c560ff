import OfficeActor

extension Day {
  /// «ср 25 ноября», in running text.
  var inText: String { "\(onButton) \(Self.monthsGenitive[month - 1])" }

  /// «ср 25», on a button.
  var onButton: String { "\(weekday.russian) \(dayOfMonth)" }

  /// The same, but «ср 25 ноября» where «ср 25» could be another day: four weeks or more from today, or beside a
  /// day of the same name.
  func onButton(today: Day, beside days: some Sequence<Day> = [Day]()) -> String {
    let isFar = !(today + -Self.daysToldApart...today + Self.daysToldApart).contains(self)
    return isFar || days.contains { $0 != self && $0.onButton == onButton } ? inText : onButton
  }

  /// The shortest month has four weeks: a day that is nearer has a name of its own.
  private static let daysToldApart = 27

  private static let monthsGenitive = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября",
    "ноября", "декабря",
  ]
}

extension Month {
  /// «ноябрь 2026».
  var inText: String { "\(Self.names[month - 1]) \(year)" }

  private static let names = [
    "январь", "февраль", "март", "апрель", "май", "июнь", "июль", "август", "сентябрь", "октябрь", "ноябрь",
    "декабрь",
  ]
}

extension Weekday {
  var russian: String {
    switch self {
    case .mon: "пн"
    case .tue: "вт"
    case .wed: "ср"
    case .thu: "чт"
    case .fri: "пт"
    case .sat: "сб"
    case .sun: "вс"
    }
  }
}

extension Int {
  /// The form of a noun that goes with the number: 1 место, 2 места, 5 мест.
  func counting(_ one: String, _ few: String, _ many: String) -> String {
    let (tens, units) = (self % 100, self % 10)
    let form = (11...14).contains(tens) ? many : units == 1 ? one : (2...4).contains(units) ? few : many
    return "\(self) \(form)"
  }
}
