import Foundation
import Testing

@testable import Persistence

@Suite("Of the snapshots")
struct SnapshotRotationTests {
  /// Moments as clocks show them in a time zone: those that are there, in one row, and those that stay.
  struct Row: Sendable, CustomTestStringConvertible {
    let testDescription: String
    var hourly = 2
    var daily = 0
    var zone = "GMT"
    var now = "2026-12-31 00:00"
    let there: [String]
    let kept: [String]
  }

  @Test(
    "the last of each of the latest hours and days are kept",
    arguments: [
      Row(testDescription: "none, of none", there: [], kept: []),
      Row(testDescription: "the only one", there: ["2026-11-25 09:00"], kept: ["2026-11-25 09:00"]),
      Row(
        testDescription: "the latest hours",
        there: ["2026-11-25 07:00", "2026-11-25 08:00", "2026-11-25 09:00"],
        kept: ["2026-11-25 08:00", "2026-11-25 09:00"]),
      Row(
        testDescription: "the last of each hour",
        there: ["2026-11-25 08:10", "2026-11-25 08:50", "2026-11-25 09:00", "2026-11-25 09:59"],
        kept: ["2026-11-25 08:50", "2026-11-25 09:59"]),
      Row(
        testDescription: "hours with snapshots, however long ago",
        there: ["2026-01-01 08:00", "2026-11-20 23:00", "2026-11-25 09:00"],
        kept: ["2026-11-20 23:00", "2026-11-25 09:00"]),
      Row(
        testDescription: "the last of each day", hourly: 1, daily: 3,
        there: [
          "2026-11-22 23:00", "2026-11-23 09:00", "2026-11-23 22:00", "2026-11-24 08:00", "2026-11-25 07:00",
          "2026-11-25 08:00",
        ], kept: ["2026-11-23 22:00", "2026-11-24 08:00", "2026-11-25 08:00"]),
      Row(
        testDescription: "days of the office's clocks", hourly: 1, daily: 2, zone: "Asia/Vladivostok",
        // Nine and ten in the evening of the day before in Greenwich are seven and eight in the morning there.
        there: ["2026-11-24 23:59", "2026-11-25 00:01", "2026-11-25 07:00", "2026-11-25 08:00"],
        kept: ["2026-11-24 23:59", "2026-11-25 08:00"]),
      Row(
        testDescription: "hours of clocks that are half an hour off", zone: "Asia/Kolkata",
        there: ["2026-11-25 07:45", "2026-11-25 08:15", "2026-11-25 08:45"],
        kept: ["2026-11-25 07:45", "2026-11-25 08:45"]),
      Row(
        testDescription: "those that a wrong clock has dated ahead, beside the others",
        now: "2026-11-25 09:30",
        there: [
          "2026-11-25 07:00", "2026-11-25 08:00", "2026-11-25 09:00", "2031-01-01 00:00", "2031-01-01 01:00",
          "2031-01-01 02:00",
        ],
        kept: [
          "2026-11-25 08:00", "2026-11-25 09:00", "2031-01-01 00:00", "2031-01-01 01:00", "2031-01-01 02:00",
        ]),
    ])
  func rotation(row: Row) throws {
    let zone = try #require(TimeZone(identifier: row.zone))
    func moments(_ texts: [String]) throws -> [Date] { try texts.map { try moment($0, zone) } }
    let there = try moments(row.there)
    let rotation = SnapshotRotation(hourly: row.hourly, daily: row.daily, timeZone: zone)
    let outdated = rotation.outdated(there.shuffled(), at: try moment(row.now, zone))
    #expect(Set(there).subtracting(outdated) == Set(try moments(row.kept)))
  }

  @Test("both of an hour that comes twice when clocks are put back are kept")
  func hourTwice() throws {
    let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
    // 2:30 in summer time, and an hour later 2:30 again; then 3:30.
    let first = Date(timeIntervalSince1970: 1_792_888_200)
    #expect(zone.secondsFromGMT(for: first) - zone.secondsFromGMT(for: first + 3600) == 3600)
    let rotation = SnapshotRotation(hourly: 3, daily: 0, timeZone: zone)
    let there = [first - 3600, first, first + 3600, first + 7200]
    #expect(rotation.outdated(there, at: first + 7200) == [first - 3600])
  }

  @Test("two weeks of one every hour leave twenty-four hours and, before them, the ends of the days")
  func twoWeeks() {
    let rotation = SnapshotRotation(hourly: 24, daily: 14, timeZone: .gmt)
    // Begins at midnight, ends at eleven at night.
    let start = Date(timeIntervalSince1970: 1_795_564_800)
    var kept: [Date] = []
    for hour in 0..<(20 * 24) {
      let now = start + Double(hour) * 3600
      kept.append(now)
      let outdated = Set(rotation.outdated(kept, at: now))
      kept.removeAll(where: outdated.contains)
    }
    let last = start + (20 * 24 - 1) * 3600
    let hours = (0..<24).map { last - Double($0) * 3600 }
    let days = (1..<14).map { last - Double($0) * 86_400 }
    #expect(kept == (hours + days).sorted())
  }

  private func moment(_ text: String, _ zone: TimeZone) throws -> Date {
    let local = try #require(Timestamp.moment(text + ":00.000"))
    return local - Double(zone.secondsFromGMT(for: local - Double(zone.secondsFromGMT(for: local))))
  }
}
