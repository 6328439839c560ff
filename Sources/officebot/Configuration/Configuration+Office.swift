import Foundation
import OfficeActor

extension Configuration {
  /// The office's name and its calendar.
  struct Office: Sendable, Hashable {
    var name = "Офис"
    var timeZone = TimeZone(identifier: "Europe/Moscow") ?? .gmt
    /// Days that may be booked, today being the first.
    var bookingWindowDays = 14
    /// Guests one host may have on one day.
    var guestsPerDay = 5
    var closedWeekdays: [Weekday] = []
    var closedDays: [Day] = []
  }
}

extension Configuration.Office {
  static let closedDaysMax = 1000

  init(reading section: Section) {
    self.init()
    name = section.read("name", .text(1...64), or: name)
    timeZone = section.read("time_zone", .timeZone, or: timeZone)
    bookingWindowDays = section.read("booking_window_days", .integer(1...60), or: bookingWindowDays)
    guestsPerDay = section.read("guests_per_day", .integer(0...50), or: guestsPerDay)
    closedWeekdays = section.list("closed_weekdays", countMax: 7, .word())
    closedDays = section.list("closed_days", countMax: Self.closedDaysMax, .calendarDate)
    if closedWeekdays.count == Weekday.allCases.count {
      section.entry("closed_weekdays")?.addMistake("closes every day of the week")
    }
  }
}
