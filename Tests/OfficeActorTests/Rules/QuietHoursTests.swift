import Foundation
import TestSupport
import Testing

@testable import OfficeActor

@Suite("Quiet hours")
struct QuietHoursTests {
  struct Wait: Sendable {
    let quiet: QuietHours
    let from: String
    let minutes: Int
    let until: String

    init(_ quiet: (Int, Int), from: String, minutes: Int, until: String) {
      self.quiet = QuietHours(
        start: TimeOfDay(hour: quiet.0, minute: 0), end: TimeOfDay(hour: quiet.1, minute: 0))
      self.from = from
      self.minutes = minutes
      self.until = until
    }
  }

  // Berlin is an hour ahead of UTC in winter and two in summer. One row a line.
  // swift-format-ignore
  @Test("do not count as time to answer", arguments: [
    Wait((22, 8), from: "2026-11-25T10:00:00Z", minutes: 30, until: "2026-11-25T10:30:00Z"),
    Wait((22, 8), from: "2026-11-25T20:30:00Z", minutes: 30, until: "2026-11-25T21:00:00Z"),
    Wait((22, 8), from: "2026-11-25T20:50:00Z", minutes: 30, until: "2026-11-26T07:20:00Z"),
    Wait((22, 8), from: "2026-11-25T21:00:00Z", minutes: 30, until: "2026-11-26T07:30:00Z"),
    Wait((22, 8), from: "2026-11-26T02:00:00Z", minutes: 30, until: "2026-11-26T07:30:00Z"),
    Wait((22, 8), from: "2026-11-26T07:00:00Z", minutes: 30, until: "2026-11-26T07:30:00Z"),
    Wait((13, 14), from: "2026-11-25T11:45:00Z", minutes: 30, until: "2026-11-25T13:15:00Z"),
    Wait((0, 23), from: "2026-11-25T10:00:00Z", minutes: 90, until: "2026-11-26T22:30:00Z"),
    // Clocks go back on 25 October at 3:00 and forward on 28 March at 2:00: nights of 11 and of 9 hours.
    Wait((22, 8), from: "2026-10-24T19:50:00Z", minutes: 30, until: "2026-10-25T07:20:00Z"),
    Wait((22, 8), from: "2027-03-27T20:50:00Z", minutes: 30, until: "2027-03-28T06:20:00Z"),
  ])
  func rows(wait: Wait) throws {
    let berlin = try #require(TimeZone(identifier: "Europe/Berlin"))
    let until = wait.quiet.moment(.seconds(wait.minutes * 60), after: try Moment(wait.from).date, in: berlin)
    #expect(until == (try Moment(wait.until).date))
  }

  @Test(
    "leave as much waking time as a count minute by minute",
    arguments: [
      "Europe/Moscow", "Europe/Berlin", "America/New_York", "Asia/Kathmandu", "Australia/Lord_Howe",
    ])
  func minuteByMinute(zone: String) throws {
    let timeZone = try #require(TimeZone(identifier: zone))
    let seed = UInt64.random(in: 0 ... .max)
    var random = SeededRandom(seed: seed)
    for _ in 0..<60 {
      // Not in the hours that clocks skip or repeat, where a time of day is no one moment.
      let start = TimeOfDay(
        hour: Int.random(in: 4...23, using: &random), minute: 15 * random.one(of: 0, 1, 2, 3))
      let end = TimeOfDay(
        hour: Int.random(in: 4...23, using: &random), minute: 15 * random.one(of: 0, 1, 2, 3))
      guard start != end else { continue }
      let quiet = QuietHours(start: start, end: end)
      // Any minute of the days around one on which clocks change, where they do.
      let change = timeZone.nextDaylightSavingTimeTransition(after: .noon) ?? .noon
      let minute =
        (change.timeIntervalSince1970 / 60).rounded() + Double(Int.random(in: -1_500...1_500, using: &random))
      let from = Date(timeIntervalSince1970: minute * 60)
      let minutes = Int.random(in: 1...240, using: &random)
      let until = quiet.moment(.seconds(minutes * 60), after: from, in: timeZone)
      let waking = stride(from: from, to: until, by: 60).filter { !isQuiet($0, quiet, timeZone) }
      #expect(waking.count == minutes, "\(quiet), \(minutes) minutes from \(from), seed \(seed)")
      #expect(waking.last == until - 60, "ends in quiet hours, seed \(seed)")
      for moment in [from, until] {
        #expect(quiet.contains(moment, in: timeZone) == isQuiet(moment, quiet, timeZone), "seed \(seed)")
      }
    }
  }

  /// By what clocks on the wall show.
  private func isQuiet(_ moment: Date, _ quiet: QuietHours, _ timeZone: TimeZone) -> Bool {
    let local = Int(moment.timeIntervalSince1970) + timeZone.secondsFromGMT(for: moment)
    let minute = local / 60 % 1_440
    let (start, end) = (quiet.start.minutesSinceMidnight, quiet.end.minutesSinceMidnight)
    return start < end ? (start..<end).contains(minute) : minute >= start || minute < end
  }
}
