import Foundation
import TestSupport
import Testing

@testable import OfficeConfiguration

@Suite("A configuration that is read again")
struct KeysTests {
  private static let file = "admins: [1]\nseats: [{ id: a }]\n"

  /// A line of the file that differs from the one at the start, and whether it counts without a restart.
  struct Row: Sendable, CustomTestStringConvertible {
    let key: String
    let line: String
    var isApplied = true
    var lineAtStart = ""
    var testDescription: String { line }
  }

  static let rows = [
    Row(key: "office.booking_window_days", line: "office: { booking_window_days: 7 }"),
    Row(
      key: "office.language", line: "office: { name: A, language: en }", lineAtStart: "office: { name: A }"),
    Row(key: "office.guests_per_day", line: "office: { guests_per_day: 0 }"),
    Row(key: "office.closed_weekdays", line: "office: { closed_weekdays: [sat, sun] }"),
    Row(key: "office.closed_days", line: "office: { closed_days: [2027-01-01] }"),
    Row(key: "registration", line: "registration: { mode: open }"),
    Row(key: "registration", line: "registration: { requests_per_day: 1 }"),
    Row(
      key: "registration", line: "registration: { mode: group, group: -5, requests_per_day: 1 }",
      lineAtStart: "registration: { mode: group, group: -5 }"),
    Row(key: "attendance", line: "attendance: { enabled: false }"),
    Row(key: "attendance", line: "attendance: { ask_at: \"11:00\" }"),
    Row(key: "offers", line: "offers: { answer_within: 45m }"),
    Row(key: "offers", line: "offers: { quiet_hours: \"21:00-09:00\" }"),
    Row(key: "jobs", line: "jobs: { digest_at: \"08:00\" }"),
    Row(key: "logs.level", line: "logs: { level: debug }"),
    Row(key: "telegram", line: "telegram: { api_url: \"https://elsewhere.org\" }", isApplied: false),
    Row(key: "office.name", line: "office: { name: Другой }", isApplied: false),
    Row(key: "office.time_zone", line: "office: { time_zone: Asia/Omsk }", isApplied: false),
    Row(key: "registration", line: "registration: { mode: group, group: -5 }", isApplied: false),
    Row(
      key: "registration", line: "registration: { mode: group, group: -6 }", isApplied: false,
      lineAtStart: "registration: { mode: group, group: -5 }"),
    Row(
      key: "registration", line: "registration: { mode: open }", isApplied: false,
      lineAtStart: "registration: { mode: group, group: -5 }"),
    Row(key: "removed_seats", line: "removed_seats: [b]", isApplied: false),
    Row(key: "snapshots", line: "snapshots: { every: 2h }", isApplied: false),
    Row(key: "retention", line: "retention: { errors_days: 7 }", isApplied: false),
    Row(key: "data", line: "data: elsewhere", isApplied: false),
    Row(key: "http", line: "http: { listen: \"127.0.0.1:9100\" }", isApplied: false),
    Row(key: "logs.folder", line: "logs: { folder: elsewhere }", isApplied: false),
  ]

  @Test("takes over what can change in an open office, and keeps the rest for a restart", arguments: rows)
  func adopting(_ row: Row) throws {
    let folder = try TemporaryFolder()
    let start = try folder.load(Self.file + row.lineAtStart)
    let read = try folder.load(Self.file + row.line)
    #expect(read.keys(differingFrom: start) == [row.key])
    #expect(start.adopting(read) == (row.isApplied ? read : start))
  }

  @Test("says of every key whether a change needs a restart; only the names are for a new office")
  func everyKey() throws {
    let reader = Reader(file: ExampleTests.file, environment: [:])
    _ = try reader.readFile(noting: { _ in }) { Configuration(reading: $0) }
    let known = Configuration.keys.map(\.name)
    let sections = Set(known.compactMap { $0.split(separator: ".").dropLast().first.map(String.init) })
    let missing = reader.keysAsked.filter { key in
      !sections.contains(key) && !known.contains { key == $0 || key.hasPrefix("\($0).") }
    }
    #expect(missing == ["employees"])
  }

  @Test("is documented key by key: what counts at once, what needs a restart")
  func documented() throws {
    let guide = URL(filePath: ExampleTests.file).deletingLastPathComponent()
      .appending(path: "../docs/operations.md")
    let table = try String(contentsOf: guide, encoding: .utf8)
      .matches(of: /(?m)^\| (`[a-z_.`, ]+) \| (at once|restart|never) \|/)
    func keys(_ when: String) -> Set<String> {
      Set(table.filter { $0.2 == when }.flatMap { $0.1.matches(of: /[a-z_.]+/).map { String($0.output) } })
    }
    #expect(keys("at once") == Set(Configuration.keys.filter { $0.adopt != nil }.map(\.name)))
    #expect(keys("restart") == Set(Configuration.keys.filter { $0.adopt == nil }.map(\.name)))
    #expect(keys("never") == ["employees"])
  }

  @Test("has a case above for every key but the lists and the drawing")
  func cases() {
    let others = ["admins", "seats", "floor_plan"]
    #expect(Set(Self.rows.map(\.key) + others) == Set(Configuration.keys.map(\.name)))
  }
}
