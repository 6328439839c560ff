import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("A day")
struct DayTests {
  /// Foundation's idea of the same calendar.
  private static var calendar: Calendar {
    var calendar = Calendar(identifier: .iso8601)
    calendar.timeZone = .gmt
    return calendar
  }

  @Test("of any of four centuries is the date that Foundation's calendar says")
  func agreesWithCalendar() {
    for number in stride(from: -73_000, through: 73_000, by: 7) {
      let day = Day(number: number)
      let date = Self.calendar.dateComponents(
        [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(number) * 86_400))
      #expect(day.year == date.year && day.month == date.month && day.dayOfMonth == date.day, "\(number)")
      // Foundation's weeks begin with Sunday as 1.
      #expect(Weekday.allCases.firstIndex(of: day.weekday) == ((date.weekday ?? 0) + 5) % 7, "\(number)")
    }
  }

  @Test("follows the day before it, through leap years and the ends of months")
  func everyDayFollows() {
    var expected = Day(number: Day.first1600)
    for year in 1600...2400 {
      for month in 1...12 {
        for dayOfMonth in 1...31 {
          guard let day = Day(year: year, month: month, day: dayOfMonth) else { continue }
          guard day == expected else { return #expect(day == expected) }
          expected = expected + 1
        }
      }
    }
    #expect(expected == Day(year: 2401, month: 1, day: 1))
  }

  @Test("is read back from its text", arguments: 0..<4)
  func isoRoundTrip(_: Int) {
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<2_000 {
      let day = Day(number: Int.random(in: -719_162...2_932_896, using: &random))
      #expect(Day(iso: day.iso) == day, "seed \(seed)")
      #expect(Day(year: day.year, month: day.month, day: day.dayOfMonth) == day, "seed \(seed)")
    }
  }

  @Test(
    "is written as ISO 8601",
    arguments: [
      (0, "1970-01-01"), (-1, "1969-12-31"), (20_782, "2026-11-25"), (11_016, "2000-02-29"),
      (2_932_896, "9999-12-31"), (-719_162, "0001-01-01"),
    ])
  func iso(number: Int, text: String) {
    #expect(Day(number: number).iso == text)
    #expect(Day(iso: text)?.number == number)
  }

  @Test(
    "is not made of a text that is not exactly a real date",
    arguments: [
      "", "-", "--", "2026", "2026-11", "2026-11-25 ", " 2026-11-25", "2026-11-25-1", "2026-1-5",
      "26-11-25", "2026-11-31", "2026-02-29", "1900-02-29", "2026-00-10", "2026-13-01", "2026-11-00",
      "0000-01-01", "+026-11-25", "-026-11-25", "2026/11/25", "2026-11-2５", "２０２６-11-25", "2026-11-2\u{0}",
      "20261125", "2026-11--5", "2026-1\u{301}1-25", "завтра",
    ])
  func badTexts(text: String) {
    #expect(Day(iso: text) == nil)
  }

  @Test("beyond what ISO writes still has a text", arguments: [-3_000_000, 4_000_000])
  func farAway(number: Int) {
    #expect(!Day(number: number).iso.isEmpty)
    #expect(Day(iso: Day(number: number).iso) == nil)
  }

  @Test("closes by weekday: 25 November 2026 is a Wednesday, and the week goes round")
  func weekdays() throws {
    let wednesday = try #require(Day(iso: "2026-11-25"))
    #expect((-10...10).map { (wednesday + $0).weekday } == (-10...10).map { Weekday.allCases[($0 + 16) % 7] })
  }

  @Test("of a range follow each other")
  func rangeOfDays() throws {
    let first = try #require(Day(iso: "2027-02-27"))
    #expect((first...first + 2).days.map(\.iso) == ["2027-02-27", "2027-02-28", "2027-03-01"])
  }
}

@Suite("Today")
struct TodayTests {
  @Test(
    "is what people in the office's time zone call it",
    arguments: [
      ("2026-11-25T20:59:59.999Z", "Europe/Moscow", "2026-11-25"),
      ("2026-11-25T21:00:00Z", "Europe/Moscow", "2026-11-26"),
      ("2026-03-28T22:59:59Z", "Europe/Berlin", "2026-03-28"),  // Clocks go forward on the 29th.
      ("2026-03-28T23:00:00Z", "Europe/Berlin", "2026-03-29"),
      ("2026-03-29T21:59:59Z", "Europe/Berlin", "2026-03-29"),
      ("2026-03-29T22:00:00Z", "Europe/Berlin", "2026-03-30"),
      ("2026-10-24T21:59:59Z", "Europe/Berlin", "2026-10-24"),  // Clocks go back on the 25th.
      ("2026-10-24T22:00:00Z", "Europe/Berlin", "2026-10-25"),
      ("2026-10-25T22:59:59Z", "Europe/Berlin", "2026-10-25"),
      ("2026-10-25T23:00:00Z", "Europe/Berlin", "2026-10-26"),
      ("2026-11-25T18:14:59Z", "Asia/Kathmandu", "2026-11-25"),
      ("2026-11-25T18:15:00Z", "Asia/Kathmandu", "2026-11-26"),
      ("2026-11-25T11:59:59Z", "Etc/GMT-12", "2026-11-25"),
      ("2026-11-25T12:00:00Z", "Etc/GMT-12", "2026-11-26"),
      ("2026-11-25T11:59:59Z", "Etc/GMT+12", "2026-11-24"),
      ("2018-11-04T02:59:59Z", "America/Sao_Paulo", "2018-11-03"),  // Forward at midnight.
      ("2018-11-04T03:00:00Z", "America/Sao_Paulo", "2018-11-04"),
      ("2019-02-17T02:30:00Z", "America/Sao_Paulo", "2019-02-16"),  // Back at midnight.
      ("2019-02-17T03:00:00Z", "America/Sao_Paulo", "2019-02-17"),
      ("2011-12-30T09:59:59Z", "Pacific/Apia", "2011-12-29"),  // The 30th was left out.
      ("2011-12-30T10:00:00Z", "Pacific/Apia", "2011-12-31"),
      ("1969-12-31T23:59:59Z", "GMT", "1969-12-31"),
    ])
  func today(moment: String, zone: String, day: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    #expect(OfficeRules(timeZone: zone).today(at: try Moment(moment).date).iso == day)
  }

  @Test(
    "begins at midnight, or when the clocks that skipped midnight were put forward",
    arguments: [
      ("2026-11-25", "Europe/Moscow", "2026-11-24T21:00:00Z"),
      ("2026-03-29", "Europe/Berlin", "2026-03-28T23:00:00Z"),
      ("2026-03-30", "Europe/Berlin", "2026-03-29T22:00:00Z"),
      ("2026-10-25", "Europe/Berlin", "2026-10-24T22:00:00Z"),
      ("2026-10-26", "Europe/Berlin", "2026-10-25T23:00:00Z"),
      ("2018-11-04", "America/Sao_Paulo", "2018-11-04T03:00:00Z"),  // At 01:00 by the clock.
      ("2019-02-17", "America/Sao_Paulo", "2019-02-17T03:00:00Z"),  // 23:00 came twice the evening before.
      ("2026-11-01", "America/Havana", "2026-11-01T04:00:00Z"),  // 00:00 comes twice.
      ("2023-04-28", "Africa/Cairo", "2023-04-27T22:00:00Z"),  // At 01:00 by the clock.
      ("2011-12-30", "Pacific/Apia", "2011-12-30T10:00:00Z"),  // Never was: begins with the 31st.
      ("2011-12-31", "Pacific/Apia", "2011-12-30T10:00:00Z"),
    ])
  func start(day: String, zone: String, moment: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    #expect(try #require(Day(iso: day)).start(in: zone) == (try Moment(moment).date))
  }

  @Test(
    "starts where yesterday ends, on every day of twenty years",
    arguments: [
      "Europe/Moscow", "Europe/Berlin", "America/Sao_Paulo", "America/Havana", "Asia/Beirut",
      "Australia/Lord_Howe", "Pacific/Chatham", "Africa/Casablanca", "Asia/Tehran", "GMT",
    ])
  func startsWhereYesterdayEnds(zone: String) throws {
    let zone = try #require(TimeZone(identifier: zone))
    let first = try #require(Day(iso: "2012-01-01"))
    for day in (first...first + 7_305).days {
      let start = day.start(in: zone)
      #expect(Day(containing: start, in: zone) == day, "\(day)")
      #expect(Day(containing: start - 0.001, in: zone) < day, "\(day)")
    }
  }
}

extension Day {
  /// 1600-01-01.
  fileprivate static let first1600 = -135_140
}
