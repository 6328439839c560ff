import Foundation
import OfficeActor

extension English: CommonWords {
  var back: String { "‹ Back" }
  var menu: String { "Menu" }
  var refresh: String { "Refresh" }

  var alreadyDone: Markup { "Already done." }
  var buttonIsObsolete: Markup { "This button is out of date. Here is what holds now." }
  var onlyButtonsAndText: Markup { "Thank you! But I only understand buttons and text." }
  var troubleHeading: String { "Something went wrong" }
  var trouble: Markup { "I could not show this screen. The error is noted; everything else works." }
  var passedOver: Markup {
    "Sorry, this broke me twice and I will not try it again. The menu shows what was saved."
  }

  func andMore(_ count: Int) -> Markup { "… and \(count) more" }
  func seat(_ seat: Seat.ID) -> String { "seat \(seat.rawValue)" }
  func boldSeat(_ seat: Seat.ID) -> Markup { "seat <b>\(seat.rawValue)</b>" }
  var withoutSeat: String { "without a seat" }
  func inQueue(_ place: Int) -> String { "\(place.ordinal) in the queue" }
  func guest(_ name: GuestName) -> Markup { "guest: \(name.inText)" }
  func reason(_ reason: String) -> Markup { "Reason: \(reason)" }
  func people(_ count: Int) -> String { count.counting("person", "people") }
  func bookings(_ count: Int) -> String { count.counting("booking", "bookings") }
  func names(_ count: Int) -> String { count.counting("name", "names") }
  func rowsLeftOut(_ count: Int) -> String { "\(count.counting("row", "rows")) left out for want of room" }
}

extension English: DayWords {
  func weekday(_ weekday: Weekday) -> String {
    switch weekday {
    case .mon: "Mon"
    case .tue: "Tue"
    case .wed: "Wed"
    case .thu: "Thu"
    case .fri: "Fri"
    case .sat: "Sat"
    case .sun: "Sun"
    }
  }

  func day(_ day: Day) -> String { "\(dayOnButton(day)) \(name(ofMonth: day.month))" }
  func month(_ month: Month) -> String { "\(name(ofMonth: month.month)) \(month.year)" }
  func dated(_ time: TimeOfDay, _ day: Day) -> String { "\(time) on \(self.day(day)) \(day.year)" }
  func after(_ time: TimeOfDay, _ day: Day) -> String { "after \(time) on \(self.day(day))" }

  /// «November», of a month from 1 to 12.
  func name(ofMonth month: Int) -> String { Self.months[month - 1] }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}

extension Int {
  /// The form of an English noun that goes with the number: 1 seat, 2 seats.
  func counting(_ one: String, _ many: String) -> String { "\(self) \(self == 1 ? one : many)" }

  /// «1st», «2nd», «11th».
  var ordinal: String {
    let suffix =
      switch (self % 100, self % 10) {
      case (11...13, _): "th"
      case (_, 1): "st"
      case (_, 2): "nd"
      case (_, 3): "rd"
      default: "th"
      }
    return "\(self)\(suffix)"
  }
}
