import Foundation
import OfficeActor

/// Days, months and times.
protocol DayWords {
  /// «ср».
  func weekday(_ weekday: Weekday) -> String
  /// «ср 25 ноября», in running text.
  func day(_ day: Day) -> String
  /// «ноябрь 2026».
  func month(_ month: Month) -> String
  /// «12:00 25 февраля 2027», whatever day it is.
  func dated(_ time: TimeOfDay, _ day: Day) -> String
  /// «после 10:00 ср 25 ноября».
  func after(_ time: TimeOfDay, _ day: Day) -> String
}

extension DayWords {
  /// «ср 25», on a button.
  func dayOnButton(_ day: Day) -> String { "\(weekday(day.weekday)) \(day.dayOfMonth)" }

  /// The same, but «ср 25 ноября» where «ср 25» could be another day: four weeks or more from today, or beside a
  /// day of the same name.
  func dayOnButton(_ day: Day, today: Day, beside days: some Sequence<Day> = [Day]()) -> String {
    let isFar = !(today + -daysToldApart...today + daysToldApart).contains(day)
    return isFar || days.contains { $0 != day && dayOnButton($0) == dayOnButton(day) }
      ? self.day(day) : dayOnButton(day)
  }

  /// «15:40», and the day if it is another one.
  func moment(_ moment: Date, in timeZone: TimeZone, today: Day) -> String {
    let day = Day(containing: moment, in: timeZone)
    let time = moment.timeOfDay(in: timeZone).description
    return day == today ? time : "\(time) \(self.day(day))"
  }
}

/// The shortest month has four weeks: a day that is nearer has a name of its own.
private let daysToldApart = 27
