import Foundation
import OfficeActor

extension Configuration {
  /// How the office is called.
  package struct Office: Sendable, Hashable {
    package var name = "Офис"
  }
}

extension Configuration.Office {
  static let closedDaysMax = 1000

  /// - Parameter rules: take what the section says about the office's calendar.
  init(reading section: Section, into rules: inout OfficeRules) {
    rules.language = section.read("language", .word(), or: rules.language)
    name = section.read("name", .text(1...64), or: rules.language == .english ? "Office" : name)
    rules.timeZone = section.read("time_zone", .timeZone, or: rules.timeZone)
    rules.bookingWindowDays = section.read(
      "booking_window_days", .integer(1...60), or: rules.bookingWindowDays)
    rules.guestsPerDay = section.read("guests_per_day", .integer(0...50), or: rules.guestsPerDay)
    rules.closedWeekdays = Set(section.list("closed_weekdays", countMax: 7, .word()))
    rules.closedDays = Set(section.list("closed_days", countMax: Self.closedDaysMax, .calendarDate))
    if rules.closedWeekdays.count == Weekday.allCases.count {
      section.entry("closed_weekdays")?.addMistake("closes every day of the week")
    }
  }
}
