import Foundation
import Logging
import OfficeActor
import Testing

@testable import Logs

@Suite("A line of the logs")
struct LineTests {
  @Test("says when, how bad, what and where, and what was given with it")
  func fields() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.logger.warning("a tap was not answered", metadata: ["chat": "7", "error": "timeout"])
    let line = #line - 1
    #expect(logs.flush())
    let written = #"""
      {"time":"2026-11-28T12:00:00.000Z","level":"warning","message":"a tap was not answered",\#
      "where":"LogsTests/LineTests.swift:\#(line)","chat":"7","error":"timeout"}

      """#
    #expect(try test.text("errors.jsonl") == written)
    #expect(try test.text("stderr") == written)
    #expect(try test.files() == ["errors.jsonl"])
    #expect(try test.text("stdout").isEmpty)
  }

  @Test("is written from a level on that may be changed while loggers are in use, errors in any case")
  func levels() throws {
    let test = try LogsUnderTest()
    let logs = try test.start(level: .info)
    let logger = logs.logger
    var quiet = logger
    quiet.logLevel = .warning
    func say(_ text: String) {
      logger.debug("\(text) debug")
      logger.info("\(text) info")
      logger.error("\(text) error")
      quiet.info("\(text) quiet")
    }
    say("1")
    logs.level = .debug
    say("2")
    logs.level = .critical
    say("3")
    #expect(logs.flush())
    #expect(try test.messages("stderr") == ["1 info", "1 error", "2 debug", "2 info", "2 error", "3 error"])
  }

  @Test("of an event says when and what happened, and goes apart from the others")
  func events() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    let moment = LogsUnderTest.noon + 0.123
    let (seat, employee) = ("12", Int64(5))
    logs.events.write(
      at: moment, kind: "booked",
      fields: ["seat": "\(seat)", "booking": 42, "owner": "Смирнова Анна", "employee": .number(employee)])
    #expect(logs.flush())
    let written = #"""
      {"time":"2026-11-28T12:00:00.123Z","event":"booked","booking":42,"employee":5,\#
      "owner":"Смирнова Анна","seat":"12"}

      """#
    #expect(try test.text("events.jsonl") == written)
    #expect(try test.text("stdout") == written)
    #expect(try test.files() == ["events.jsonl"])
    #expect(try test.text("stderr").isEmpty)
  }

  @Test(
    "holds every moment to the millisecond", arguments: [0.001, 0.123, 0.999, 0.9996, -0.25, -1_000_000.5])
  func moments(_ seconds: Double) throws {
    let text = (LogsUnderTest.noon + seconds).logText
    let read = try #require(Date(logText: text))
    #expect(abs(read.timeIntervalSince(LogsUnderTest.noon + seconds)) < 0.000_51, "\(text)")
    #expect(read.logText == text)
  }

  @Test(
    "stays one line, and brings everything across",
    arguments: [
      "two\nlines", "two\r\nlines", "tab\tand\u{0}zero\u{1b}[31m", "\u{85}next\u{2028}line\u{2029}paragraph",
      #"quotes " and \ backslashes \n"#, "Смирнова 👩‍👩‍👧 e\u{301}", "", "{\"time\":1}\n{\"level\":\"error\"}",
    ])
  func oneLine(_ text: String) throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.logger.error("\(text)", metadata: ["text": "\(text)", "key \(text)": "1"])
    logs.events.write(at: test.now, kind: text, fields: [text: "\(text)"])
    #expect(logs.flush())
    for name in ["errors.jsonl", "events.jsonl"] {
      let written = try test.text(name)
      #expect(written.unicodeScalars.filter { CharacterSet.newlines.contains($0) }.count == 1)
    }
    let line = try #require(try test.lines("errors.jsonl").first)
    #expect(line["message"] == text)
    #expect(line["text"] == text)
    #expect(line["key \(text)"] == "1")
    #expect(try test.lines("events.jsonl").first?["event"] == text)
  }

  @Test("has each name once, whatever the fields are called")
  func names() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    logs.logger.error("real", metadata: ["message": "second", "message_": "third", "level": "none"])
    #expect(logs.flush())
    let line = try #require(try test.lines("errors.jsonl").first)
    #expect(line["message"] == "real")
    #expect(line["level"] == "error")
    #expect(line["level_"] == "none")
    #expect(Set(line.values).isSuperset(of: ["second", "third"]))
  }

  @Test("never becomes longer than its bound, and says what was left out")
  func bounds() throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    let many = Dictionary(uniqueKeysWithValues: (1...5_000).map { ("name\($0)", "value") })
    let long = String(repeating: "\u{1}ы", count: 500_000)
    logs.logger.error("\(long)", metadata: many.mapValues { "\($0)" })
    logs.events.write(at: test.now, kind: long, fields: many.mapValues { .text($0) })
    logs.events.write(at: test.now, kind: "long", fields: ["a": .text(long), "b": .text(long), long: 1])
    #expect(logs.flush())
    for name in ["errors.jsonl", "events.jsonl", "stderr", "stdout"] {
      let lines = try test.text(name).split(separator: "\n")
      #expect(lines.allSatisfy { $0.utf8.count < LogLine.bytesMax })
    }
    let line = try #require(try test.lines("errors.jsonl").first)
    let leftOut = try #require(line["left_out"].flatMap { Int($0) })
    #expect(line.count + leftOut == 5_000 + 5)
    #expect(line["message"]?.hasSuffix("…") == true)
  }

  @Test("is cut between characters", arguments: 0..<8)
  func cuts(_ shift: Int) throws {
    let test = try LogsUnderTest()
    let logs = try test.start()
    let text = String(repeating: "a", count: shift) + String(repeating: "яж€👍", count: 2_000)
    logs.logger.error("\(text)")
    #expect(logs.flush())
    let message = try #require(try test.messages("errors.jsonl").first)
    #expect(message.hasSuffix("…"))
    #expect(text.hasPrefix(message.dropLast()))
    #expect(message.utf8.count > LogLine.textBytesMax - 8)
  }

  @Test(
    "is written from the level that is configured on, and an error always",
    arguments: [
      (Logger.Level.trace, 7, 3), (.debug, 6, 3), (.info, 5, 3), (.notice, 4, 3), (.warning, 3, 3),
      (.error, 2, 2), (.critical, 2, 2),
    ])
  func levels(_ level: Logger.Level, _ onStream: Int, _ inFile: Int) throws {
    let test = try LogsUnderTest()
    let logs = try test.start(level: level)
    for level in Logger.Level.allCases { logs.logger.log(level: level, "something") }
    #expect(logs.flush())
    #expect(try test.lines("stderr").count == onStream)
    #expect(try test.lines("errors.jsonl").count == inFile)
    #expect(logs.errors.groups().map(\.count) == [2])
  }

  @Test("has what its logger knows, then what surrounds it, then what the call says")
  func metadata() throws {
    struct Refused: Error {}
    let test = try LogsUnderTest()
    let logs = try test.start()
    let provider = Logger.MetadataProvider { ["b": "around", "c": "around"] }
    var logger = Logger(label: "test") { logs.handler(label: $0, metadataProvider: provider) }
    logger[metadataKey: "a"] = "logger"
    logger[metadataKey: "b"] = "logger"
    logger.error("said", error: Refused(), metadata: ["c": "call"])
    #expect(logs.flush())
    let line = try #require(try test.lines("errors.jsonl").first)
    #expect([line["a"], line["b"], line["c"], line["error"]] == ["logger", "around", "call", "Refused()"])
  }
}
