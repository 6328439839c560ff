import Foundation
import GRDB
import Logging
import OfficeActor
import Testing

@testable import Logs

@Suite("The error log")
struct ErrorLogTests {
  @Test("counts errors by kind and place, with the first and the last time and one example")
  func groups() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    func twice(_ number: Int) {
      logs.logger.error("a screen was refused", metadata: ["chat": "\(number)", "error": "400"])
    }
    twice(1)
    test.pass(60)
    logs.logger.critical("a screen was refused")
    logs.logger.warning("not an error")
    test.pass(60)
    twice(2)
    test.pass(60)
    logs.logger.error("another")
    let groups = logs.errors.groups()
    let noon = LogsUnderTest.noon
    #expect(groups.map(\.kind) == ["another", "a screen was refused", "a screen was refused"])
    #expect(groups.map(\.count) == [1, 2, 1])
    #expect(groups.map(\.first) == [noon + 180, noon, noon + 60])
    #expect(groups.map(\.last) == [noon + 180, noon + 120, noon + 60])
    #expect(groups.map(\.example) == ["", "chat=2, error=400", ""])
    #expect(Set(groups.map(\.place)).count == 3)
    #expect(groups.allSatisfy { $0.place.hasPrefix("LogsTests/ErrorLogTests.swift:") })
  }

  @Test("tells a digest the most frequent first, with the times of the bot's clock and one example")
  func mostFrequent() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    for error in ["full", "gone", "slow"] {
      logs.logger.error("the disk fails", metadata: ["error": "\(error)"])
    }
    logs.logger.error("a screen was refused")
    for _ in 1...2 { logs.logger.error("a job failed") }
    logs.logger.warning("no error")

    let noon = LogsUnderTest.noon
    let groups = logs.errors.mostFrequentGroups(from: noon, to: noon + 3_600)
    #expect(groups.map(\.kind) == ["the disk fails", "a job failed", "a screen was refused"])
    #expect(groups.map(\.count) == [3, 2, 1])
    #expect(groups.allSatisfy { $0.first == noon && $0.last == noon })
    #expect(groups.first?.example == "error=slow")
    #expect(logs.errors.mostFrequentGroups(from: noon + 3_600, to: .distantFuture).isEmpty)
  }

  @Test("tells of spans that follow one another every error exactly once")
  func spans() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    // An error every seven minutes for three days; digests at odd times.
    for _ in 0..<600 {
      logs.logger.error("again")
      test.pass(420)
    }
    let seconds: [TimeInterval] = [-100, 3, 86_417, 173_699, 252_000]
    let ends = seconds.map { LogsUnderTest.noon + $0 }
    let spans: [[ErrorGroup]] = zip(ends, ends.dropFirst()).map { logs.errors.groups(from: $0, to: $1) }
    let counts = spans.map { groups in groups.map(\.count).reduce(0, +) }
    #expect(counts[0] == 0)
    #expect(counts.dropFirst().allSatisfy { $0 > 100 })
    #expect(counts.reduce(0, +) == 600)
    let second = try #require(spans[1].first)
    #expect(second.first == LogsUnderTest.noon)
    #expect(second.last < ends[2])
    #expect(logs.errors.groups(from: ends[2], to: ends[1]) == [])
  }

  @Test("forgets what happened before a moment, also in the file")
  func forgetting() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.errors.keep(in: test.data, logger: logs.logger)
    for day in 0..<40 {
      logs.logger.error("daily")
      if day == 3 { logs.logger.error("long ago") }
      test.pass(86_400)
    }
    logs.errors.forget(before: test.now - 30 * 86_400)
    #expect(logs.errors.groups().map(\.count) == [30])
    #expect(logs.flush())
    let next = try test.start()
    next.errors.keep(in: test.data, logger: next.logger)
    #expect(next.errors.groups() == logs.errors.groups())
  }

  @Test("goes on where a killed process stopped", .timeLimit(.minutes(30)))
  func restarts() async throws {
    let test = try LogsUnderTest()
    let killed = try test.start()
    killed.logger.error("before it was kept", metadata: ["n": "1"])
    killed.errors.keep(in: test.data, logger: killed.logger)
    for number in 1...3 { log("again", number, killed) }
    try await test.seesErrors(4)
    // Nothing was closed; the files are as they are.
    let copy = test.root.appending(path: "copy")
    try FileManager.default.copyItem(at: test.data, to: copy)

    test.pass(3_600)
    let logs = try test.start()
    log("again", 4, logs)
    logs.errors.keep(in: copy, logger: logs.logger)
    log("again", 5, logs)
    let groups = logs.errors.groups()
    #expect(groups.map(\.kind) == ["again", "before it was kept"])
    #expect(groups.map(\.count) == [5, 1])
    #expect(groups.map(\.example) == ["n=5", "n=1"])
    #expect(groups.map(\.first) == [LogsUnderTest.noon, LogsUnderTest.noon])
    #expect(groups[0].last == LogsUnderTest.noon + 3_600)
    #expect(try test.messages("stderr").allSatisfy { !$0.contains("error log") })
  }

  private func log(_ kind: String, _ number: Int, _ logs: ProcessLogs) {
    logs.logger.error("\(kind)", metadata: ["n": "\(number)"])
  }

  @Test("is written by itself soon after an error", .timeLimit(.minutes(30)))
  func writtenBehind() async throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.errors.keep(in: test.data, logger: logs.logger)
    logs.logger.error("an error")
    try await test.seesErrors(1)
    #expect(logs.flush())
    let files = try FileManager.default.contentsOfDirectory(atPath: test.data.path)
    #expect(files == ["errors.db"], "an orderly end leaves one whole file")
  }

  @Test("keeps at most five hundred groups; the one silent longest goes")
  func groupsMax() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.errors.keep(in: test.data, logger: logs.logger)
    for number in 1...700 {
      log("kind \(number)", number, logs)
      if number > 1 { log("kind 1", number, logs) }
      test.pass(1)
      if number.isMultiple(of: 90) { #expect(logs.flush(within: .seconds(60))) }
    }
    #expect(logs.flush(within: .seconds(60)))
    let kinds = Set(logs.errors.groups().map(\.kind))
    #expect(kinds == Set(["kind 1"] + (202...700).map { "kind \($0)" }))
    let next = try test.start()
    next.errors.keep(in: test.data, logger: next.logger)
    #expect(next.errors.groups() == logs.errors.groups())
  }

  @Test("keeps the sum of an error that never ends, whatever it forgets of its times")
  func countsMax() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.errors.keep(in: test.data, logger: logs.logger)
    for _ in 0..<1_000 {
      logs.logger.error("endless")
      test.pass(900)
    }
    #expect(logs.flush())
    #expect(logs.errors.groups().map(\.count) == [1_000])
    #expect(logs.errors.groups().map(\.first) == [LogsUnderTest.noon])
    #expect(logs.errors.groups(from: test.now - 86_400).map(\.count) == [96], "the past day stays exact")
    let rows = try DatabaseQueue(path: test.data.appending(path: "errors.db").path).read {
      try Int.fetchOne($0, sql: "SELECT count(*) FROM error_count")
    }
    #expect(rows == ErrorTable.countsMax)
  }

  @Test("bounds what it keeps of an error")
  func texts() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.logger.error(
      "\(String(repeating: "ы", count: 100_000))",
      metadata: ["error": "\(String(repeating: "ы", count: 100_000))"])
    let group = try #require(logs.errors.groups().first)
    #expect(group.kind.count < 300)
    #expect(group.example.count < 1_000)
    #expect(group.example.hasSuffix("…"))
  }

  @Test("counts on when the clock goes back")
  func clockBack() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    for pass in [10_000.0, -8_000, -5_000, 4_000, 1_000] {
      logs.logger.error("again")
      test.pass(pass)
    }
    let group = try #require(logs.errors.groups().first)
    #expect(group.count == 5)
    #expect(group.first == LogsUnderTest.noon - 3_000)
    #expect(group.last == LogsUnderTest.noon + 10_000)
  }

  @Test(
    "begins anew when its file is damaged, and keeps that file",
    arguments: ["no database", "cut short", "a table less", "a time that is none", "from a newer program"])
  func damage(_ what: String) throws {
    let test = try LogsUnderTest()
    let first = try test.start()
    first.errors.keep(in: test.data, logger: first.logger)
    for number in 1...300 { log("kind \(number)", number, first) }
    #expect(first.flush())
    let file = test.data.appending(path: "errors.db")
    let bytes = try Data(contentsOf: test.checkpointed(file))
    switch what {
    case "no database": try Data("nonsense".utf8).write(to: file)
    case "cut short": try bytes.prefix(bytes.count / 2).write(to: file)
    default:
      let database = try DatabaseQueue(path: file.path)
      try database.write { db in
        switch what {
        case "a table less": try db.drop(table: "error_count")
        case "a time that is none": try db.execute(sql: "UPDATE error_count SET last_at = 'soon'")
        default: try db.execute(sql: "INSERT INTO grdb_migrations VALUES ('99 from the future')")
        }
      }
      try database.close()
    }

    let logs = try test.start()
    logs.errors.keep(in: test.data, logger: logs.logger)
    #expect(logs.flush())
    let groups = logs.errors.groups()
    #expect(groups.map(\.kind) == ["the error log was damaged; it was moved aside, and a new one begun"])
    let aside = "errors.db.damaged-20261128T120000.000Z"
    #expect(FileManager.default.fileExists(atPath: test.data.appending(path: aside).path))
    #expect(groups.first?.example.contains(aside) == true)
    let next = try test.start()
    next.errors.keep(in: test.data, logger: next.logger)
    #expect(next.errors.groups() == groups)
  }

  @Test("stays in memory while its file cannot be written, says so once, and is kept when it can")
  func unwritable() throws {
    let test = try LogsUnderTest()
    let file = test.data.appending(path: "errors.db")
    try FileManager.default.createDirectory(at: file, withIntermediateDirectories: false)
    let logs = try test.start()
    logs.errors.keep(in: test.data, logger: logs.logger)
    for number in 1...5 {
      log("kind", number, logs)
      #expect(logs.flush())
    }
    #expect(logs.errors.groups().map(\.count).sorted() == [1, 5])
    #expect(try test.messages("stderr").filter { $0.contains("cannot be kept") }.count == 1)

    try FileManager.default.removeItem(at: file)
    #expect(logs.flush())
    #expect(logs.flush())
    #expect(try test.messages("stderr").last == "the error log is kept again")
    let next = try test.start()
    next.errors.keep(in: test.data, logger: next.logger)
    #expect(next.errors.groups() == logs.errors.groups())
  }
}

extension LogsUnderTest {
  /// Waits until the file holds so many errors.
  fileprivate func seesErrors(_ count: Int) async throws {
    let reader = try DatabaseQueue(path: data.appending(path: "errors.db").path)
    while try await reader.read({ try Int.fetchOne($0, sql: "SELECT sum(count) FROM error_count") }) != count
    {
      try await Task.sleep(for: .milliseconds(20))
    }
    try reader.close()
  }

  /// The database's file with everything in it that was in its log.
  fileprivate func checkpointed(_ file: URL) throws -> URL {
    let database = try DatabaseQueue(path: file.path)
    _ = try database.writeWithoutTransaction { try $0.checkpoint(.truncate) }
    try database.close()
    return file
  }
}
